package dev.signalbox.app;

import dev.signalbox.cli.Screens;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * A screen with this process around it. Ctrl-C in the terminal reaches both; this process then
 * waits until the command is done, which it would have to do anyway, since the screen decides what
 * Ctrl-C means in it.
 */
final class OpenScreen implements Screens.Screen {
  private final Supplier<OptionalInt> opening;
  private final TerminalMode mode = TerminalMode.now();
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean wasOpened;
  private final Thread atExit = new Thread(this::linger, "screen");

  OpenScreen(Supplier<OptionalInt> opening) {
    this.opening = opening;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  @Override
  public OptionalInt open() {
    wasOpened = true;
    try {
      return opening.get();
    } finally {
      mode.restore();
    }
  }

  private void linger() {
    if (wasOpened) {
      try {
        done.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    done.countDown();
  }
}
