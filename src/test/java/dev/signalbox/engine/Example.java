package dev.signalbox.engine;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.plan.Usd;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.verdict.ArtifactClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Small runs for tests: one batch per argument, such as {@code "S-A S-B"}. */
final class Example {
  private final List<List<SessionId>> batches = new ArrayList<>();
  private final Map<SessionId, List<SessionId>> needs = new TreeMap<>();
  private final Map<SessionId, List<SessionId>> mergesAfter = new TreeMap<>();
  private final Map<SessionId, SessionId> executes = new TreeMap<>();
  private ExecMode exec = ExecMode.TDD;
  private LaunchMode launch = LaunchMode.BYPASS;
  private Deliverable deliverable = Deliverable.CODE;
  private Optional<String> verify = Optional.of("make check");
  private SessionScope scope = SessionScope.EVERYTHING;
  private Usd estimate = new Usd(100);
  private boolean areCommandsNew;
  private Optional<String> tracker = Optional.empty();
  private MergeMode merge = MergeMode.LOCAL;
  private Optional<SessionSpec.Elsewhere> elsewhere = Optional.empty();
  private Optional<SpecAuthor> author = Optional.empty();
  private Optional<ReviewPlan> review = Optional.empty();
  private List<SharedArtifact> artifacts = List.of();
  private List<AwaitedReviewer> awaited = List.of();
  private Bounds bounds = bounds(3, false, false);

  private Example() {}

  static Example of(String... batches) {
    Example example = new Example();
    for (String batch : batches) {
      example.batches.add(ids(batch));
    }
    return example;
  }

  private static List<SessionId> ids(String words) {
    return List.of(words.split(" ", -1)).stream().map(SessionId::new).toList();
  }

