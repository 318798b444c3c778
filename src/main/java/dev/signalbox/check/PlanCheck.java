package dev.signalbox.check;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.AgentChoice;
import dev.signalbox.agent.AgentReason;
import dev.signalbox.agent.AgentRouter;
import dev.signalbox.agent.BranchConvention;
import dev.signalbox.branch.BranchNames;
import dev.signalbox.claim.ClaimCheck;
import dev.signalbox.config.Config;
import dev.signalbox.error.Problem;
import dev.signalbox.launch.LaunchRules;
import dev.signalbox.launch.ModeProposal;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.schedule.BatchPlanner;
import dev.signalbox.schedule.Schedule;
import dev.signalbox.verdict.VerdictAnalyzer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks a plan as a whole and, where it has no errors, works out its dispatch. */
public final class PlanCheck {
  private final PlanReading reading;
  private final Plan plan;
  private final Config config;
  private final AgentRouter router;
  private final Surroundings surroundings;
  private final List<Problem> problems = new ArrayList<>();

  private PlanCheck(
      PlanReading reading, Config config, AgentCatalogue agents, Surroundings surroundings) {
    this.reading = reading;
    this.plan = reading.plan();
    this.config = config;
    this.router = new AgentRouter(agents, config.preferred(), Map.of());
    this.surroundings = surroundings;
  }

  /** All problems at once; an analysis only for a plan without errors. */
  public static CheckResult check(
      PlanReading reading, Config config, AgentCatalogue agents, Surroundings surroundings) {
    return new PlanCheck(reading, config, agents, surroundings).run();
  }

  private CheckResult run() {
    problems.addAll(reading.problems());
    problems.addAll(ConventionCheck.problems(plan, config, surroundings));
    problems.addAll(ReferenceCheck.problems(plan));
    problems.addAll(PhaseCheck.problems(plan));
    problems.addAll(ClaimCheck.problems(plan.phases()));
    List<Assignment> assignments = assignments();
    Optional<Analysis> analysis = analysis();
    return new CheckResult(
        plan, reading.counts(), ProblemList.arranged(problems), assignments, analysis);
  }

  private List<Assignment> assignments() {
    List<AgentChoice> choices = new ArrayList<>();
    List<Optional<ModeProposal>> proposals = new ArrayList<>();
    for (Phase phase : plan.phases()) {
      Optional<ModeProposal> proposal =
          phase.handling().exec().isPresent()
              ? Optional.empty()
              : Optional.of(ModeProposal.of(phase, LaunchRules.DEFAULT.documents()));
      proposal.ifPresent(found -> problems.add(PhaseCheck.proposed(phase, found)));
      ExecMode mode = mode(phase, proposal);
      AgentChoice choice =
          router.choose(
              new AgentRouter.Demand(
                  phase, mode, LaunchRules.DEFAULT.decide(phase, mode).launch()));
      if (choice instanceof AgentChoice.None none) {
        problems.add(none.problem());
      }
      proposals.add(proposal);
      choices.add(choice);
    }
    IdentityHashMap<Phase, AgentChoice> choiceOf = new IdentityHashMap<>();
    for (int i = 0; i < choices.size(); i++) {
      choiceOf.put(plan.phases().get(i), choices.get(i));
    }
    List<Optional<String>> branches =
        BranchNames.of(plan, phase -> convention(choiceOf.get(phase)));
    List<Assignment> assignments = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      Phase phase = plan.phases().get(i);
      assignments.add(assignment(phase, proposals.get(i), choices.get(i), branches.get(i)));
    }
    return assignments;
  }

  private static ExecMode mode(Phase phase, Optional<ModeProposal> proposal) {
    return phase.handling().exec().or(() -> proposal.map(ModeProposal::mode)).orElse(ExecMode.PAIR);
  }

  private static BranchConvention convention(
      @org.jspecify.annotations.Nullable AgentChoice choice) {
    return choice instanceof AgentChoice.Chosen chosen
        ? chosen.agent().branches()
        : new BranchConvention.NamedByAgent();
  }

  private static Assignment assignment(
      Phase phase, Optional<ModeProposal> proposal, AgentChoice choice, Optional<String> branch) {
    ExecMode mode = mode(phase, proposal);
    return new Assignment(
        phase,
        mode,
        proposal.isPresent(),
        LaunchRules.DEFAULT.decide(phase, mode),
        choice instanceof AgentChoice.Chosen chosen
            ? Optional.of(chosen.agent())
            : Optional.empty(),
        choice instanceof AgentChoice.Chosen chosen ? chosen.reason() : AgentReason.NONE,
        branch);
  }

  private Optional<Analysis> analysis() {
    if (problems.stream().anyMatch(Problem::isError) && hasBrokenReferences()) {
      return Optional.empty();
    }
    VerdictAnalyzer.Result result =
        VerdictAnalyzer.analyze(plan, config.paths(), surroundings.facts());
    problems.addAll(result.problems());
    if (result.table().isEmpty() || problems.stream().anyMatch(Problem::isError)) {
      return Optional.empty();
    }
    Schedule schedule =
        BatchPlanner.plan(plan, result.table().get(), plan.header().policy().maxParallel());
    Map<PhaseId, Phase> phases = new HashMap<>();
    plan.phases().forEach(phase -> phases.put(phase.id(), phase));
    return Optional.of(
        new Analysis(
            result.table().get(), schedule, PlanCosts.of(schedule, phases), result.artifacts()));
  }

  /** With repeated ids or too many phases the rules cannot even look for cycles. */
  private boolean hasBrokenReferences() {
    return problems.stream()
        .filter(Problem::isError)
        .anyMatch(problem ->
            switch (problem.code()) {
              case PLAN_PHASE_DUPLICATE, PLAN_TOO_MANY_PHASES, PLAN_NO_PHASES -> true;
              default -> false;
            });
  }
}
