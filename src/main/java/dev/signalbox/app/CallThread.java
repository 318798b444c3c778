package dev.signalbox.app;

import dev.signalbox.limit.Limits;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Follows calls for as long as this process listens. */
final class CallThread implements AutoCloseable {
  private final CallFollowing following;
  private final Consumer<String> log;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  private CallThread(CallFollowing following, Consumer<String> log) {
    this.following = following;
    this.log = log;
    this.thread = Thread.ofVirtual().name("calls").unstarted(this::run);
  }

  static CallThread start(CallFollowing following, Consumer<String> log) {
    CallThread made = new CallThread(following, log);
    made.thread.start();
    return made;
  }

  private void run() {
    try {
      do {
        look();
      } while (!closed.await(Limits.CALL_LOOK_PAUSE.toMillis(), TimeUnit.MILLISECONDS));
      // What the end of a run leaves: nobody may look after this.
      look();
    } catch (InterruptedException _) {
      // Cut off; the next process goes on.
    }
  }

  private void look() {
    try {
      following.look();
    } catch (RuntimeException e) {
      log.accept("linear: expected to tell how sessions stand, found " + e + "; it is tried again");
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      if (!thread.join(Duration.ofMillis(Limits.GRACE.toMillis()))) {
        thread.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
