package dev.signalbox.app;

import dev.signalbox.cli.Dispatching;
import dev.signalbox.control.Control;
import dev.signalbox.engine.Engine;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A run in this process, as {@code dispatch} sees it. */
final class LocalRunning implements Dispatching.Running {
  private final LocalRun run;
  private final boolean isResumed;
  private final AtomicBoolean isClosed = new AtomicBoolean();
  private final Thread atExit = new Thread(this::closeOnce, "leave");

  LocalRunning(LocalRun run, boolean isResumed) {
    this.run = run;
    this.isResumed = isResumed;
    // A person may leave with Ctrl-C: agents work on, and the next start takes them over.
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  @Override
  public Control control() {
    return run.control();
  }

  @Override
  public boolean isResumed() {
    return isResumed;
  }

  @Override
  public boolean isWaitingForPeople() {
    return Engine.isWaitingForPeople(run.loop().look().state());
  }

  @Override
  public String stateFolder() {
    return run.stateFolder().toString();
  }

  @Override
  public Optional<String> dashboard() {
    return run.dashboard();
  }

  private void closeOnce() {
    if (isClosed.compareAndSet(false, true)) {
      run.close();
    }
  }

  @Override
  public void close() {
    closeOnce();
  }
}
