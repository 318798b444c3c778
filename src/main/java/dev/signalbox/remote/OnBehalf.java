package dev.signalbox.remote;

import dev.signalbox.session.SessionKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * For whom work at services is done, and how much it matters. Bound to the thread while the work is
 * done: work that is handed to another thread binds it there. Services that are not reached over a
 * network ignore it.
 */
public final class OnBehalf {
  private static final ScopedValue<OnBehalf> CURRENT = ScopedValue.newInstance();

  private final Optional<SessionKey> session;
  private final Urgency urgency;
  private volatile Optional<OnBehalf> outer = Optional.empty();
  private volatile Optional<Instant> later = Optional.empty();

  /** How much work matters where not everything may be sent; least first. */
  public enum Urgency {
    /** To see how something stands: the next look sees it too. */
    LOOK,
    /** A step of a session, or of a person. */
    STEP,
    /** To keep a claim: without it others take the issue. */
    CLAIM
  }

  private OnBehalf(Optional<SessionKey> session, Urgency urgency) {
    this.session = session;
    this.urgency = urgency;
  }

  /** Work for one session. */
  public static OnBehalf of(SessionKey session, Urgency urgency) {
    return new OnBehalf(Optional.of(session), urgency);
  }

  /** Work for all sessions, or for none. */
  public static OnBehalf nobody(Urgency urgency) {
    return new OnBehalf(Optional.empty(), urgency);
  }

  /** What the thread does now; empty where nobody said. */
  public static Optional<OnBehalf> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Does the work for it, on this thread. */
  public <T> T call(Supplier<T> work) {
    outer = current().filter(other -> other != this);
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /** Does the work for it, on this thread. */
  public void run(Runnable work) {
    Object _ =
        call(() -> {
          work.run();
          return this;
        });
  }

  /**
   * Does work whose result serves all sessions, such as to ask as whom requests are sent: as urgent
   * as the work that it is part of.
   */
  public static <T> T shared(Supplier<T> work) {
    return nobody(current().map(OnBehalf::urgency).orElse(Urgency.STEP)).call(work);
  }

  /** The session; empty where the work is for all of them, or for none. */
  public Optional<SessionKey> session() {
    return session;
  }

  public Urgency urgency() {
    return urgency;
  }

  /** A service was not asked, or took nothing: the work, and what it is part of, comes later. */
  public void putOff(Instant until) {
    later = Optional.of(later.filter(before -> before.isAfter(until)).orElse(until));
    outer.ifPresent(whole -> whole.putOff(until));
  }

  /** From when on what was put off can be done; empty where everything was sent. */
  public Optional<Instant> putOffUntil() {
    return later;
  }
}
