package dev.signalbox.runner;

import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Reads a transcript until something is there, as a session's loop does. */
public final class Following {
  private static final Duration MOST = Duration.ofSeconds(30);

  private final Transcript transcript;
  private final List<AgentSignal> signals = new ArrayList<>();
  private Pulse pulse = Pulse.NONE;
  private long offset;

  public Following(Transcript transcript) {
    this.transcript = transcript;
  }

  /** The next signal of a kind that was not returned before. */
  public <T extends AgentSignal> T next(Class<T> kind) {
    List<T> found = new ArrayList<>();
    await(
        kind.getSimpleName(),
        () -> {
          if (signals.isEmpty()) {
            read();
          }
          while (found.isEmpty() && !signals.isEmpty()) {
            AgentSignal signal = signals.removeFirst();
            if (kind.isInstance(signal)) {
              found.add(kind.cast(signal));
            }
          }
          return !found.isEmpty();
        });
    return found.getFirst();
  }

  /** The next question, of a kind. */
  public <T extends Question> T question(Class<T> kind) {
    return kind.cast(next(AgentSignal.Asked.class).question());
  }

  /** Reads on until the last thing that the agent did is this. */
  public void activity(String text) {
    until(text, () -> pulse.activity().orElse("").equals(text));
  }

  /** Reads on, as Signalbox always does, until a condition is true. */
  public void until(String what, BooleanSupplier condition) {
    await(
        what,
        () -> {
          read();
          return condition.getAsBoolean();
        });
  }

  /** All signals that are there and were not returned before. */
  public List<AgentSignal> rest() {
    boolean isAtEnd;
    do {
      isAtEnd = read();
    } while (!isAtEnd);
    List<AgentSignal> rest = List.copyOf(signals);
    signals.clear();
    return rest;
  }

  public Pulse pulse() {
    return pulse;
  }

  public long offset() {
    return offset;
  }

  private boolean read() {
    Transcript.Part part = transcript.read();
    signals.addAll(part.signals());
    pulse = part.pulse();
    offset = part.offset();
    return part.isAtEnd();
  }

  /** Waits for a condition that other processes make true. */
  public static void await(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > MOST.toNanos()) {
        throw new AssertionError("expected within " + MOST + ": " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }
}
