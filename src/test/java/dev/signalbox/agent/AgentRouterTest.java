package dev.signalbox.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentRouterTest {
  private static final AgentCatalogue CATALOGUE = AgentCatalogueFile.shipped();
  private static final String FIRST = "first in the catalogue that runs here and is offered for ";

  private AgentPreference preference = AgentPreference.NONE;
  private final Map<AgentId, AgentAvailability> there = new HashMap<>();

  private AgentRouter router() {
    return new AgentRouter(CATALOGUE, preference, there);
  }

  private AgentChoice choose(Optional<String> named, ExecMode mode, LaunchMode launch) {
    return router().choose(demand(named, mode, launch));
  }

  private static AgentRouter.Demand demand(
      Optional<String> named, ExecMode mode, LaunchMode launch) {
    PhaseDraft draft = new PhaseDraft(new PhaseId("1A"), new Position("plan.md", 7, 1));
    Phase phase = named.map(AgentId::new).map(draft::agent).orElse(draft).build();
    return new AgentRouter.Demand(phase, mode, launch);
  }

  private static String said(AgentChoice choice) {
    return switch (choice) {
      case AgentChoice.Chosen(var agent, var reason) -> agent.id() + ": " + reason.text();
      case AgentChoice.None(Problem problem) ->
          problem.code() + ": " + problem.message() + " | " + problem.hint();
    };
  }

  private void prefer(String... ids) {
    List<AgentId> agents = new ArrayList<>();
    for (String id : ids) {
      agents.add(new AgentId(id));
    }
    preference = new AgentPreference(agents, Map.of());
  }

  private void lacks(String id, String lack, String mend) {
    there.put(new AgentId(id), AgentAvailability.missing(lack, Optional.of(mend)));
  }

  @Test
  void withoutWishesTheCataloguesFirstOptionWorksAndThatGoesWithoutSaying() {
    AgentChoice choice = choose(Optional.empty(), ExecMode.TDD, LaunchMode.BYPASS);
    assertThat(said(choice)).isEqualTo("claude: " + FIRST + "tdd");
    assertThat(choice)
        .isInstanceOfSatisfying(
            AgentChoice.Chosen.class, it -> assertThat(it.reason().isOrdinary()).isTrue());
  }

  @Test
  void theReasonNamesWhoWasPassedOverAndWhy() {
    prefer("nobody", "Cursor", "gemini", "codex", "opencode", "claude");
    lacks("codex", "no codex on the PATH", "install codex");
    assertThat(said(choose(Optional.empty(), ExecMode.PAIR, LaunchMode.PLAN)))
        .isEqualTo(
            "claude: preferred in the configuration for pair; passed over:"
                + " nobody (not in the catalogue),"
                + " cursor (runs elsewhere, so only a plan can name it),"
                + " gemini (cannot do plan mode: it approves its own plan),"
                + " codex (no codex on the PATH),"
                + " opencode (cannot do plan mode: it shows no plan to approve)");
  }

  @Test
  void aPreferredAgentIsAnOptionWhateverTheCatalogueOffers() {
    prefer("codex");
    assertThat(said(choose(Optional.empty(), ExecMode.TDD, LaunchMode.BYPASS)))
        .isEqualTo("codex: preferred in the configuration for tdd");
    assertThat(said(choose(Optional.of("codex"), ExecMode.TDD, LaunchMode.BYPASS)))
        .isEqualTo("codex: named in the plan");
  }

  @Test
  void aPreferenceForOneModeCountsForThatModeOnly() {
    preference =
        new AgentPreference(List.of(), Map.of(ExecMode.TDD, List.of(new AgentId("codex"))));
    assertThat(said(choose(Optional.empty(), ExecMode.TDD, LaunchMode.BYPASS)))
        .startsWith("codex: ");
    assertThat(said(choose(Optional.empty(), ExecMode.QUICK, LaunchMode.BYPASS)))
        .isEqualTo("claude: " + FIRST + "quick");
  }

  @Test
  void whereTheFirstOptionIsMissingTheNextOneWorks() {
    lacks("claude", "not signed in", "claude auth login");
    assertThat(said(choose(Optional.empty(), ExecMode.QUICK, LaunchMode.BYPASS)))
        .isEqualTo("copilot-cli: " + FIRST + "quick; passed over: claude (not signed in)");
  }

  @Test
  void whereNobodyCanWorkTheErrorSaysWhyAndHowToMendIt() {
    lacks("claude", "not signed in", "claude auth login");
    assertThat(said(choose(Optional.empty(), ExecMode.SWARM, LaunchMode.BYPASS)))
        .isEqualTo(
            "AGENT_NOT_RUNNABLE: phase 1A: expected an agent for swarm, found none: claude (not"
                + " signed in) | run claude auth login");
  }

  @Test
  void anAgentOfThePlanWorksWhereverItRuns() {
    assertThat(said(choose(Optional.of("cursor"), ExecMode.TDD, LaunchMode.BYPASS)))
        .isEqualTo("cursor: named in the plan");
    assertThat(said(choose(Optional.of("v0"), ExecMode.SPIKE, LaunchMode.BYPASS)))
        .isEqualTo("v0: named in the plan, though not among the options for spike");
  }

  @Test
  void anAgentOfThePlanThatIsMissingIsNotReplaced() {
    lacks("codex", "no codex on the PATH", "npm install -g @openai/codex");
    assertThat(said(choose(Optional.of("codex"), ExecMode.TDD, LaunchMode.BYPASS)))
        .isEqualTo(
            "AGENT_NOT_RUNNABLE: phase 1A: expected codex ready to work here, found: no"
                + " codex on the PATH | run npm install -g @openai/codex");
  }

  @Test
  void planModeIsRefusedForAnAgentThatApprovesItsOwnPlan() {
    String refused =
        "PLAN_AGENT_UNABLE: phase 1A: expected an agent for Plan mode, found gemini, which cannot"
            + " do plan mode: it approves its own plan | ";
    assertThat(said(choose(Optional.of("gemini"), ExecMode.PAIR, LaunchMode.PLAN)))
        .startsWith(refused);
    AgentRouter.Demand demand = demand(Optional.empty(), ExecMode.PAIR, LaunchMode.PLAN);
    assertThat(said(router().wished(demand, new AgentId("gemini")))).startsWith(refused);
    assertThat(said(choose(Optional.of("gemini"), ExecMode.TDD, LaunchMode.BYPASS)))
        .startsWith("gemini: named in the plan");
  }

  @Test
  void anUnknownAgentIsAnErrorThatListsTheKnownOnes() {
    assertThat(said(choose(Optional.of("nobody"), ExecMode.TDD, LaunchMode.BYPASS)))
        .startsWith(
            "PLAN_AGENT_UNKNOWN: phase 1A: expected an agent of the catalogue, found nobody | write"
                + " \"- agent:\" with one of claude, codex, gemini,");
    AgentRouter.Demand demand = demand(Optional.empty(), ExecMode.TDD, LaunchMode.BYPASS);
    assertThat(router().wished(demand, new AgentId("nobody")))
        .isInstanceOfSatisfying(
            AgentChoice.None.class,
            it -> assertThat(it.problem().code()).isEqualTo(ErrorCode.PLAN_AGENT_UNKNOWN));
  }
}
