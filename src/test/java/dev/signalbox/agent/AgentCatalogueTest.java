package dev.signalbox.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.ExecMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentCatalogueTest {
  private static final AgentProfile REMOTE =
      agent("remote", AgentKind.DELEGATED, EnumSet.allOf(ExecMode.class));
  private static final AgentProfile UNOFFERED = agent("unoffered", AgentKind.RUNS_HERE, Set.of());
  private static final AgentProfile TESTER =
      agent("tester", AgentKind.RUNS_HERE, Set.of(ExecMode.TDD));
  private static final AgentProfile ALLROUNDER =
      agent("allrounder", AgentKind.RUNS_HERE, Set.of(ExecMode.TDD, ExecMode.PAIR));
  private static final AgentCatalogue CATALOGUE =
      new AgentCatalogue(List.of(REMOTE, UNOFFERED, TESTER, ALLROUNDER));

  @Test
  void idsAreFoundInAnyCase() {
    assertThat(CATALOGUE.find(new AgentId("Tester"))).contains(TESTER);
    assertThat(CATALOGUE.find(new AgentId("nobody"))).isEmpty();
  }

  @Test
  void oneIdTwiceIsRefused() {
    AgentProfile shouting = agent("TESTER", AgentKind.RUNS_HERE, Set.of());
    assertThatThrownBy(() -> new AgentCatalogue(List.of(TESTER, shouting)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void loginsAreComparedWithoutTheBotSuffixAndCase() {
    BotAccount account = new BotAccount("Cursor[bot]", OptionalLong.empty());
    assertThat(account.isSpelled("cursor")).isTrue();
    assertThat(account.isSpelled("cursor[bot]")).isTrue();
    assertThat(account.isSpelled("cursory")).isFalse();
    assertThatThrownBy(() -> new BotAccount("[bot]", OptionalLong.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AgentProfile agent(String id, AgentKind kind, Set<ExecMode> modes) {
    return new AgentProfile(
        new AgentId(id),
        id,
        kind,
        new Working(new BranchConvention.NamedByAgent(), false, Optional.empty(), modes),
        List.of(),
        Optional.empty(),
        Tuning.NONE);
  }
}
