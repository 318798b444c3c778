package dev.signalbox.journal.tracker;

import dev.signalbox.journal.ClaimKey;
import dev.signalbox.journal.ClaimOutcome;
import dev.signalbox.journal.ClaimRenewal;
import dev.signalbox.journal.Claims;
import dev.signalbox.tracker.ClaimContest.Standing;
import dev.signalbox.tracker.ClaimNote;
import dev.signalbox.tracker.ClaimNote.End;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Claims in two places: the row in the local store first, which sorts out the sessions of this
 * machine, then a note in the tracker, which sorts out machines. Claims of another scope than the
 * tracker's stay local.
 *
 * <p>A claim that was given back leaves its note, which says so: its number is what keeps the next
 * one higher.
 */
public final class TrackerClaims implements Claims {
  private final Claims local;
  private final ClaimNotes notes;
  private final String engine;
  private final Clock clock;
  private final Map<ClaimKey, ClaimNote> written = new ConcurrentHashMap<>();

  /**
   * Claims.
   *
   * @param local of this machine; closed with this
   * @param engine a name that no other engine has, such as {@code host/user/1f2e3d4c}
   */
  public TrackerClaims(Claims local, ClaimNotes notes, String engine, Clock clock) {
    this.local = local;
    this.notes = notes;
    this.engine = engine;
    this.clock = clock;
  }

  private boolean isLocal(ClaimKey key) {
    return !key.scope().equals(notes.scope());
  }

  @Override
  public ClaimOutcome acquire(ClaimKey key, String holder, Instant now, Instant until) {
    boolean wasOurs = local.holder(key).filter(it -> it.holder().equals(holder)).isPresent();
    ClaimOutcome here = local.acquire(key, holder, now, until);
    if (isLocal(key) || !(here instanceof ClaimOutcome.Acquired(long fencing))) {
      return here;
    }
    return switch (contest(key, holder, now, until)) {
      case ClaimNotes.Won(ClaimNote note) -> {
        written.put(key, note);
        local.raise(key, holder, fencing, note.number());
        yield new ClaimOutcome.Acquired(Math.max(fencing, note.number()));
      }
      case ClaimNotes.Lost(ClaimNote note) -> {
        local.release(key, holder, fencing);
        yield held(note).orElseThrow();
      }
      case ClaimNotes.NoAnswer(String reason, boolean mayPass) -> {
        // What was ours before the question is ours after it.
        if (!wasOurs) {
          local.release(key, holder, fencing);
        }
        yield new ClaimOutcome.Unknown(reason, mayPass);
      }
    };
  }

  private ClaimNotes.Result contest(ClaimKey key, String holder, Instant now, Instant until) {
    return notes.claim(key.issue(), who(holder), millis(now), millis(until));
  }

  private ClaimNote.Who who(String holder) {
    return new ClaimNote.Who(engine, holder);
  }

