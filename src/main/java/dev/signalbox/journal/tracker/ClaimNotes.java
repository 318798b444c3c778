package dev.signalbox.journal.tracker;

import dev.signalbox.limit.Limits;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.ClaimContest;
import dev.signalbox.tracker.ClaimContest.Standing;
import dev.signalbox.tracker.ClaimNote;
import dev.signalbox.tracker.ClaimNote.End;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.Tracker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes and reads the notes of claims. A note is written only under a number that nobody used, and
 * a claim is won only by a reading after the write; somebody else's note in the answer to the write
 * is enough to lose.
 */
public final class ClaimNotes {
  private final Tracker tracker;
  private final Set<String> fellows;
  private final Duration margin;

  /** What came of a claim. */
  sealed interface Result {}

  record Won(ClaimNote note) implements Result {}

  record Lost(ClaimNote note) implements Result {}

  record NoAnswer(String reason, boolean mayPass) implements Result {}

  /** What reading came to. */
  sealed interface Reading {}

  record Read(Standing standing) implements Reading {}

  record Unread(String reason) implements Reading {}

  /**
   * Notes in a tracker.
   *
   * @param fellows ids of the accounts of other engines, beside this one's own; notes of all others
   *     are comments
   * @param margin how much longer than its lease a claim of another machine counts
   */
  public ClaimNotes(Tracker tracker, Set<String> fellows, Duration margin) {
    this.tracker = tracker;
    this.fellows = Set.copyOf(fellows);
    this.margin = margin;
  }

  String scope() {
    return tracker.scope();
  }

  Result claim(IssueId issue, ClaimNote.Who who, Instant now, Instant until) {
    long tried = 0;
    for (int round = 0; round < Limits.CLAIM_ROUNDS_MAX; round++) {
      Outcome<ClaimContest> read = contest(issue);
      if (read instanceof Outcome.Failed<ClaimContest>(Failure failure)) {
        return noAnswer(failure);
      }
      ClaimContest contest = ((Outcome.Done<ClaimContest>) read).value();
      switch (contest.standing(who, now, margin)) {
        case Standing.Taken(ClaimNote note) -> {
          withdraw(issue, contest, who);
          return new Lost(note);
        }
        case Standing.Mine(ClaimNote note) -> {
          if (note.number() == tried || isLongEnough(note, until)) {
            tidy(issue, contest, note);
            return new Won(note);
          }
          tried = note.number();
          Outcome<?> outcome = write(issue, note.with(new End.Until(until)));
          if (outcome instanceof Outcome.Failed<?>(Failure failure)) {
            return noAnswer(failure);
          }
        }
        case Standing.Free(long next) -> {
          // A number whose note is gone, or not one of ours, is passed over by everybody alike.
          tried = Math.max(next, tried + 1);
          ClaimNote own = new ClaimNote(tried, who, now, new End.Until(until));
          Optional<Result> end = writeFirst(issue, own, now);
          if (end.isPresent()) {
            return end.get();
          }
        }
      }
    }
    return new NoAnswer(
        "expected to claim %s within %d rounds, found its notes changed each time"
            .formatted(issue, Limits.CLAIM_ROUNDS_MAX),
        true);
  }

  /** Empty where a reading has to tell how it stands now. */
  private Optional<Result> writeFirst(IssueId issue, ClaimNote own, Instant now) {
    Outcome<Comment> written = writeOnce(issue, own);
    if (written instanceof Outcome.Failed<Comment>(Failure failure)) {
      return failure.kind() == Failure.Kind.CONFLICTING
          ? Optional.empty()
          : Optional.of(noAnswer(failure));
    }
    // A reading that comes late may lack the note of somebody else that is in the answer.
    Outcome<ClaimContest> answered =
        written.then(
            comment -> tracker.account().map(by -> ClaimContest.of(List.of(comment), trusted(by))));
    return answered instanceof Outcome.Done<ClaimContest>(ClaimContest there)
            && there.standing(own.who(), now, margin) instanceof Standing.Taken(ClaimNote note)
        ? Optional.of(new Lost(note))
        : Optional.empty();
  }

  /** Removes notes of a loser's own, which stand under lower numbers. */
  private void withdraw(IssueId issue, ClaimContest contest, ClaimNote.Who who) {
    remove(issue, contest.notes().stream().filter(note -> note.who().equals(who)).toList());
  }

  private void remove(IssueId issue, List<ClaimNote> notes) {
    for (ClaimNote note : notes) {
      Outcome<?> _ = tracker.uncomment(issue, ClaimNote.key(note.number()));
    }
  }

  private static boolean isLongEnough(ClaimNote note, Instant until) {
    return note.until().filter(end -> !end.isBefore(until)).isPresent();
  }

  /** Removes what is left of earlier claims. The highest stays: it is what the next counts from. */
  private void tidy(IssueId issue, ClaimContest contest, ClaimNote own) {
    remove(issue, contest.notes().stream().filter(note -> note.number() < own.number()).toList());
  }

  private Outcome<ClaimContest> contest(IssueId issue) {
    return tracker
        .account()
        .then(own -> tracker.comments(issue).map(found -> ClaimContest.of(found, trusted(own))));
  }

  private Set<String> trusted(Actor own) {
    Set<String> trusted = new TreeSet<>(fellows);
    trusted.add(own.uid());
    return trusted;
  }

  private Outcome<Comment> writeOnce(IssueId issue, ClaimNote note) {
    return tracker.commentOnce(issue, ClaimNote.key(note.number()), note.text());
  }

  private Outcome<Comment> write(IssueId issue, ClaimNote note) {
    return tracker.comment(issue, ClaimNote.key(note.number()), note.text());
  }

  /**
   * Lets the note that is there say so; a note that somebody removed is not written anew, and is
   * {@link Failure.Kind#CONFLICTING}.
   */
  Outcome<Comment> rewrite(IssueId issue, ClaimNote note) {
    return tracker.recomment(issue, ClaimNote.key(note.number()), note.text());
  }

  Reading standing(IssueId issue, ClaimNote.Who who, Instant now) {
    return switch (contest(issue)) {
      case Outcome.Done<ClaimContest>(ClaimContest found) ->
          new Read(found.standing(who, now, margin));
      case Outcome.Failed<ClaimContest>(Failure failure) -> new Unread(failure.reason());
    };
  }

  /** The note that counts; empty where there is none, or where nobody knows. */
  Optional<ClaimNote> highest(IssueId issue) {
    return contest(issue) instanceof Outcome.Done<ClaimContest>(ClaimContest found)
        ? found.highest()
        : Optional.empty();
  }

  private static Result noAnswer(Failure failure) {
    return new NoAnswer(failure.reason(), failure.kind().mayPass());
  }
}
