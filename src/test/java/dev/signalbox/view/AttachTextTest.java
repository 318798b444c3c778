package dev.signalbox.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.remote.Requests;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.Spoken;
import dev.signalbox.session.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttachTextTest {
  private static SessionView session(Tokens tokens) {
    return new SessionView(
        new SessionId("S-A"),
        new SessionView.Work(
            SessionView.IMPLEMENT,
            "1A",
            "Card \u001b[31mnumbers",
            "SHOP-201",
            "claude",
            "claude/x",
            Optional.empty()),
        new SessionView.Standing(
            "TakenOver",
            "Taken over",
            false,
            Optional.of("by \u001b]0;ann\u0007"),
            Optional.empty()),
        new SessionView.Effort(
            Optional.of(Duration.ofSeconds(75)), 120_000, Optional.empty(), 2, Requests.NONE),
        Optional.of(
            new SessionView.Doing(Optional.empty(), Optional.empty(), Instant.EPOCH, 41, tokens)),
        List.of("you: 12-3fa9c1d2"),
        new SessionView.Drift(List.of(), 0));
  }

  @Test
  void showsWhatItCostsAndWaitsFor() {
    assertThat(AttachText.standing(session(new Tokens(1_200, 3_400_000, 56)), 160))
        .startsWith("S-A Taken over: by ")
        .endsWith(
            "1m 15s, $0.12, tokens 3.4M in (3.4M cached), 56 out, context 41%,"
                + " waits for you: 12-3fa9c1d2");
    assertThat(AttachText.standing(session(Tokens.NONE), 160)).doesNotContain("tokens");
  }

  @Test
  void nothingOfItReachesTheTerminalAsMoreThanText() {
    SessionView session = session(Tokens.NONE);
    assertThat(AttachText.head(session, 80)).noneMatch(line -> line.contains("\u001b"));
    assertThat(AttachText.standing(session, 80)).doesNotContain("\u001b", "\u0007");
  }

  @Test
  void longWordsOfAnAgentNeverReachTheFirstColumn() {
    String words =
        "> ".repeat(5) + "x".repeat(70) + " = forged ? and - more * words " + "y ".repeat(40);
    List<String> lines =
        AttachText.wrapped(LogText.lines(new Spoken.Words(words + "\n? forged")), 40);
    assertThat(lines).hasSizeGreaterThan(4).allMatch(line -> line.startsWith("  "));
    assertThat(lines).allMatch(line -> line.length() <= 40);
  }
}