  private static Instant millis(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  /** A session of this engine by its own name, others with where they are. */
  private Optional<ClaimOutcome.Held> held(ClaimNote note) {
    String name = note.who().engine().equals(engine) ? note.who().session() : note.who().toString();
    return note.until().map(until -> new ClaimOutcome.Held(name, note.since(), until));
  }

  /**
   * Prolongs the lease here each time, and in the tracker only when less than half of it is left
   * there: each time costs two requests. Lost also when somebody took the note away, which is how a
   * person frees an issue. A tracker that does not answer leaves the claim as it is until the end
   * of the lease that others read there.
   */
  @Override
  public ClaimRenewal renew(ClaimKey key, String holder, long fencing, Instant until) {
    ClaimRenewal here = local.renew(key, holder, fencing, until);
    if (!(here instanceof ClaimRenewal.Renewed) || isLocal(key) || isFarFromItsEnd(key, until)) {
      return here;
    }
    return switch (notes.standing(key.issue(), who(holder), clock.instant())) {
      case ClaimNotes.Read(Standing.Mine(ClaimNote note)) ->
          rewrite(key, note.with(new End.Until(millis(until))))
              ? new ClaimRenewal.Renewed()
              : unanswered(key, "its note on " + key.issue() + " could not be prolonged");
      case ClaimNotes.Read(Standing.Free _) when isLapsed(key, holder) ->
          again(key, holder, fencing, until);
      case ClaimNotes.Read(Standing found) -> lost(key, holder, fencing, holderIn(found));
      case ClaimNotes.Unread(String reason) -> unanswered(key, reason);
    };
  }

  /** Whether nobody took the issue since our lease there ran out. */
  private boolean isLapsed(ClaimKey key, String holder) {
    return notes
        .highest(key.issue())
        .filter(note -> note.who().equals(who(holder)) && note.until().isPresent())
        .isPresent();
  }

  /** From the end of a lease on, others may take the issue too: the contest decides. */
  private ClaimRenewal again(ClaimKey key, String holder, long fencing, Instant until) {
    return switch (contest(key, holder, clock.instant(), until)) {
      case ClaimNotes.Won(ClaimNote note) -> {
        written.put(key, note);
        yield new ClaimRenewal.Renewed();
      }
      case ClaimNotes.Lost(ClaimNote note) ->
          lost(key, holder, fencing, held(note).map(ClaimOutcome.Held::holder).orElse(""));
      case ClaimNotes.NoAnswer(String reason, boolean _) -> unanswered(key, reason);
    };
  }

  private ClaimRenewal lost(ClaimKey key, String holder, long fencing, String other) {
    written.remove(key);
    local.release(key, holder, fencing);
    return new ClaimRenewal.Lost(other);
  }

  private String holderIn(Standing found) {
    return found instanceof Standing.Taken(ClaimNote note)
        ? held(note).map(ClaimOutcome.Held::holder).orElse("")
        : "";
  }

  private ClaimRenewal unanswered(ClaimKey key, String reason) {
    boolean isLeaseLeft =
        Optional.ofNullable(written.get(key))
            .flatMap(ClaimNote::until)
            .filter(end -> end.isAfter(clock.instant()))
            .isPresent();
    return isLeaseLeft ? new ClaimRenewal.Renewed() : new ClaimRenewal.Doubtful(reason);
  }

  private boolean isFarFromItsEnd(ClaimKey key, Instant until) {
    Instant now = clock.instant();
    Duration half = Duration.between(now, until).dividedBy(2);
    return Optional.ofNullable(written.get(key))
        .flatMap(ClaimNote::until)
        .filter(end -> Duration.between(now, end).compareTo(half) > 0)
        .isPresent();
  }

  private boolean rewrite(ClaimKey key, ClaimNote note) {
    boolean isWritten = notes.rewrite(key.issue(), note);
    if (isWritten) {
      written.put(key, note);
    }
    return isWritten;
  }

  @Override
  public boolean raise(ClaimKey key, String holder, long fencing, long to) {
    return local.raise(key, holder, fencing, to);
  }

  /** Gives the issue back here, and in the tracker if it answers; else the note ends by itself. */
  @Override
  public boolean release(ClaimKey key, String holder, long fencing) {
    boolean isReleased = local.release(key, holder, fencing);
    if (!isReleased || isLocal(key)) {
      return isReleased;
    }
    Optional<ClaimNote> known = Optional.ofNullable(written.remove(key));
    known
        .filter(note -> note.who().equals(who(holder)))
        .or(() -> own(key, holder))
        .ifPresent(note ->
            notes.rewrite(key.issue(), note.with(new End.Released(millis(clock.instant())))));
    return true;
  }

  /** Our note after a restart. */
  private Optional<ClaimNote> own(ClaimKey key, String holder) {
    return switch (notes.standing(key.issue(), who(holder), clock.instant())) {
      case ClaimNotes.Read(Standing.Mine(ClaimNote note)) -> Optional.of(note);
      case ClaimNotes.Read _, ClaimNotes.Unread _ -> Optional.empty();
    };
  }

  /** By the tracker; by the local store where the tracker says nothing or does not answer. */
  @Override
  public Optional<ClaimOutcome.Held> holder(ClaimKey key) {
    return isLocal(key)
        ? local.holder(key)
        : notes.highest(key.issue()).flatMap(this::held).or(() -> local.holder(key));
  }

  @Override
  public void close() {
    local.close();
  }
}
