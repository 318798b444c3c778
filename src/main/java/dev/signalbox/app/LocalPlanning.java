package dev.signalbox.app;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.AgentPreference;
import dev.signalbox.check.CheckResult;
import dev.signalbox.check.PlanCheck;
import dev.signalbox.check.Surroundings;
import dev.signalbox.cli.Planning;
import dev.signalbox.config.Config;
import dev.signalbox.config.Services;
import dev.signalbox.config.TrackerKind;
import dev.signalbox.config.yaml.ConfigFiles;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.plan.PlanIssues;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.SourceCounts;
import dev.signalbox.plan.file.PlanLoader;
import dev.signalbox.plan.markdown.IssuePlan;
import dev.signalbox.prompt.IssueHome;
import dev.signalbox.prompt.PromptPlace;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.repository.Repository;
import dev.signalbox.repository.git.GitRepository;
import dev.signalbox.review.yaml.ReviewFiles;
import dev.signalbox.tracker.TrackedPlan;
import dev.signalbox.view.FailureText;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Planning on this machine: files, git and the person's configuration. */
final class LocalPlanning implements Planning {
  private final InputStream input;
  private final Clock clock;
  private final Path userConfig;
  private final LocalTrackers trackers;

  /**
   * Planning for one person.
   *
   * @param userConfig the person's configuration file, which may be absent
   */
  LocalPlanning(InputStream input, Clock clock, Path userConfig) {
    this(
        input,
        clock,
        userConfig,
        new LocalTrackers(new LocalMachine(Map.of(), Path.of(""), clock), userConfig));
  }

  LocalPlanning(InputStream input, Clock clock, Path userConfig, LocalTrackers trackers) {
    this.input = input;
    this.clock = clock;
    this.userConfig = userConfig;
    this.trackers = trackers;
  }

  @Override
  public CheckedPlan check(String plan, Optional<String> repositoryFolder) {
    Optional<Repository> repository = repository(plan, repositoryFolder);
    // Configuration and plan do not need each other, and both take a while on a cold start.
    Ahead<Config> configAhead = Ahead.of(() -> config(repository));
    Ahead<AgentCatalogue> agents = Ahead.of(() -> Catalogues.of(userConfig));
    Optional<TrackerRef> ref = TrackerRef.of(plan);
    PlanFormats.Read read;
    if (ref.isPresent()) {
      switch (tracked(ref.get(), repository)) {
        case Outcome.Failed<PlanIssues>(Failure failure) -> {
          return notLoaded(plan, List.of(unread(plan, failure)));
        }
        case Outcome.Done<PlanIssues>(PlanIssues issues) ->
            read = new PlanFormats.Read(IssuePlan.NAME, IssuePlan.read(issues));
      }
    } else {
      PlanLoader.Loaded loaded = PlanLoader.load(plan, input);
      if (loaded.source().isEmpty()) {
        return notLoaded(plan, loaded.problems());
      }
      read = PlanFormats.read(loaded.source().get());
    }
    Config config = configAhead.get();
    List<Problem> problems = new ArrayList<>(read.reading().problems());
    Surroundings surroundings = surroundings(repository, read.reading().plan(), problems);
    PlanReading reading = new PlanReading(read.reading().plan(), problems, read.reading().counts());
    CheckResult result = PlanCheck.check(reading, config, agents.get(), surroundings);
    return new CheckedPlan(
        result,
        read.format(),
        place(plan, result.plan(), repository, config),
        ref.isPresent() ? IssueHome.PLAN_FILE : home(repository),
        config.preferred());
  }

  /** Checks a plan that was read before, and changed since. */
  CheckResult check(Plan plan, String name, Optional<String> repositoryFolder) {
    Optional<Repository> repository = repository(name, repositoryFolder);
    List<Problem> problems = new ArrayList<>();
    Surroundings surroundings = surroundings(repository, plan, problems);
    PlanReading reading = new PlanReading(plan, problems, new SourceCounts(0, 0, 0));
    return PlanCheck.check(reading, config(repository), Catalogues.of(userConfig), surroundings);
  }

  private Outcome<PlanIssues> tracked(TrackerRef ref, Optional<Repository> repository) {
    Services services = trackers.services(repository.map(Repository::root));
    return TrackedPlan.load(trackers.of(ref.kind(), services), ref.prefix(), ref.issue());
  }

  /** A plan that cannot be read is never an empty one. */
  private static Problem unread(String plan, Failure failure) {
    return Problem.error(
        ErrorCode.TRACKER_FAILED,
        Position.startOf(plan),
        FailureText.of(failure),
        FailureText.advice(failure.kind()));
  }

