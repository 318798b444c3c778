package dev.signalbox.dispatch;

import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.Capability;
import dev.signalbox.agent.Tuning;
import dev.signalbox.branch.Slug;
import dev.signalbox.check.Analysis;
import dev.signalbox.check.Assignment;
import dev.signalbox.check.CheckResult;
import dev.signalbox.check.PromptTexts;
import dev.signalbox.engine.Purpose;
import dev.signalbox.engine.ReviewPlan;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.engine.SharedArtifact;
import dev.signalbox.engine.SpecAuthor;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.PhaseRef;
import dev.signalbox.plan.RunPolicy;
import dev.signalbox.prompt.PromptPlace;
import dev.signalbox.schedule.Batch;
import dev.signalbox.schedule.MergeWish;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionName;
import dev.signalbox.verdict.PairVerdict;
import dev.signalbox.verdict.Verdict;
import dev.signalbox.verdict.VerdictTable;
import dev.signalbox.view.CheckText;
import dev.signalbox.view.MergeOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes of a checked plan what a person approves and the engine carries out. */
public final class RunSpecs {
  /** Characters of a line of the table: nothing that is approved may be cut. */
  private static final int TABLE_COLUMNS = 240;

  private final CheckResult result;
  private final Analysis analysis;
  private final PromptPlace place;
  private final RunChoice choice;
  private final Map<PhaseId, SessionId> ids = new LinkedHashMap<>();
  private final Map<PhaseId, Assignment> assignments = new HashMap<>();

  private RunSpecs(CheckResult result, Analysis analysis, PromptPlace place, RunChoice choice) {
    this.result = result;
    this.analysis = analysis;
    this.place = place;
    this.choice = choice;
    result.assignments().forEach(each -> assignments.put(each.phase().id(), each));
    int index = 0;
    for (Batch batch : analysis.schedule().batches()) {
      for (PhaseId phase : batch.phases()) {
        // The names are those of the table, which shows every phase.
        ids.put(phase, new SessionId(SessionName.of(index)));
        index++;
      }
    }
    choice.except().forEach(ids::remove);
  }

  /**
   * The run of a plan without errors.
   *
   * @throws SignalboxException for an agent that does not run here
   */
  public static RunSpec of(
      CheckResult result, Analysis analysis, PromptPlace place, RunChoice choice) {
    return new RunSpecs(result, analysis, place, choice).spec();
  }

  private RunSpec spec() {
    RunPolicy policy = result.plan().header().policy();
    List<SessionSpec> sessions = ids.keySet().stream().map(this::session).toList();
    List<List<SessionId>> batches = new ArrayList<>();
    for (Batch batch : analysis.schedule().batches()) {
      List<SessionId> own =
          batch.phases().stream().filter(ids::containsKey).map(this::idOf).toList();
      if (!own.isEmpty()) {
        batches.add(own);
      }
    }
    Optional<ReviewPlan> reviews =
        ReviewPlans.of(result.plan(), choice.services(), ids, this::tellsSubagents);
    return new RunSpec(
        choice.run(),
        new RunSpec.Source(
            choice.place().planFile(),
            choice.place().planHash(),
            result.plan().header().issue(),
            choice.services().tracker()),
        new RunSpec.Target(
            choice.place().repository(),
            result.plan().header().base(),
            policy.verify(),
            policy.prepare(),
            areCommandsNew(policy),
            choice.place().copies(),
            choice.services().merge()),
        choice.bounds(),
        table(policy, sessions, reviews),
        new RunSpec.Lineup(
            sessions,
            batches,
            choice.services().author(),
            reviews,
            artifacts(),
            ElsewhereSeats.of(reviews, choice.services().reviewers())));
  }

  /** With those sessions of the run of which the plan says that they change it. */
  private List<SharedArtifact> artifacts() {
    return analysis.artifacts().stream()
        .map(each ->
            new SharedArtifact(
                each.name(),
                each.kind(),
                each.patterns(),
                each.expected().stream().filter(ids::containsKey).map(this::idOf).toList()))
        .toList();
  }

  private SessionId idOf(PhaseId phase) {
    SessionId id = ids.get(phase);
    if (id == null) {
      throw new IllegalStateException("expected a phase of the run, found " + phase);
    }
    return id;
  }

  private boolean areCommandsNew(RunPolicy policy) {
    return commands(policy).anyMatch(command -> !choice.approved().commands().contains(command));
  }

  private static Stream<String> commands(RunPolicy policy) {
    return Stream.concat(policy.prepare().stream(), policy.verify().stream());
  }

  /** The same for every terminal, since its hash is what is approved. */
  private String table(RunPolicy policy, List<SessionSpec> sessions, Optional<ReviewPlan> reviews) {
    List<String> lines =
        new ArrayList<>(CheckText.terminal(result, analysis, false, TABLE_COLUMNS));
    lines.add("");
    if (!choice.except().isEmpty()) {
      lines.add("Done already, and not run: " + choice.except().stream().sorted().toList());
    }
    lines.add("Base: " + result.plan().header().base() + " in " + choice.place().repository());
    lines.add("Prepare: " + policy.prepare().orElse("nothing"));
    lines.add("Verify: " + policy.verify().orElse("no command; a person looks at every merge"));
    lines.addAll(Scopes.lines(sessions));
    for (SessionSpec session : sessions) {
      session
          .order()
          .executes()
          .ifPresent(decides ->
              lines.add(
                  "%s executes only what a person approves of the recommendation of %s"
                      .formatted(session.id(), decides)));
    }
    reviews.ifPresent(plan -> {
      lines.addAll(ReviewPlans.lines(plan));
      lines.addAll(
          ElsewhereSeats.lines(ElsewhereSeats.of(reviews, choice.services().reviewers()), plan));
    });
    choice.services().author().ifPresent(author -> lines.add(authors(author)));
    lines.add(choice.walls());
    choice
        .bounds()
        .spendCap()
        .ifPresent(cap ->
            lines.addAll(
                SpendCaps.lines(cap, ids.keySet().stream().map(this::assignmentOf).toList())));
    return String.join("\n", lines);
  }

