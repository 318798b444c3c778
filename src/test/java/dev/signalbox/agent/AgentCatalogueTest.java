package dev.signalbox.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseId;
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
  void theFirstThatRunsHereAndIsOfferedForTheModeIsChosen() {
    assertThat(CATALOGUE.choose(phase().build(), ExecMode.TDD))
        .isEqualTo(
            new AgentChoice.Chosen(
                TESTER, "first in the catalogue that runs here and is offered for tdd"));
    assertThat(CATALOGUE.choose(phase().build(), ExecMode.PAIR))
        .isInstanceOfSatisfying(
            AgentChoice.Chosen.class, chosen -> assertThat(chosen.agent()).isEqualTo(ALLROUNDER));
  }

  @Test
  void theAgentThatThePlanNamesWinsWhereverItRuns() {
    assertThat(CATALOGUE.choose(named("remote"), ExecMode.TDD))
        .isEqualTo(new AgentChoice.Chosen(REMOTE, "named in the plan"));
  }

  @Test
  void aNamedAgentThatIsNoOptionForTheModeIsChosenAndSaidToBeNone() {
    assertThat(CATALOGUE.choose(named("tester"), ExecMode.SPIKE))
        .isEqualTo(
            new AgentChoice.Chosen(
                TESTER, "named in the plan, though not among the options for spike"));
  }

  @Test
  void anUnknownAgentIsAnErrorThatListsTheKnownOnes() {
    assertThat(CATALOGUE.choose(named("nobody"), ExecMode.TDD))
        .isInstanceOfSatisfying(
            AgentChoice.None.class,
            none -> {
              assertThat(none.problem().code()).isEqualTo(ErrorCode.PLAN_AGENT_UNKNOWN);
              assertThat(none.problem().isError()).isTrue();
              assertThat(none.problem().position()).isEqualTo(new Position("plan.md", 7, 1));
              assertThat(none.problem().message())
                  .isEqualTo("phase 1A: expected an agent of the catalogue, found nobody");
              assertThat(none.problem().hint()).contains("remote, unoffered, tester, allrounder");
            });
  }

  @Test
  void aModeThatNoLocalAgentIsOfferedForIsAnError() {
    assertThat(CATALOGUE.choose(phase().build(), ExecMode.SWARM))
        .isInstanceOfSatisfying(
            AgentChoice.None.class, none -> assertThat(none.problem().message()).contains("swarm"));
  }

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

  private static Phase named(String agent) {
    return phase().agent(new AgentId(agent)).build();
  }

  private static PhaseDraft phase() {
    return new PhaseDraft(new PhaseId("1A"), new Position("plan.md", 7, 1));
  }

  private static AgentProfile agent(String id, AgentKind kind, Set<ExecMode> modes) {
    return new AgentProfile(
        new AgentId(id),
        id,
        kind,
        new Working(new BranchConvention.NamedByAgent(), false, modes),
        List.of(),
        Optional.empty(),
        Tuning.NONE);
  }
}
