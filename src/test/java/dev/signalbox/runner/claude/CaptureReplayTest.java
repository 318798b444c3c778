package dev.signalbox.runner.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runner.program.Capture;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Recordings of the real program read again; the table was counted by another program. */
class CaptureReplayTest {
  private static final Capture CAPTURE = new Capture("claude");

  @BeforeAll
  static void require() {
    CAPTURE.require();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/claude/captures.csv", useHeadersInDisplayName = true)
  void costsTurnsQuestionsAndRetriesAreThoseOfTheRecording(
      String capture, long microUsd, String turns, String questions, int retries) {
    ClaudeExchange exchange = Lines.exchange();
    List<AgentSignal> signals = replay(exchange, capture);

    assertThat(exchange.pulse().microUsd()).isEqualTo(microUsd);
    assertThat(
            of(signals, AgentSignal.TurnEnded.class).stream()
                .map(ended -> ended.result().getClass().getSimpleName())
                .collect(Collectors.joining(" ")))
        .isEqualTo(turns == null ? "" : turns);
    assertThat(
            of(signals, AgentSignal.Asked.class).stream()
                .map(asked -> asked.question().getClass().getSimpleName())
                .collect(Collectors.joining(" ")))
        .isEqualTo(questions == null ? "" : questions);
    assertThat(of(signals, AgentSignal.Retrying.class)).hasSize(retries);
    assertThat(of(signals, AgentSignal.Identified.class)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void aSubagentsWordsAreNotTheSessions() {
    List<String> activities = new ArrayList<>();
    ClaudeExchange exchange = Lines.exchange();
    for (String line : CAPTURE.lines("c16-subagent.ndjson")) {
      exchange.read(line);
      exchange.pulse().activity().ifPresent(activities::add);
    }
    assertThat(activities)
        .contains("Agent Look at the repo", "The subagent answered.")
        .doesNotContain("Plain answer, no tools.");
  }

  @Test
  void aSubagentIsToldOnceWhenItCameToItsEnd() {
    assertThat(of(replay(Lines.exchange(), "c16-subagent.ndjson"), AgentSignal.SubagentRan.class))
        .hasSize(1);
  }

  @Test
  void aResumedProcessCountsItsOwnCostOnly() {
    ClaudeExchange exchange = Lines.exchange();
    List<AgentSignal> signals = replay(exchange, "i03-resume.ndjson");
    assertThat(exchange.pulse().microUsd()).isEqualTo(2_849);
    assertThat(signals.getFirst())
        .isEqualTo(
            new AgentSignal.Identified("914037c8-dab8-4c47-b815-3cff1e4d68f7", "My task name"));
    assertThat(exchange.pulse().contextTokensMax()).isEqualTo(1_000_000);
    assertThat(exchange.pulse().contextTokens()).isPositive();
  }

  @Test
  void tokensAreThoseOfTheRecording() {
    ClaudeExchange exchange = Lines.exchange();
    replay(exchange, "c01-bypass.ndjson");
    assertThat(exchange.pulse().tokens()).isEqualTo(new Tokens(36, 37_719, 118));
  }

  private static List<AgentSignal> replay(ClaudeExchange exchange, String capture) {
    List<AgentSignal> signals = new ArrayList<>();
    CAPTURE.lines(capture).forEach(line -> signals.addAll(exchange.read(line)));
    return signals;
  }

  private static <S extends AgentSignal> List<S> of(List<AgentSignal> signals, Class<S> kind) {
    return signals.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
