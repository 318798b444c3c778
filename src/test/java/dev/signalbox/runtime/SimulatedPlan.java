package dev.signalbox.runtime;

import dev.signalbox.engine.AwaitedReviewer;
import dev.signalbox.engine.Bounds;
import dev.signalbox.engine.Purpose;
import dev.signalbox.engine.ReviewPlan;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.SessionScope;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.engine.SharedArtifact;
import dev.signalbox.engine.SpecAuthor;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.plan.Usd;
import dev.signalbox.review.Elsewhere.Way;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.verdict.ArtifactClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Random plans of a few sessions. */
final class SimulatedPlan {
  private SimulatedPlan() {}

  static RunSpec random(Random random) {
    int parallelMax = 1 + random.nextInt(3);
    int count = 1 + random.nextInt(6);
    List<List<SessionId>> batches = new ArrayList<>();
    List<SessionSpec> sessions = new ArrayList<>();
    while (sessions.size() < count) {
      List<SessionId> batch = new ArrayList<>();
      List<SessionId> earlier = sessions.stream().map(SessionSpec::id).toList();
      int size = Math.min(1 + random.nextInt(parallelMax), count - sessions.size());
      for (int i = 0; i < size; i++) {
        SessionSpec session = session(random, sessions.size(), earlier, batch);
        sessions.add(session);
        batch.add(session.id());
      }
      batches.add(batch);
    }
    MergeMode merge = random.nextInt(3) == 0 ? MergeMode.PULL_REQUEST : MergeMode.LOCAL;
    List<AwaitedReviewer> elsewhere =
        merge == MergeMode.PULL_REQUEST ? elsewhere(random) : List.of();
    return new RunSpec(
        new RunId("run-1"),
        new RunSpec.Source("plan.md", "0", Optional.empty(), tracker(random)),
        new RunSpec.Target(
            "repository",
            "main",
            random.nextInt(4) == 0 ? Optional.empty() : Optional.of("make check"),
            Optional.empty(),
            random.nextInt(3) == 0,
            List.of(),
            merge),
        new Bounds(
            parallelMax,
            random.nextInt(4) == 0,
            random.nextInt(5) == 0,
            Optional.of(new Usd(2_000)),
            Optional.of(new Usd(3_000)),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5)),
        "table of " + count,
        new RunSpec.Lineup(
            sessions,
            batches,
            Optional.of(new SpecAuthor(new AgentId("scripted"), Optional.empty(), Optional.empty()))
                .filter(_ -> random.nextInt(3) != 0),
            review(random, sessions, elsewhere),
            artifacts(random, sessions),
            elsewhere));
  }

  /** One that the plan sometimes says to be changed; agents change it all the same. */
  private static List<SharedArtifact> artifacts(Random random, List<SessionSpec> sessions) {
    return List.of(
        new SharedArtifact(
            "schema",
            ArtifactClass.Kind.INFRASTRUCTURE,
            List.of("db/**"),
            sessions.stream().map(SessionSpec::id).filter(_ -> random.nextInt(3) == 0).toList()));
  }

  /** Some come by themselves, others are asked. */
  private static List<AwaitedReviewer> elsewhere(Random random) {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(i ->
            new AwaitedReviewer(
                "e" + i,
                i == 0 ? Way.FORGE : Way.DELEGATE,
                "e" + i,
                List.of("e" + i),
                i == 0 ? Optional.empty() : Optional.of("@e" + i),
                Duration.ofMinutes(1 + random.nextInt(5))))
        .toList();
  }

  private static Optional<ReviewPlan> review(
      Random random, List<SessionSpec> sessions, List<AwaitedReviewer> elsewhere) {
    if (elsewhere.isEmpty() && random.nextInt(3) != 0) {
      return Optional.empty();
    }
    List<ReviewPlan.Seat> seats = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      seats.add(seat(random, "r" + i));
    }
    List<SessionId> reviewed =
        sessions.stream().map(SessionSpec::id).filter(_ -> random.nextInt(3) != 0).toList();
    List<ReviewPlan.Inside> inside =
        sessions.stream()
            .filter(_ -> random.nextInt(3) == 0)
            .map(session -> new ReviewPlan.Inside(session.id(), random.nextInt(3) != 0))
            .toList();
    return Optional.of(
        new ReviewPlan(
            "panel",
            seats,
            random.nextBoolean() && elsewhere.isEmpty()
                ? Optional.of(seat(random, "synthesis"))
                : Optional.empty(),
            1 + random.nextInt(2),
            random.nextBoolean(),
            reviewed,
            inside));
  }

  private static ReviewPlan.Seat seat(Random random, String name) {
    return new ReviewPlan.Seat(
        name,
        "Look.",
        new AgentId("scripted"),
        Optional.empty(),
        Optional.empty(),
        random.nextBoolean());
  }

  private static SessionSpec session(
      Random random, int index, List<SessionId> earlier, List<SessionId> beside) {
    LaunchMode[] launches = LaunchMode.values();
    ExecMode[] modes = ExecMode.values();
    return new SessionSpec(
        id(index),
        new PhaseId("P" + index),
        new IssueId("SIM-" + index),
        new SessionSpec.Work(
            Purpose.IMPLEMENT,
            "Phase " + index,
            modes[random.nextInt(modes.length)],
            random.nextInt(5) == 0 ? Deliverable.ANALYSIS : Deliverable.CODE,
            Optional.of(new Usd(random.nextInt(700))),
            scope(random)),
        new SessionSpec.Handling(
            new AgentId("scripted"),
            launches[random.nextInt(launches.length)],
            "SIM-" + index,
            "scripted/sim-" + index,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        order(random, earlier, some(random, beside)),
        "Work on SIM-" + index + SimulatedCrossTalk.mark(id(index)));
  }

  private static SessionSpec.Order order(
      Random random, List<SessionId> earlier, List<SessionId> mergesAfter) {
    List<SessionId> needs = new ArrayList<>(some(random, earlier));
    Optional<SessionId> executes =
        needs.isEmpty() || random.nextInt(3) != 0
            ? Optional.empty()
            : Optional.of(needs.getFirst());
    return new SessionSpec.Order(needs, mergesAfter, executes);
  }

  private static Optional<String> tracker(Random random) {
    return random.nextBoolean() ? Optional.of("memory:sim") : Optional.empty();
  }

  private static SessionScope scope(Random random) {
    ScopePolicy[] policies = ScopePolicy.values();
    return new SessionScope(
        policies[random.nextInt(policies.length)],
        random.nextInt(4) == 0 ? List.of("**") : List.of("src/**"),
        List.of(),
        random.nextInt(3) == 0 ? List.of("src/key") : List.of());
  }

  private static SessionId id(int index) {
    return new SessionId("S-" + (char) ('A' + index));
  }

  private static List<SessionId> some(Random random, List<SessionId> from) {
    return from.stream().filter(_ -> random.nextInt(3) == 0).toList();
  }
}
