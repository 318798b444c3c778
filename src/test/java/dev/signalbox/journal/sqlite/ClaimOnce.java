package dev.signalbox.journal.sqlite;

import dev.signalbox.journal.ClaimKey;
import dev.signalbox.journal.ClaimOutcome;
import dev.signalbox.journal.Claims;
import dev.signalbox.plan.IssueId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Waits for a word, then claims a hundred issues and prints the numbers of those it got. */
final class ClaimOnce {
  static final int ISSUES = 100;

  private ClaimOnce() {}

  public static void main(String[] arguments) throws IOException {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    try (Claims claims = SqliteClaims.open(Path.of(arguments[0]))) {
      System.out.println("ready");
      if (System.in.read() < 0) {
        return;
      }
      for (int i = 0; i < ISSUES; i++) {
        ClaimKey key = new ClaimKey("linear", new IssueId("SHOP-" + i));
        if (claims.acquire(key, arguments[1], now, now.plusSeconds(60))
            instanceof ClaimOutcome.Acquired) {
          System.out.println(i);
        }
      }
    }
  }
}