  private static String authors(SpecAuthor author) {
    return "What fails in production: "
        + author.agent()
        + " writes its specification, in at most "
        + Limits.SPEC_AUTHORS_MAX
        + " sessions besides these";
  }

  private SessionSpec session(PhaseId id) {
    Assignment assignment = assignmentOf(id);
    Phase phase = assignment.phase();
    AgentId agent = agentOf(assignment);
    LaunchMode launch = assignment.launch().launch();
    Optional<Tuning> tuning = assignment.agent().map(AgentProfile::tuning);
    return new SessionSpec(
        idOf(id),
        id,
        phase.issueOrId(),
        new SessionSpec.Work(
            Purpose.IMPLEMENT,
            phase.title(),
            assignment.exec(),
            phase.handling().deliverable(),
            phase.handling().estimate().cost(),
            Scopes.of(result.plan().header().policy(), phase, choice.place())),
        new SessionSpec.Handling(
            agent,
            launch,
            name(assignment),
            branchOf(assignment, agent),
            tuning.flatMap(it -> it.model(assignment.exec())),
            tuning.flatMap(it -> it.effort(assignment.exec())),
            assignment.agent().flatMap(RunSpecs::elsewhere)),
        new SessionSpec.Order(needs(id), mergesAfter(id), executes(phase)),
        PromptTexts.of(result, analysis, assignment, place)
            + ReviewPlans.prompt(
                phase,
                choice.services(),
                assignment.agent().flatMap(RunSpecs::elsewhere).isPresent()));
  }

  /** What was recommended in an earlier run was approved there, or not: nobody knows it here. */
  private Optional<SessionId> executes(Phase phase) {
    Optional<PhaseRef> decides = phase.brief().executes();
    if (decides.isPresent() && !ids.containsKey(decides.get().id())) {
      throw new SignalboxException(
          ErrorCode.PLAN_EXECUTES_INVALID,
          "%s: expected phase %s in this run, since %s executes what is approved of it, found it done"
              .formatted(decides.get().position(), decides.get().id(), phase.id()),
          List.of("run it again with --again"));
    }
    return decides.map(ref -> idOf(ref.id()));
  }

  private boolean tellsSubagents(PhaseId phase) {
    return assignmentOf(phase)
        .agent()
        .map(agent -> agent.can(Capability.TELL_SUBAGENTS))
        .orElse(false);
  }

  private Assignment assignmentOf(PhaseId id) {
    Assignment assignment = assignments.get(id);
    if (assignment == null) {
      throw new IllegalStateException("expected an assignment for phase " + id);
    }
    return assignment;
  }

  private AgentId agentOf(Assignment assignment) {
    return assignment
        .agent()
        .map(AgentProfile::id)
        .orElseThrow(() ->
            new SignalboxException(
                ErrorCode.PLAN_AGENT_UNKNOWN,
                "phase " + assignment.phase().id() + ": expected an agent, found none",
                List.of("name one with --agent, or in the plan")));
  }

  private static Optional<SessionSpec.Elsewhere> elsewhere(AgentProfile agent) {
    return agent
        .delegation()
        .map(it -> new SessionSpec.Elsewhere(it.startLimit(), it.stallLimit()));
  }

  /** A session that runs here needs a name for its branch before it starts. */
  private static String branchOf(Assignment assignment, AgentId agent) {
    String issue = assignment.phase().issueOrId().value().toLowerCase(Locale.ROOT);
    return assignment.branch().orElse(agent + "/" + issue);
  }

  /** {@code SHOP-101 1A review-gates}: the issue, the phase and the end of the branch's name. */
  private static String name(Assignment assignment) {
    Phase phase = assignment.phase();
    String issue = phase.issueOrId().value();
    String slug = Slug.of(phase.title(), Limits.SLUG_CHARS_MAX);
    return (issue + " " + phase.id() + " " + slug).strip();
  }

  private List<SessionId> needs(PhaseId id) {
    VerdictTable verdicts = analysis.verdicts();
    int index = verdicts.indexOf(id).orElseThrow();
    List<SessionId> needs = new ArrayList<>();
    for (int before : verdicts.prerequisites(index)) {
      PhaseId phase = result.plan().phases().get(before).id();
      if (ids.containsKey(phase)) {
        needs.add(idOf(phase));
      }
    }
    return needs;
  }

  /**
   * Those of its batch that share files or a folder with it and come first in the merge order, and
   * those that a person wishes to come first.
   */
  private List<SessionId> mergesAfter(PhaseId id) {
    VerdictTable verdicts = analysis.verdicts();
    Map<PhaseId, Integer> places = MergeOrder.places(analysis.schedule());
    int index = verdicts.indexOf(id).orElseThrow();
    List<SessionId> first = new ArrayList<>();
    for (Batch batch : analysis.schedule().batches()) {
      if (!batch.phases().contains(id)) {
        continue;
      }
      for (PhaseId other : batch.phases()) {
        if (other.equals(id) || !ids.containsKey(other)) {
          continue;
        }
        PairVerdict pair = verdicts.verdict(index, verdicts.indexOf(other).orElseThrow());
        boolean isShared = pair.verdict() != Verdict.PARALLEL;
        boolean isWished = analysis.schedule().wishes().contains(new MergeWish(other, id));
        if (isWished || (isShared && MergeOrder.first(pair, places).equals(other))) {
          first.add(idOf(other));
        }
      }
    }
    return first;
  }
}
