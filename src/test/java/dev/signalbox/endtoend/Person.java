package dev.signalbox.endtoend;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.control.Control;
import dev.signalbox.control.GateRef;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.view.GateView;
import dev.signalbox.view.RunView;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Decides what waits, from outside, while engines come and go. */
final class Person implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Shop shop;
  private final Function<GateView, Optional<GateDecision>> opinion;
  private final CompletableFuture<Void> work;
  private volatile boolean isGone;

  private Person(Shop shop, Function<GateView, Optional<GateDecision>> opinion) {
    this.shop = shop;
    this.opinion = opinion;
    this.work =
        CompletableFuture.runAsync(
            this::work, work -> Thread.ofPlatform().daemon().name("person").start(work));
  }

  static Person whoApproves(Shop shop) {
    return new Person(shop, _ -> Optional.of(new GateDecision.Approved()));
  }

  /** A person who leaves open what they have no opinion on. */
  static Person who(Shop shop, Function<GateView, Optional<GateDecision>> opinion) {
    return new Person(shop, opinion);
  }

  private void work() {
    while (!isGone) {
      try {
        Control control = shop.control();
        RunView view = control.look();
        while (!isGone) {
          view.inbox().forEach(gate -> decide(control, gate));
          view = control.await(view.version(), LOOK);
        }
      } catch (SignalboxException e) {
        // The engine is gone; another one comes.
        Waiting.pause();
      }
    }
  }

  private void decide(Control control, GateView view) {
    GateRef ref = new GateRef(view.gate().number(), view.gate().hash());
    opinion.apply(view).ifPresent(decision -> control.decide(ref, decision, "a person"));
  }

  @Override
  public void close() {
    isGone = true;
    work.join();
  }
}
