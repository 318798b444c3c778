package dev.signalbox.journal.tracker;

import dev.signalbox.journal.ClaimKey;
import dev.signalbox.journal.ClaimOutcome;
import dev.signalbox.journal.ClaimRenewal;
import dev.signalbox.journal.Claims;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.ClaimNote;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.Tracker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks before it writes and not after: the bug that the races have to show. */
record HastyClaims(Claims real, Tracker tracker, String engine) implements Claims {
  @Override
  public ClaimOutcome acquire(ClaimKey key, String holder, Instant now, Instant until) {
    if (tracker.comments(key.issue()) instanceof Outcome.Done<List<Comment>>(var found)
        && !found.isEmpty()) {
      ClaimNote there = ClaimNote.parse(found.getFirst().body()).orElseThrow();
      return new ClaimOutcome.Held(there.who().toString(), now, until);
    }
    ClaimNote note =
        new ClaimNote(1, new ClaimNote.Who(engine, holder), now, new ClaimNote.End.Until(until));
    Outcome<?> _ = tracker.commentOnce(key.issue(), ClaimNote.key(1), note.text());
    return new ClaimOutcome.Acquired(1);
  }

  @Override
  public ClaimRenewal renew(ClaimKey key, String holder, long fencing, Instant until) {
    return real.renew(key, holder, fencing, until);
  }

  @Override
  public boolean raise(ClaimKey key, String holder, long fencing, long to) {
    return real.raise(key, holder, fencing, to);
  }

  @Override
  public boolean release(ClaimKey key, String holder, long fencing) {
    return real.release(key, holder, fencing);
  }

  @Override
  public Optional<ClaimOutcome.Held> holder(ClaimKey key) {
    return real.holder(key);
  }

  @Override
  public void close() {
    real.close();
  }
}