  private static CheckedPlan notLoaded(String plan, List<Problem> problems) {
    Plan empty = new Plan(PlanHeader.untitled(plan, plan), List.of(), List.of());
    CheckResult result =
        new CheckResult(empty, new SourceCounts(0, 0, 0), problems, List.of(), Optional.empty());
    return new CheckedPlan(
        result, "", new PromptPlace("", "", plan), IssueHome.PLAN_FILE, AgentPreference.NONE);
  }

  /** A plan that was read from a tracker has its issues; one in a file needs them there. */
  private IssueHome home(Optional<Repository> repository) {
    return trackers.services(repository.map(Repository::root)).tracker() == TrackerKind.PLAN_FILE
        ? IssueHome.PLAN_FILE
        : IssueHome.TRACKER;
  }

  private Config config(Optional<Repository> repository) {
    List<Path> files = new ArrayList<>();
    repository.ifPresent(r -> files.add(LocalMachine.sharedConfigFile(r.root())));
    return ConfigFiles.read(List.of(userConfig), files);
  }

  private static Optional<Repository> repository(String plan, Optional<String> folder) {
    String start = folder.orElse(plan.equals("-") || TrackerRef.of(plan).isPresent() ? "" : plan);
    try {
      return GitRepository.containing(Path.of(start));
    } catch (InvalidPathException e) {
      // The loader says what is wrong with the name.
      return Optional.empty();
    }
  }

  /** git that cannot answer takes evidence away, not the check. */
  private static Surroundings surroundings(
      Optional<Repository> repository, Plan plan, List<Problem> problems) {
    if (repository.isEmpty()) {
      return Surroundings.NONE;
    }
    try {
      return RepositoryLook.at(repository.get(), plan);
    } catch (SignalboxException e) {
      problems.add(
          Problem.warning(
              e.code(),
              Position.startOf(plan.header().file()),
              e.getMessage() + "; verdicts rest on patterns alone",
              String.join("; ", e.hints())));
      return new Surroundings(
          Optional.of(nameOf(repository.get())), true, dev.signalbox.verdict.RepositoryFacts.NONE);
    }
  }

  static String nameOf(Repository repository) {
    Path name = repository.root().getFileName();
    return name == null ? "" : name.toString();
  }

  private static PromptPlace place(
      String plan, Plan read, Optional<Repository> repository, Config config) {
    String project =
        read.header()
            .project()
            .map(config::projectOf)
            .or(() -> repository.map(LocalPlanning::nameOf))
            .orElse("project");
    String root = repository.map(r -> r.root().toString()).orElse(".");
    return new PromptPlace(
        project, root, repository.map(r -> relative(r.root(), plan)).orElse(plan));
  }

  /** The plan's path as a session sees it, whose repository lies elsewhere. */
  private static String relative(Path root, String plan) {
    Path path = Path.of(plan).toAbsolutePath().normalize();
    return path.startsWith(root) && !plan.equals("-") && TrackerRef.of(plan).isEmpty()
        ? root.relativize(path).toString()
        : plan;
  }

  @Override
  public String init(String topic, Optional<String> project, String folder) {
    Path target = Path.of(folder);
    Optional<Repository> repository = GitRepository.containing(target);
    Map<String, String> known = config(repository).projects();
    return new PlanTemplate(clock, known)
        .write(topic, project.or(() -> repository.map(LocalPlanning::nameOf)), target)
        .toString();
  }

  @Override
  public List<String> initCi(String kind, String folder, boolean isForced) {
    List<String> kinds = kind.equals("all") ? CiFiles.KINDS : List.of(kind);
    if (!CiFiles.KINDS.containsAll(kinds)) {
      throw new SignalboxException(
          ErrorCode.USAGE_INVALID,
          "--ci: expected agent, models or all, found " + kind,
          List.of("run signalbox init --help"));
    }
    Path top =
        GitRepository.containing(Path.of(folder))
            .map(Repository::root)
            .filter(CiFiles::isRepository)
            .orElseThrow(() ->
                new SignalboxException(
                    ErrorCode.PLAN_REPOSITORY_MISSING,
                    "expected a git repository around " + folder + ", found none",
                    List.of(
                        "run it inside the repository whose pull requests are to be reviewed")));
    return new CiFiles(new ReviewFiles(userConfig.resolveSibling("reviews"), _ -> Optional.empty()))
        .write(top, kinds, isForced);
  }
}
