package dev.signalbox.journal.tracker;

import dev.signalbox.journal.ClaimKey;
import dev.signalbox.journal.ClaimOutcome;
import dev.signalbox.journal.Claims;
import dev.signalbox.journal.memory.MemoryClaims;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.IssueId;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.TrackedWorld;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.tracker.TrackerContractTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Engines on several machines, each with a local store of its own, and one tracker. */
final class Engines {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final Instant ONE = NOON.plusSeconds(3600);
  static final Instant TWO = ONE.plusSeconds(3600);

  private Engines() {}

  static ClaimKey issue(TrackedWorld world, String name) {
    NewIssue empty = new NewIssue(name, "", Optional.empty(), List.of());
    IssueId id = TrackerContractTest.done(world.client().create(new NoteKey(name), empty));
    return new ClaimKey(world.client().scope(), id);
  }

  static Claims engine(String name, Claims local, Tracker tracker, Instant now) {
    ClaimNotes notes = new ClaimNotes(tracker, Set.of(), Limits.CLAIM_MARGIN);
    return new TrackerClaims(local, notes, name, Clock.fixed(now, ZoneOffset.UTC));
  }

  static Claims engine(String name, Tracker tracker) {
    return engine(name, new MemoryClaims(), tracker, NOON);
  }

  /** A bug: whoever could write takes the issue for his. */
  static Claims hasty(String name, Tracker tracker) {
    return new HastyClaims(engine(name, tracker), tracker, name);
  }

  static ClaimOutcome acquire(Claims claims, ClaimKey key, String session) {
    return claims.acquire(key, session, NOON, ONE);
  }
}
