package dev.signalbox.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.forge.Account;
import dev.signalbox.forge.Account.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who speaks, by what nobody can choose. */
class SpeakersTest {

  private static Speaker bot(long id, String login, String app) {
    return Said.SPEAKERS.of(
        new Account(id, login, Kind.BOT, Optional.of(app).filter(slug -> !slug.isEmpty())), false);
  }

  @ParameterizedTest
  @CsvSource({
    "copilot-pull-request-reviewer[bot],COPILOT",
    "copilot-pull-request-reviewer,COPILOT",
    "Copilot,COPILOT",
    "copilot-swe-agent[bot],COPILOT",
    "chatgpt-codex-connector[bot],CODEX",
    "chatgpt-codex-connector,CODEX",
    "cursor[bot],CURSOR",
    "cursor,CURSOR",
    "vercel[bot],VERCEL",
    "linear[bot],LINEAR",
    "linear-code[bot],LINEAR",
    "sentry[bot],SENTRY",
    "cto-new[bot],CTO_NEW",
    "engine-labs-app[bot],CTO_NEW",
    "cto-ai-app[bot],CTO_NEW",
    "github-actions[bot],CI",
    "coderabbitai[bot],AGENT",
    "claude[bot],AGENT"
  })
  void aBotIsKnownByEverySpellingOfItsLogin(String login, Source source) {
    assertThat(bot(0, login, "")).isEqualTo(new Speaker(source, login, Standing.KNOWN));
  }

  @ParameterizedTest
  @CsvSource({"cursor", "Copilot", "cursor[bot]", "vercel", "codex", "linear"})
  void aPersonIsAPersonWhateverTheName(String login) {
    Account person = new Account(1, login, Kind.PERSON, Optional.of("cursor"));
    assertThat(Said.SPEAKERS.of(person, false))
        .isEqualTo(new Speaker(Source.PERSON, login, Standing.STRANGER));
    assertThat(Said.SPEAKERS.of(person, true).standing()).isEqualTo(Standing.MEMBER);
  }

  @ParameterizedTest
  @CsvSource({
    "seer-by-sentry[bot]",
    "sentry-io[bot]",
    "notcursor[bot]",
    "cursor-bot[bot]",
    "unheard-of[bot]"
  })
  void aBotThatNobodyKnowsIsAStranger(String login) {
    assertThat(bot(0, login, "")).isEqualTo(new Speaker(Source.BOT, login, Standing.STRANGER));
  }

  @Test
  void theNumberBeatsTheName() {
    assertThat(bot(199175422, "renamed[bot]", "").source()).isEqualTo(Source.CODEX);
    assertThat(bot(12345, "chatgpt-codex-connector[bot]", "").standing())
        .as("the name was given up, and taken by somebody else")
        .isEqualTo(Standing.STRANGER);
  }

  @Test
  void theAppTellsABotWhoseLoginSaysNothing() {
    assertThat(bot(0, "something[bot]", "cursor").source()).isEqualTo(Source.CURSOR);
    assertThat(Said.SPEAKERS.app("vercel")).contains(Source.VERCEL);
    assertThat(Said.SPEAKERS.app("unheard-of")).isEmpty();
  }
}
