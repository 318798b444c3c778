package dev.signalbox.journal.tracker;

import dev.signalbox.journal.ClaimKey;
import dev.signalbox.journal.ClaimOutcome;
import dev.signalbox.journal.ClaimRenewal;
import dev.signalbox.journal.Claims;
import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.ClaimContest.Standing;
import dev.signalbox.tracker.ClaimNote;
import dev.signalbox.tracker.ClaimNote.End;
import dev.signalbox.tracker.Comment;
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
  /** One part in so many: time enough to try several times while the tracker is away. */
  private static final int LAST_PART = 4;

  private static final Duration LEASE_MAX = Limits.CLAIM_LEASE_MAX;

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
   * Prolongs the lease here each time, and in the tracker only when little of it is left there:
   * then the notes are read, so that a claim is given up that an engine with a wrong clock took
   * away, or a person, who removes the note. A tracker that does not answer leaves the claim as it
   * is until the end of the lease that others read there.
   */
  @Override
  public ClaimRenewal renew(ClaimKey key, String holder, long fencing, Instant until) {
    ClaimRenewal here = local.renew(key, holder, fencing, until);
    if (!(here instanceof ClaimRenewal.Renewed) || isLocal(key) || isFarFromItsEnd(key, until)) {
      return here;
    }
    return readAndProlong(key, holder, fencing, until);
  }

  private ClaimRenewal prolong(
      ClaimKey key, String holder, long fencing, ClaimNote note, Instant until) {
    ClaimNote longer = note.with(new End.Until(millis(leaseEnd(note, until))));
    return switch (notes.rewrite(key.issue(), longer)) {
      case Outcome.Done<Comment> _ -> {
        written.put(key, longer);
        yield new ClaimRenewal.Renewed();
      }
      case Outcome.Failed<Comment>(Failure failure) when isGone(failure) ->
          lost(key, holder, fencing, holderNow(key, holder));
      case Outcome.Failed<Comment>(Failure failure) -> unanswered(key, failure.reason());
    };
  }

  private static boolean isGone(Failure failure) {
    return failure.kind() == Failure.Kind.CONFLICTING || failure.kind() == Failure.Kind.ABSENT;
  }

  private String holderNow(ClaimKey key, String holder) {
    return switch (notes.standing(key.issue(), who(holder), clock.instant())) {
      case ClaimNotes.Read(Standing found) -> holderIn(found);
      case ClaimNotes.Unread _ -> "";
    };
  }

  /**
   * The end of the next lease: as long as the work already took, and again as long, so that hours
   * of work cost few requests and a machine that was down early gives its issues free soon.
   */
  private Instant leaseEnd(ClaimNote note, Instant until) {
    Instant now = clock.instant();
    Duration grown = Duration.between(note.since(), now).multipliedBy(2);
    return now.plus(longest(Duration.between(now, until), shortest(grown, LEASE_MAX)));
  }

  private ClaimRenewal readAndProlong(ClaimKey key, String holder, long fencing, Instant until) {
    return switch (notes.standing(key.issue(), who(holder), clock.instant())) {
      case ClaimNotes.Read(Standing.Mine(ClaimNote note)) ->
          prolong(key, holder, fencing, note, until);
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
    return alive(key).isPresent() ? new ClaimRenewal.Renewed() : new ClaimRenewal.Doubtful(reason);
  }

  private static Duration shortest(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longest(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /** Our note, while the lease that it tells has not ended. */
  private Optional<ClaimNote> alive(ClaimKey key) {
    return Optional.ofNullable(written.get(key))
        .filter(note -> note.until().filter(end -> end.isAfter(clock.instant())).isPresent());
  }

  /** Whether more is left than the last part of a lease, in which it is prolonged. */
  private boolean isFarFromItsEnd(ClaimKey key, Instant until) {
    Instant now = clock.instant();
    return alive(key)
        .filter(note -> {
          Instant end = note.until().orElseThrow();
          // A grown lease is two thirds of the time from the claim to its end.
          Duration grown = Duration.between(note.since(), end).multipliedBy(2).dividedBy(3);
          Duration lease = longest(Duration.between(now, until), shortest(grown, LEASE_MAX));
          return Duration.between(now, end).compareTo(lease.dividedBy(LAST_PART)) > 0;
        })
        .isPresent();
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
        .ifPresent(note -> {
          Outcome<Comment> _ =
              notes.rewrite(key.issue(), note.with(new End.Released(millis(clock.instant()))));
        });
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
