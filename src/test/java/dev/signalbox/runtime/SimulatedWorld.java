package dev.signalbox.runtime;

import dev.signalbox.engine.Beginning;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Hold;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.MilestoneLook;
import dev.signalbox.engine.Purpose;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.engine.SessionState;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.ExitLook;
import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.MergeOutcome;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.VerifyOutcome;
import dev.signalbox.workspace.WorkLook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything outside the engine: processes, clones, the repository, claims. It survives crashes.
 */
final class SimulatedWorld {
  private final Random random;
  private RunSpec spec;
  private final Planted planted;
  private final Map<SessionId, SimulatedWorkspace> workspaces = new TreeMap<>();
  private final Map<String, Long> claims = new TreeMap<>();
  private final Map<String, String> mergedTips = new TreeMap<>();
  private final Set<Long> refused = new HashSet<>();
  private final Set<String> verified = new HashSet<>();
  private final Set<String> landed = new HashSet<>();
  private final List<SessionSpec> added = new ArrayList<>();
  private final Set<String> stolen = new HashSet<>();
  private final Set<String> lost = new HashSet<>();
  private long fencing;
  private int outside;

  final Map<SessionId, TreeMap<Integer, SimulatedAgent>> agents = new TreeMap<>();
  final List<String> base = new ArrayList<>(List.of("b0"));
  final SimulatedServices services;
  final SimulatedStrays strays;
  final SimulatedCalls calls;
  final SimulatedReplies replies;
  final SimulatedSeats seats;
  final SimulatedOverlaps overlaps;
  private final SimulatedTables tables = new SimulatedTables();
  final SimulatedResolutions resolutions;
  boolean isCalm;
  Instant now = Instant.parse("2026-01-01T00:00:00Z");

  SimulatedWorld(Random random, RunSpec spec, Planted planted) {
    this.random = random;
    this.spec = spec;
    this.planted = planted;
    this.seats = new SimulatedSeats(random, spec, planted);
    this.services = new SimulatedServices(random, planted, seats);
    this.resolutions = new SimulatedResolutions(planted);
    this.overlaps = new SimulatedOverlaps(spec, planted);
    this.replies = new SimulatedReplies(random, planted);
    this.calls = new SimulatedCalls(random);
    this.strays = new SimulatedStrays(random, planted, this::commitOutside);
  }

  private boolean isFault(int oneIn) {
    return !isCalm && random.nextInt(oneIn) == 0;
  }

  /** Nothing fails from now on. */
  void calm() {
    isCalm = true;
    services.isCalm = true;
    strays.isCalm = true;
    replies.isCalm = true;
    seats.isCalm = true;
  }

  private String head() {
    return base.getLast();
  }

  /** A person commits to the base. */
  void commitOutside() {
    outside++;
    base.add("o" + outside);
  }

