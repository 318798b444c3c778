package dev.signalbox.journal.tracker;

import dev.signalbox.journal.Claims;
import dev.signalbox.journal.ClaimsContractTest;
import dev.signalbox.journal.memory.MemoryClaims;
import dev.signalbox.plan.IssueId;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.memory.MemoryIssues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/** Another view of these claims is another engine on another machine. */
class TrackerClaimsTest extends ClaimsContractTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  private final MemoryIssues issues = new MemoryIssues("linear", "SHOP", NOON);
  private int engines;

  @Override
  protected Claims create() {
    issues.add(new IssueId("SHOP-101"));
    for (int i = 0; i < 20; i++) {
      issues.add(new IssueId("SHOP-" + i));
    }
    return engine();
  }

  private synchronized Claims engine() {
    engines++;
    ClaimNotes notes =
        new ClaimNotes(issues.as(new Actor("u-1", "Signalbox", true)), Set.of(), Duration.ZERO);
    return new TrackerClaims(new MemoryClaims(), notes, "host/e" + engines, NOON);
  }

  @Override
  protected Claims another(Claims claims) {
    return engine();
  }
}
