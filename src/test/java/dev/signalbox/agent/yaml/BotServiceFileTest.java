package dev.signalbox.agent.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.agent.BotService;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of bots that are no agents. */
class BotServiceFileTest {
  private static final String GOOD =
      "services: [{id: vercel, speaks-as: vercel, accounts: [{login: 'vercel[bot]', id: 5}]}]";

  @Test
  void aServiceIsReadWithItsAccounts() {
    BotService read = BotServiceFile.read("services.yaml", GOOD).getFirst();
    assertThat(read.speaksAs()).isEqualTo(BotService.Word.VERCEL);
    assertThat(read.accounts().getFirst().isSpelled("vercel")).isTrue();
    assertThat(BotServiceFile.shipped()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          speaks-as: vercel | speaks-as: robot       | expected vercel, linear, sentry, ci, agent or bot, found robot
          speaks-as: vercel | speaks-like: vercel    | speaks-like
          id: vercel,       | id: [a],               | services.yaml:1
          {login: 'vercel[bot]', id: 5} | {login: '[bot]'} | login
          {login: 'vercel[bot]', id: 5} | {login: 'x', id: many} | expected a number, found many
          services:         | bots:                  | bots
          speaks-as: vercel, | ""                    | speaks-as
          """)
  void aMistakeIsSaidWithItsPlace(String good, String bad, String said) {
    assertThatThrownBy(() -> BotServiceFile.read("services.yaml", GOOD.replace(good, bad)))
        .isInstanceOfSatisfying(
            SignalboxException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
              assertThat(e.getMessage()).contains("services.yaml:1").contains(said);
            });
  }
}
