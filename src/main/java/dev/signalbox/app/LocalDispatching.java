package dev.signalbox.app;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.Capability;
import dev.signalbox.agent.yaml.BotServiceFile;
import dev.signalbox.check.Analysis;
import dev.signalbox.check.CheckResult;
import dev.signalbox.cli.Dispatching;
import dev.signalbox.cli.Planning;
import dev.signalbox.control.StateFolders;
import dev.signalbox.dispatch.ReviewPlans;
import dev.signalbox.dispatch.RunChoice;
import dev.signalbox.dispatch.RunSpecs;
import dev.signalbox.dispatch.Scopes;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.ReviewPlan;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.engine.SpecAuthor;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.ApprovedCommands;
import dev.signalbox.journal.folder.EngineLock;
import dev.signalbox.journal.folder.LockOutcome;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.RunPolicy;
import dev.signalbox.repository.Repository;
import dev.signalbox.repository.git.GitRepository;
import dev.signalbox.review.ReviewProfile;
import dev.signalbox.review.yaml.ReviewFiles;
import dev.signalbox.runtime.EngineLoop;
import dev.signalbox.session.RunId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs plans on this machine. */
final class LocalDispatching implements Dispatching {
  private final Map<String, String> environment;
  private final Path home;
  private final Clock clock;
  private final String person;

  LocalDispatching(Map<String, String> environment, Path home, Clock clock, String person) {
    this.environment = Map.copyOf(environment);
    this.home = home;
    this.clock = clock;
    this.person = person;
  }

  @Override
  public Optional<Running> begin(Planning.CheckedPlan plan, Wish wish) {
    boolean isFile = TrackerRef.of(wish.plan()).isEmpty();
    Path file = isFile ? real(Path.of(wish.plan())) : Path.of(wish.plan());
    Path repository = repository(isFile ? file : Path.of(""));
    StateFolder state =
        StateFolder.open(StateFolders.choose(wish.state(), environment, home, repository));
    EngineLock lock =
        switch (EngineLock.acquire(state, clock.instant())) {
          case LockOutcome.Acquired(EngineLock acquired) -> acquired;
          case LockOutcome.Held held -> throw held.failure();
        };
    LocalRun run = opened(new LocalRun.Place(state, lock, repository));
    try {
      return begin(plan, wish, file, run);
    } catch (RuntimeException e) {
      run.close();
      throw e;
    }
  }

  private LocalRun opened(LocalRun.Place place) {
    try {
      return LocalRun.open(place, machine());
    } catch (RuntimeException e) {
      place.lock().close();
      throw e;
    }
  }

  private LocalMachine machine() {
    return new LocalMachine(environment, home, clock);
  }

  private Optional<Running> begin(Planning.CheckedPlan plan, Wish wish, Path file, LocalRun run) {
    Optional<EngineLoop.Past> open = run.past().openRunOf(file.toString());
    if (open.isPresent()) {
      RunSpec before = open.get().spec().orElseThrow();
      run.demandSafe(agents(before));
      run.start(before, open.get(), table(plan, plan.result(), file, run));
      return Optional.of(new LocalRunning(run, true));
    }
    Set<PhaseId> done = wish.isAgain() ? Set.of() : run.past().mergedPhasesOf(file.toString());
    Analysis analysis =
        plan.result()
            .analysis()
            .orElseThrow(() -> new IllegalStateException("expected a plan without errors"));
    AgentCatalogue agents = machine().catalogue();
    CheckResult routed =
        new LocalRouting(agents, plan.preferred(), machine().probe())
            .route(plan.result(), wish.agent(), done);
    RunSpec spec = RunSpecs.of(routed, analysis, plan.place(), choice(plan, wish, file, run, done));
    if (spec.sessions().isEmpty()) {
      run.close();
      return Optional.empty();
    }
    demands(run, agents).forEach(check -> check.accept(spec));
    run.start(spec, run.past().of(spec.run()), table(plan, routed, file, run));
    run.loop().submit(new Input.OpenRun(spec, person, wish.isApproved()));
    return Optional.of(new LocalRunning(run, false));
  }

  /** The table of the run's plan, which is hashed as this process read it. */
  private LocalTable table(Planning.CheckedPlan plan, CheckResult routed, Path file, LocalRun run) {
    AgentCatalogue agents = machine().catalogue();
    return new LocalTable(
        new LocalTable.Planned(plan, routed, file, PlanHash.of(file)),
        agents,
        machine().probe(),
        new LocalTable.Demands(run.walls(), demands(run, agents)));
  }

  /** What a run has to meet before anything of it starts here. */
  private static List<Consumer<RunSpec>> demands(LocalRun run, AgentCatalogue agents) {
    return List.of(
        spec -> demandRunnable(spec, run),
        run.services()::demand,
        spec -> run.demandSafe(agents(spec)),
        spec -> Scopes.demandAsking(spec, agent -> asksBeforeTools(agents, agent)));
  }

  private static boolean asksBeforeTools(AgentCatalogue agents, AgentId agent) {
    return agents
        .find(agent)
        .map(profile -> profile.can(Capability.ASK_BEFORE_TOOLS))
        .orElse(false);
  }