  private static Bounds bounds(int parallelMax, boolean isRolling, boolean reviewsMerges) {
    return new Bounds(
        parallelMax,
        isRolling,
        reviewsMerges,
        Optional.of(new Usd(1_000)),
        Optional.of(new Usd(5_000)),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15));
  }

  Example needs(String id, String... others) {
    needs.put(new SessionId(id), ids(String.join(" ", others)));
    return this;
  }

  /** One executes what is approved of the other's recommendation. */
  Example executes(String id, String decides) {
    executes.put(new SessionId(id), new SessionId(decides));
    return needs(id, decides);
  }

  Example mergesAfter(String id, String... others) {
    mergesAfter.put(new SessionId(id), ids(String.join(" ", others)));
    return this;
  }

  Example exec(ExecMode next) {
    exec = next;
    return this;
  }

  Example launch(LaunchMode next) {
    launch = next;
    return this;
  }

  /** With {@code src/**} as the only touch, but for the protected {@code src/key}. */
  Example scope(ScopePolicy policy) {
    scope = new SessionScope(policy, List.of("src/**"), List.of(".env"), List.of("src/key"));
    return this;
  }

  Example analysis() {
    deliverable = Deliverable.ANALYSIS;
    return this;
  }

  Example withoutVerify() {
    verify = Optional.empty();
    return this;
  }

  /** With an agent that writes specifications of what fails in production. */
  Example author() {
    author =
        Optional.of(new SpecAuthor(new AgentId("scripted"), Optional.empty(), Optional.empty()));
    return this;
  }

  private static ReviewPlan.Seat seat(String name) {
    return new ReviewPlan.Seat(
        name,
        "Look for what " + name + " looks for.",
        new AgentId("scripted"),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** With those too, who look at pull requests. */
  Example awaiting(AwaitedReviewer... reviewers) {
    awaited = List.of(reviewers);
    return pullRequests();
  }

  /** With reviewers of all work who answer each other's findings. */
  Example debaters(String... names) {
    reviewers(2, false, names);
    review =
        review.map(plan ->
            new ReviewPlan(
                plan.profile(),
                plan.seats(),
                Optional.of(seat("synthesis")),
                plan.rounds(),
                false,
                plan.sessions(),
                List.of()));
    return this;
  }

  /** With those reviewers of all work, and of the plan. */
  Example reviewers(int rounds, boolean isBeforeDispatch, String... names) {
    List<ReviewPlan.Seat> seats = Stream.of(names).map(Example::seat).toList();
    List<SessionId> all = batches.stream().flatMap(List::stream).toList();
    review =
        Optional.of(
            new ReviewPlan(
                "panel", seats, Optional.empty(), rounds, isBeforeDispatch, all, List.of()));
    return this;
  }

  /** With those perspectives at the milestones of every session, and no other review. */
  Example milestones(boolean tellsSubagents, String... names) {
    ReviewPlan plan = reviewers(1, false, names).review.orElseThrow();
    List<ReviewPlan.Inside> inside =
        plan.sessions().stream().map(id -> new ReviewPlan.Inside(id, tellsSubagents)).toList();
    review =
        Optional.of(
            new ReviewPlan(
                plan.profile(), plan.seats(), Optional.empty(), 1, false, List.of(), inside));
    return this;
  }

  /** With an artifact that sessions share; the plan says that those change it. */
  Example artifact(String name, ArtifactClass.Kind kind, String pattern, String... expected) {
    List<SessionId> named = expected.length == 0 ? List.of() : ids(String.join(" ", expected));
    artifacts =
        Stream.concat(
                artifacts.stream(),
                Stream.of(new SharedArtifact(name, kind, List.of(pattern), named)))
            .toList();
    return this;
  }

  /** With that one touch. */
  Example touching(String pattern) {
    scope = new SessionScope(ScopePolicy.RECORD, List.of(pattern), List.of(), List.of());
    return this;
  }

  Example estimate(long cents) {
    estimate = new Usd(cents);
    return this;
  }

  Example newCommands() {
    areCommandsNew = true;
    return this;
  }

  Example parallelMax(int max) {
    bounds = bounds(max, bounds.isRolling(), bounds.reviewsMerges());
    return this;
  }

  Example rolling() {
    bounds = bounds(bounds.parallelMax(), true, bounds.reviewsMerges());
    return this;
  }

  Example reviewed() {
    bounds = bounds(bounds.parallelMax(), bounds.isRolling(), true);
    return this;
  }

  Example tracked() {
    tracker = Optional.of("memory:shop");
    return this;
  }

  Example pullRequests() {
    merge = MergeMode.PULL_REQUEST;
    return this;
  }

  Example elsewhere() {
    elsewhere = Optional.of(new SessionSpec.Elsewhere(Duration.ofMinutes(30), Duration.ofHours(3)));
    return this;
  }

  RunSpec spec() {
    List<SessionSpec> sessions =
        batches.stream().flatMap(List::stream).sorted().map(this::session).toList();
    return new RunSpec(
        new RunId("run-1"),
        new RunSpec.Source("plan.md", "0", Optional.of(new IssueId("SHOP-0")), tracker),
        new RunSpec.Target(
            "repository", "main", verify, Optional.empty(), areCommandsNew, List.of(), merge),
        bounds,
        "the table",
        new RunSpec.Lineup(sessions, batches, author, review, artifacts, awaited));
  }

  private SessionSpec session(SessionId id) {
    String letter = id.value().substring(2);
    return new SessionSpec(
        id,
        new PhaseId("1" + letter),
        new IssueId("SHOP-" + letter),
        new SessionSpec.Work(
            Purpose.IMPLEMENT, "Phase " + letter, exec, deliverable, Optional.of(estimate), scope),
        new SessionSpec.Handling(
            new AgentId("scripted"),
            launch,
            "SHOP-" + letter,
            "scripted/shop-" + letter,
            Optional.empty(),
            Optional.empty(),
            elsewhere),
        new SessionSpec.Order(
            needs.getOrDefault(id, List.of()),
            mergesAfter.getOrDefault(id, List.of()),
            Optional.ofNullable(executes.get(id))),
        "Implement " + letter);
  }

  /** The run, of which a person is asked. */
  EngineRun asked() {
    EngineRun run = new EngineRun();
    run.give(new Input.OpenRun(spec(), "ann", false));
    return run;
  }

  /** The run, opened with its table approved. */
  EngineRun open() {
    EngineRun run = new EngineRun();
    run.give(new Input.OpenRun(spec(), "ann", true));
    return run;
  }
}