  SessionSpec specOf(SessionId id) {
    return Stream.concat(spec.sessions().stream(), added.stream())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** What the parts of it have laws about. */
  void see(Recorded fact, RunState state) {
    spec = tables.see(fact.fact(), spec, planted);
    overlaps.see(fact);
    resolutions.see(fact);
    seats.see(fact, state);
    strays.see(fact, state.feedback());
    strays.seeGate(fact, state);
  }

  /** A session joins the run. */
  void add(SessionSpec joining) {
    added.add(joining);
  }

  /** Carries an effect out; doing it again must do no harm. Empty: it has no result. */
  Optional<Input> perform(Effect effect) {
    if (effect instanceof Effect.OfSession of
        && isFault(14)
        && SimulatedFaults.mayFail(effect, this::isStarted)) {
      return Optional.of(
          new Input.StepFailed(
              effect.cause(), of.session(), "index.lock is there", random.nextInt(8) != 0));
    }
    return switch (effect) {
      case Effect.WriteRegistry it ->
          Optional.of(
              new Input.RegistryAnswered(
                  it.cause(), isFault(10) ? Optional.of("read-only") : Optional.empty()));
      case Effect.AcquireClaim it -> Optional.of(claim(it));
      case Effect.ReleaseClaim it -> Optional.of(release(it));
      case Effect.PrepareWorkspace it -> Optional.of(prepare(it));
      case Effect.StartAgent it -> {
        tables.start(specOf(it.session()));
        start(it.session(), it.beginning());
        yield Optional.of(new Input.AgentStarted(it.cause(), it.session()));
      }
      case Effect.SendMessage it -> {
        send(it);
        yield Optional.empty();
      }
      case Effect.StopAgent it -> {
        stop(it);
        yield Optional.empty();
      }
      case Effect.LookAtMilestone it ->
          Optional.of(new Input.MilestoneSeen(it.cause(), it.session(), milestone(it.session())));
      case Effect.LookAtExit it ->
          Optional.of(new Input.ExitSeen(it.cause(), it.session(), look(it.session())));
      case Effect.TakeIn it -> Optional.of(takeIn(it));
      case Effect.ComputeMerge it ->
          Optional.of(new Input.MergeComputed(it.cause(), it.session(), compute(it)));
      case Effect.VerifyMerge it ->
          Optional.of(new Input.MergeChecked(it.cause(), it.session(), verify(it)));
      case Effect.LandMerge it -> Optional.of(landOrRefuse(it));
      case Effect.ShowIssue it -> Optional.of(services.show(it));
      case Effect.OpenPullRequest it -> Optional.of(services.open(it));
      case Effect.ClosePullRequest it ->
          Optional.of(services.close(it, stolen.contains(specOf(it.session()).issue().value())));
      case Effect.AskReviewers it -> Optional.of(seats.ask(it));
      case Effect.FileReport it -> Optional.of(services.file(it));
      case Effect.DescribeIssue it -> Optional.of(services.describe(it));
      case Effect.Act it -> Optional.of(strays.act(it));
      case Effect.SayBack it -> Optional.of(replies.say(it));
      case Effect.CleanWorkspace it -> {
        workspaces.remove(it.session());
        yield Optional.of(new Input.WorkspaceCleaned(it.cause(), it.session(), Optional.empty()));
      }
    };
  }

  private boolean isStarted(Effect.StartAgent it) {
    return agents.getOrDefault(it.session(), new TreeMap<>()).containsKey(it.beginning().attempt());
  }

  private void send(Effect.SendMessage it) {
    Optional.ofNullable(agents.getOrDefault(it.session(), new TreeMap<>()).get(it.attempt()))
        .ifPresent(agent -> agent.receive(it.cause(), it.message()));
  }

  boolean isReviewer(SessionId id) {
    return specOf(id).work().purpose() == Purpose.REVIEW;
  }

  /** A reviewer needs nobody's issue, and a resolver neither. */
  boolean needsNone(SessionId id) {
    return !specOf(id).work().purpose().needsIssue();
  }

  private String claimOf(SessionId id) {
    return needsNone(id) ? "none, for " + id : specOf(id).issue().value();
  }

  private Input claim(Effect.AcquireClaim it) {
    String issue = claimOf(it.session());
    if (isCalm) {
      stolen.remove(issue);
    }
    boolean isOurs = claims.containsKey(issue) && !stolen.contains(issue);
    if (stolen.contains(issue)) {
      // What a lost answer had given us before is the other's by now; we have yet to hear it.
      Optional.ofNullable(claims.remove(issue)).ifPresent(_ -> lost.add(issue));
      refused.add(it.cause());
      return new Input.ClaimAnswered(it.cause(), it.session(), Optional.empty(), "somebody");
    }
    if (!isOurs && !needsNone(it.session()) && (refused.contains(it.cause()) || isFault(60))) {
      refused.add(it.cause());
      return new Input.ClaimAnswered(it.cause(), it.session(), Optional.empty(), "somebody");
    }
    lost.remove(issue);
    long number = claims.computeIfAbsent(issue, _ -> ++fencing);
    return new Input.ClaimAnswered(it.cause(), it.session(), Optional.of(number), "us");
  }

  private Input release(Effect.ReleaseClaim it) {
    claims.remove(claimOf(it.session()), it.fencing());
    return new Input.ClaimGone(it.cause(), it.session());
  }

  /** Somebody else takes the issue of a session that holds it. */
  void steal(SessionId id) {
    String issue = claimOf(id);
    if (claims.containsKey(issue) && !needsNone(id)) {
      stolen.add(issue);
    }
  }

  /** Somebody else is done with it. */
  void giveBack(SessionId id) {
    stolen.remove(claimOf(id));
  }

  /** What prolonging a claim comes to. */
  Hold renew(SessionId id, long number) {
    String issue = claimOf(id);
    boolean isLost = stolen.contains(issue) || !Objects.equals(claims.get(issue), number);
    if (isLost && planted != Planted.LOST_CLAIM_UNSEEN) {
      claims.remove(issue, number);
      lost.add(issue);
      return new Hold.Lost("somebody");
    }
    return isFault(4) ? new Hold.Doubtful("the tracker is away") : new Hold.Sure();
  }

  private Input landOrRefuse(Effect.LandMerge it) {
    boolean isStolen = stolen.contains(claimOf(it.session()));
    if (isStolen && planted != Planted.LOST_CLAIM_UNSEEN) {
      return new Input.StepFailed(it.cause(), it.session(), "its claim is lost", true);
    }
    if (isStolen) {
      throw new AssertionError(it.session() + " merges although its issue is another's");
    }
    return new Input.MergeLanded(it.cause(), it.session(), land(it));
  }

  boolean isClaimed(SessionId id) {
    return claims.containsKey(claimOf(id));
  }

  /** What was asked for before the engine heard of it is done all the same. */
  private boolean isLost(SessionId id) {
    return lost.contains(claimOf(id));
  }

  /** The planted bug of that name. */
  void releaseEarly(SessionId id) {
    claims.remove(claimOf(id));
  }

  private Map<Integer, SimulatedAgent> agentsOf(SessionId id) {
    return agents.computeIfAbsent(id, _ -> new TreeMap<>());
  }

  private SimulatedWorkspace workspaceOf(SessionId id) {
    SimulatedWorkspace workspace = workspaces.get(id);
    if (workspace == null) {
      throw new AssertionError(id + " has no workspace");
    }
    return workspace;
  }

  private void start(SessionId id, Beginning beginning) {
    TreeMap<Integer, SimulatedAgent> own = agents.computeIfAbsent(id, _ -> new TreeMap<>());
    if (own.containsKey(beginning.attempt()) && planted != Planted.EFFECT_TWICE) {
      return;
    }
    if (own.values().stream().anyMatch(SimulatedAgent::isAlive)) {
      throw new AssertionError("two live processes of " + id);
    }
    if (!isClaimed(id) && !isLost(id)) {
      throw new AssertionError(id + " starts without its claim");
    }
    SimulatedWorkspace workspace = workspaceOf(id);
    if (beginning.note().isPresent()) {
      // Whatever it was told, a later attempt brings its branch up to date.
      workspace.rebasedOn = head();
    }
    own.put(
        beginning.attempt(),
        new SimulatedAgent(specOf(id), beginning, workspace, random, isCalm, now));
  }

  /**
   * A person's command opens the screen that was handed over, unless it did before or it is
   * forbidden by now: what it knows of the session may be old.
   */
  void openScreen(SessionId id, Beginning beginning) {
    TreeMap<Integer, SimulatedAgent> own = agents.computeIfAbsent(id, _ -> new TreeMap<>());
    boolean isForbidden = own.containsKey(beginning.attempt());
    if (!isForbidden || (planted == Planted.SCREEN_NOT_FORBIDDEN && workspaces.containsKey(id))) {
      own.put(
          beginning.attempt(),
          SimulatedAgent.screen(specOf(id), beginning, workspaceOf(id), random, now));
    }
  }

  private void stop(Effect.StopAgent it) {
    if (planted == Planted.STOP_UNDONE && random.nextInt(3) == 0) {
      SimulatedAgent agent = agentsOf(it.session()).get(it.attempt());
      if (agent != null && agent.isAlive()) {
        agentsOf(it.session()).put(-it.attempt(), agent);
        SimulatedAgent ghost =
            new SimulatedAgent(
                specOf(it.session()),
                new Beginning(it.attempt(), Optional.empty(), Optional.empty(), false),
                workspaceOf(it.session()),
                random,
                true,
                now);
        ghost.stop();
        agentsOf(it.session()).put(it.attempt(), ghost);
      }
      return;
    }
    TreeMap<Integer, SimulatedAgent> own =
        agents.computeIfAbsent(it.session(), _ -> new TreeMap<>());
    SimulatedAgent agent = own.get(it.attempt());
    if (agent == null) {
      // It was never started: it counts as gone.
      agent =
          new SimulatedAgent(
              specOf(it.session()),
              new Beginning(it.attempt(), Optional.empty(), Optional.empty(), false),
              new SimulatedWorkspace(head()),
              random,
              true,
              now);
      own.put(it.attempt(), agent);
    }
    agent.stop();
  }

  private String tip(SessionId id) {
    SimulatedWorkspace workspace = workspaceOf(id);
    return workspace.commits == 0
        ? workspace.start
        : id + "@" + workspace.commits + "/" + workspace.rebasedOn;
  }

  private Input prepare(Effect.PrepareWorkspace it) {
    SimulatedWorkspace made =
        workspaces.computeIfAbsent(it.session(), _ -> new SimulatedWorkspace(head()));
    made.reviewers = SimulatedMilestones.reviewersOf(spec, it.session());
    return new Input.WorkspaceMade(it.cause(), it.session(), made.start);
  }

  private MilestoneLook milestone(SessionId id) {
    SimulatedWorkspace workspace = workspaceOf(id);
    String tip = planted == Planted.MILESTONE_SKIPPED ? workspace.start : tip(id);
    return SimulatedMilestones.look(workspace, tip, random, isCalm);
  }

  private Input takeIn(Effect.TakeIn it) {
    SessionId id = it.session();
    WorkLook.Seen look = overlaps.look(id, resolutions.workOf(id), workspaceOf(id), base);
    TakeInOutcome.TakenIn taken = new TakeInOutcome.TakenIn(tip(id), told(resolutions.workOf(id)));
    return new Input.TakenIn(it.cause(), id, taken, resolutions.look(id, changedBy(id), look));
  }

  private List<String> told(SessionId id) {
    return planted == Planted.DRIFT_UNSEEN ? List.of("src/a") : List.copyOf(changedBy(id));
  }

  /** The paths that the session's branch changes. */
  SortedSet<String> changedBy(SessionId id) {
    return workspaceOf(id).changed;
  }

  private ExitLook look(SessionId id) {
    SimulatedWorkspace workspace = workspaceOf(id);
    return new ExitLook(
        Optional.of(tip(id)),
        workspace.commits,
        List.copyOf(workspace.uncommitted),
        isCalm || random.nextInt(20) != 0,
        workspace.hasSummary ? Optional.of(summary(id)) : Optional.empty());
  }

  private String summary(SessionId id) {
    return isReviewer(id) && !isFault(5)
        ? SimulatedReviewer.handsIn(specOf(id), random, isCalm)
        : "summary of " + SimulatedCrossTalk.mark(id);
  }

  private MergeOutcome compute(Effect.ComputeMerge it) {
    if (base.contains(it.tip()) || landed.contains(it.tip())) {
      return new MergeOutcome.Nothing(head());
    }
    boolean isStale = !it.tip().endsWith("/" + head());
    if (isStale && (isFault(6) || Math.floorMod((head() + it.tip()).hashCode(), 7) == 0)) {
      return new MergeOutcome.Conflict(head(), List.of("a"), "<<<<<<< " + it.tip());
    }
    String commit = "m(" + head() + "," + it.tip() + ")";
    mergedTips.put(commit, it.tip());
    return new MergeOutcome.Clean(head(), commit, List.of());
  }

  private VerifyOutcome verify(Effect.VerifyMerge it) {
    if (planted == Planted.MERGE_UNVERIFIED) {
      return new VerifyOutcome.Passed();
    }
    if (isFault(8)) {
      return new VerifyOutcome.Failed(1, "a test fails");
    }
    verified.add(it.commit());
    return new VerifyOutcome.Passed();
  }

  private LandOutcome land(Effect.LandMerge it) {
    if (base.contains(it.commit())) {
      return new LandOutcome.Landed();
    }
    if (!head().equals(it.base())) {
      return new LandOutcome.BaseMoved(head());
    }
    if (isFault(12)) {
      return new LandOutcome.Refused("the checkout has changes");
    }
    if (spec.target().verify().isPresent() && !verified.contains(it.commit())) {
      throw new AssertionError(it.commit() + " lands and was not verified");
    }
    if (spec.target().merge() == MergeMode.PULL_REQUEST && !services.merges(it.session())) {
      return new LandOutcome.Refused("a check failed");
    }
    String tip = mergedTips.get(it.commit());
    if (tip == null || !landed.add(tip)) {
      throw new AssertionError(it.commit() + " is merged twice, or was never computed");
    }
    base.add(it.commit());
    return new LandOutcome.Landed();
  }

  /** What has to hold of the world when the run is over. */
  void checkEnd(Map<SessionId, Session> sessions) {
    services.checkEnd(sessions);
    if (!claims.isEmpty()) {
      throw new AssertionError("the run is over and these are claimed: " + claims);
    }
    for (Session session : sessions.values()) {
      if (session.state() instanceof SessionState.Merged(Optional<String> commit)) {
        long times = base.stream().filter(each -> commit.equals(Optional.of(each))).count();
        if (commit.isPresent() && times != 1) {
          throw new AssertionError(session.id() + " is merged and in the base " + times + " times");
        }
      }
      boolean isKept = session.state() instanceof SessionState.Failed;
      if (!isKept && workspaces.containsKey(session.id())) {
        throw new AssertionError(session.id() + " has left its workspace");
      }
    }
  }

  /** What has to hold of the world at every moment. */
  void check(Map<SessionId, Session> sessions) {
    tables.check(sessions.values());
    for (var own : agents.entrySet()) {
      long alive = own.getValue().values().stream().filter(SimulatedAgent::isAlive).count();
      if (alive > 1) {
        throw new AssertionError(alive + " live processes of " + own.getKey());
      }
      if (alive == 1 && !isClaimed(own.getKey()) && !isLost(own.getKey())) {
        throw new AssertionError(own.getKey() + " works without its claim");
      }
      Session session = sessions.get(own.getKey());
      if (alive == 1 && session != null && session.isOver()) {
        throw new AssertionError(own.getKey() + " is over and its process lives");
      }
    }
  }
}