  private static Set<AgentId> agents(RunSpec spec) {
    return Stream.concat(
            spec.sessions().stream().map(session -> session.handling().agent()),
            Stream.concat(
                spec.lineup().author().stream().map(SpecAuthor::agent),
                spec.lineup().review().filter(ReviewPlan::needsSessions).stream()
                    .flatMap(plan -> plan.everybody().stream())
                    .map(ReviewPlan.Seat::agent)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private RunChoice choice(
      Planning.CheckedPlan plan, Wish wish, Path file, LocalRun run, Set<PhaseId> done) {
    RunPolicy policy = plan.result().plan().header().policy();
    return new RunChoice(
        newRun(plan, run),
        new RunChoice.Place(
            file.toString(), PlanHash.of(file), run.repository().toString(), wish.copies()),
        wish.bounds(),
        new RunChoice.Approved(approved(policy, run)),
        run.services().chosen().with(reviewers(plan, wish, run)),
        run.walls(),
        done);
  }

  private Optional<RunChoice.Reviewers> reviewers(
      Planning.CheckedPlan plan, Wish wish, LocalRun run) {
    AgentCatalogue agents = machine().catalogue();
    OutsideReviewers outside = new OutsideReviewers(agents, BotServiceFile.shipped());
    return ReviewPlans.profile(plan.result().plan())
        .map(name -> new ReviewFiles(machine().reviewFolder(), outside::obstacle).profile(name))
        .map(profile ->
            new RunChoice.Reviewers(
                profile.name(),
                profile.title(),
                profile.rounds(),
                profile.seats().stream()
                    .map(seat -> seat(seat, reviewer(seat, plan, wish, run), agents))
                    .toList(),
                profile
                    .synthesiser()
                    .map(seat -> seat(seat, reviewer(seat, plan, wish, run), agents)),
                profile.elsewhere().stream().map(outside::awaited).toList()));
  }

  private static ReviewPlan.Seat seat(
      ReviewProfile.Seat seat, AgentId agent, AgentCatalogue agents) {
    return new ReviewPlan.Seat(
        seat.reviewer(),
        seat.perspective(),
        agent,
        seat.model(),
        seat.effort(),
        asksBeforeTools(agents, agent));
  }

  /** The agent that the profile names, or the person, or the first that runs here. */
  private static AgentId reviewer(
      ReviewProfile.Seat seat, Planning.CheckedPlan plan, Wish wish, LocalRun run) {
    boolean isSession = ReviewPlans.needsSessions(plan.result().plan());
    return seat.agent()
        .or(() -> wish.agent().filter(run::runs))
        .or(() ->
            plan.result().assignments().stream()
                .flatMap(each -> each.agent().stream())
                .map(AgentProfile::id)
                .filter(agent -> run.runs(agent) || !isSession)
                .findFirst())
        .orElseThrow(() ->
            new SignalboxException(
                ErrorCode.AGENT_NOT_RUNNABLE,
                "reviewer %s: expected an agent that runs here (%s), found none in the plan"
                    .formatted(seat.reviewer(), run.agents()),
                List.of("name one with --agent, or as agent: in the review profile")));
  }

  private static Set<String> approved(RunPolicy policy, LocalRun run) {
    ApprovedCommands commands = run.commands();
    Set<String> approved = new LinkedHashSet<>();
    Stream.concat(policy.prepare().stream(), policy.verify().stream())
        .filter(command -> commands.find(run.repository().toString(), command).isPresent())
        .forEach(approved::add);
    return approved;
  }

  /** The topic and a number that no run of this journal has. */
  private static RunId newRun(Planning.CheckedPlan plan, LocalRun run) {
    String topic = plan.result().plan().header().topic().orElse("run").toLowerCase(Locale.ROOT);
    String safe = topic.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String base = safe.isEmpty() ? "run" : safe.substring(0, Math.min(60, safe.length()));
    return run.past().unused(base);
  }

  private static void demandRunnable(RunSpec spec, LocalRun run) {
    for (SessionSpec session : spec.sessions()) {
      boolean isElsewhere = session.handling().elsewhere().isPresent();
      if (!isElsewhere && !run.runs(session.handling().agent())) {
        throw new SignalboxException(
            ErrorCode.AGENT_NOT_RUNNABLE,
            "phase %s: expected an agent that runs here (%s), found %s"
                .formatted(session.phase(), run.agents(), session.handling().agent()),
            List.of("choose one with --agent, or in the plan with \"- agent:\""));
      }
    }
    spec.lineup().review().filter(ReviewPlan::needsSessions).stream()
        .flatMap(plan -> plan.everybody().stream())
        .filter(seat -> !run.runs(seat.agent()))
        .forEach(seat -> {
          throw new SignalboxException(
              ErrorCode.AGENT_NOT_RUNNABLE,
              "reviewer %s: expected an agent that runs here (%s), found %s"
                  .formatted(seat.reviewer(), run.agents(), seat.agent()),
              List.of("name one of them as agent: in the review profile"));
        });
    spec.lineup()
        .author()
        .map(SpecAuthor::agent)
        .filter(agent -> !run.runs(agent))
        .ifPresent(agent -> {
          throw new SignalboxException(
              ErrorCode.AGENT_NOT_RUNNABLE,
              "webhooks: spec-author: expected an agent that runs here (%s), found %s"
                  .formatted(run.agents(), agent),
              List.of("name one of them in ~/.config/signalbox/config.yaml, or leave it out"));
        });
  }

  private static Path repository(Path plan) {
    return GitRepository.containing(plan)
        .map(Repository::root)
        .map(LocalDispatching::real)
        .orElseThrow(() ->
            new SignalboxException(
                ErrorCode.PLAN_REPOSITORY_MISSING,
                plan + ": expected a git repository around the plan, found none",
                List.of("put the plan into the repository that it is about")));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
