package dev.signalbox.runtime;

import dev.signalbox.engine.Deed;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.PullRequestShown;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.engine.SessionState;
import dev.signalbox.engine.WorkQuestions;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.ApprovedCommands;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.CleanOutcome;
import dev.signalbox.workspace.LandOrder;
import dev.signalbox.workspace.MergeOrder;
import dev.signalbox.workspace.PrepareOutcome;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.WorkLook;
import dev.signalbox.workspace.WorkQuestion;
import dev.signalbox.workspace.WorkspaceOrder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Carries effects out and hands their results back as inputs. Everything it does may have been done
 * before, by a process that was killed.
 */
final class Hands {
  private final Ports ports;
  private final Clock clock;
  private final Supplier<RunState> state;
  private final Consumer<Input> results;
  private final Lanes lanes = new Lanes(Limits.HANDS_MAX);
  private final AgentHands agents;
  private final ServiceHands services;
  private final StrayHands strays;
  private final ClaimHands claims;
  private final Delays delays;
  private final ClosingHands closing;
  private final ReplyHands replies;
  private final AskHands asking;
  private final MilestoneHands milestones;
  private final RegistryHands registry;
  private final AtomicBoolean isRenewing = new AtomicBoolean();

  Hands(Ports ports, Clock clock, Supplier<RunState> state, Consumer<Input> results) {
    this.ports = ports;
    this.clock = clock;
    this.state = state;
    this.delays = new Delays(clock);
    // What has to wait for a service has no result yet.
    this.results =
        result -> {
          if (!delays.takes(result)) {
            results.accept(result);
          }
        };
    this.agents = new AgentHands(ports, this.results);
    this.services = new ServiceHands(ports.services(), this.results);
    this.strays = new StrayHands(ports.services(), this.results);
    this.claims = new ClaimHands(ports.claims(), clock, this.results);
    this.closing = new ClosingHands(ports.services());
    this.replies = new ReplyHands(ports.services());
    this.asking = new AskHands(ports.services());
    this.milestones = new MilestoneHands(ports.workspaces());
    this.registry =
        new RegistryHands(
            ports.registry(),
            new RecordHands(ports.workspaces(), ports.services().pullRequests()),
            clock,
            delays,
            this.results);
  }

  /** Takes effects over without waiting for them. */
  void take(List<Effect> effects) {
    effects.forEach(effect ->
        lanes.add(lane(effect), () -> Delays.doing(effect, state.get(), () -> carryOut(effect))));
  }

  /** Takes over again what waited for a service, where that is to be asked now. */
  void takeDelayed() {
    take(delays.due(state.get()));
  }

  /** Until when effects wait for a service. */
  Map<Effect, Instant> delayed() {
    return delays.waiting();
  }

  void close() {
    lanes.close();
  }

  /** Merges wait for each other, and so do the steps of one session. */
  private static String lane(Effect effect) {
    return switch (effect) {
      case Effect.WriteRegistry _ -> "registry";
      case Effect.FileReport it -> "report " + it.number();
      case Effect.DescribeIssue it -> "report " + it.number();
      case Effect.Act it -> "stray " + it.deed().pullRequest();
      case Effect.SayBack it -> "stray " + it.to().pullRequest();
      case Effect.ComputeMerge _, Effect.VerifyMerge _, Effect.LandMerge _ -> "merge";
      // A slow tracker holds up nothing but itself.
      case Effect.ShowIssue it -> "issue " + it.session();
      case Effect.OfSession of -> of.session().value();
    };
  }

  private void carryOut(Effect effect) {
    try {
      perform(effect);
    } catch (SignalboxException e) {
      failed(effect, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      failed(effect, "expected to carry it out, found a bug: " + e);
    }
  }

  private void failed(Effect effect, String reason) {
    switch (effect) {
      case Effect.WriteRegistry it ->
          results.accept(new Input.RegistryAnswered(it.cause(), Optional.of(reason)));
      case Effect.FileReport it ->
          results.accept(
              new Input.ReportAnswered(it.cause(), it.number(), Optional.empty(), reason, false));
      case Effect.DescribeIssue it ->
          results.accept(
              new Input.ReportAnswered(it.cause(), it.number(), Optional.empty(), reason, false));
      case Effect.Act it ->
          results.accept(
              new Input.DeedAnswered(
                  it.cause(), it.number(), new Deed.Result.Failed(reason, false)));
      case Effect.SayBack it -> results.accept(ReplyHands.answered(it, Optional.of(reason), false));
      case Effect.CleanWorkspace it ->
          results.accept(new Input.WorkspaceCleaned(it.cause(), it.session(), Optional.of(reason)));
      case Effect.ReleaseClaim it -> results.accept(new Input.ClaimGone(it.cause(), it.session()));
      case Effect.ShowIssue it ->
          results.accept(
              new Input.IssueAnswered(
                  it.session(),
                  it.status(),
                  Optional.of(new Input.StepFailed(it.cause(), it.session(), reason, false))));
      case Effect.ClosePullRequest it -> results.accept(notClosed(it, reason, false));
      case Effect.AskReviewers it ->
          results.accept(AskHands.answered(it, Optional.of(reason), false));
      case Effect.OfSession it ->
          results.accept(new Input.StepFailed(it.cause(), it.session(), reason, false));
    }
  }

  /**
   * What was asked for before the session lost its issue, and others would see now. It has no
   * result: the engine asks again if the issue comes back.
   */
  private boolean isOfLost(Effect effect) {
    return switch (effect) {
      case Effect.ShowIssue it -> session(it.session()).trace().hold().isGone();
      case Effect.StartAgent it -> session(it.session()).trace().hold().isGone();
      case Effect.ClosePullRequest it -> session(it.session()).trace().hold().isGone();
      case Effect.AskReviewers it -> session(it.session()).trace().hold().isGone();
      case Effect _ -> false;
    };
  }

  private void perform(Effect effect) {
    if (isOfLost(effect)) {
      return;
    }
    switch (effect) {
      case Effect.WriteRegistry it -> registry.write(state.get(), it);
      case Effect.FileReport it -> services.file(state.get(), it);
      case Effect.DescribeIssue it -> services.describe(state.get(), it);
      case Effect.Act it -> strays.act(state.get(), it);
      case Effect.SayBack it -> results.accept(replies.say(state.get(), it));
      case Effect.AskReviewers it -> results.accept(asking.ask(state.get(), it));
      case Effect.AcquireClaim it -> claims.acquire(spec(), session(it.session()), it);
      case Effect.ReleaseClaim it -> claims.release(spec(), session(it.session()), it);
      case Effect.PrepareWorkspace it -> prepare(it);
      case Effect.StartAgent it -> agents.start(state.get(), it);
      case Effect.SendMessage it -> agents.send(key(it.session()), it);
      case Effect.StopAgent it -> agents.stop(key(it.session()), it);
      case Effect.LookAtMilestone it ->
          results.accept(milestones.look(spec(), branch(it.session()), it));
      case Effect.LookAtExit it ->
          results.accept(
              new Input.ExitSeen(
                  it.cause(),
                  it.session(),
                  ports.workspaces().look(key(it.session()), branch(it.session()))));
      case Effect.TakeIn it -> takeIn(it);
      case Effect.ComputeMerge it -> compute(it);
      case Effect.VerifyMerge it -> {
        String command = spec().target().verify().orElseThrow();
        approve(command);
        results.accept(
            new Input.MergeChecked(
                it.cause(), it.session(), ports.merges().verify(it.commit(), command)));
      }
      case Effect.LandMerge it -> {
        if (claims.demand(spec(), session(it.session()), it)) {
          results.accept(
              new Input.MergeLanded(it.cause(), it.session(), ports.merges().land(landing(it))));
        }
      }
      case Effect.ShowIssue it -> services.show(session(it.session()), it);
      case Effect.OpenPullRequest it -> {
        if (claims.demand(spec(), session(it.session()), it)) {
          services.open(session(it.session()), spec(), it);
        }
      }
      case Effect.ClosePullRequest it -> {
        Session session = session(it.session());
        results.accept(
            claims
                .obstacle(spec(), session)
                .map(obstacle -> notClosed(it, obstacle, true))
                .orElseGet(() -> closing.close(session, spec(), it)));
      }
      case Effect.CleanWorkspace it -> clean(it);
    }
  }

  private static Input notClosed(Effect.ClosePullRequest it, String reason, boolean mayPass) {
    return new Input.CloseAnswered(
        it.cause(), it.session(), new Input.CloseAnswered.Failed(reason, mayPass));
  }

  private RunSpec spec() {
    return state.get().spec().orElseThrow();
  }

  private Session session(SessionId id) {
    return state.get().find(id).orElseThrow();
  }

  private String branch(SessionId id) {
    return session(id).spec().handling().branch();
  }

  private SessionKey key(SessionId id) {
    return new SessionKey(spec().run(), id);
  }

  /** Prolongs the claims of all sessions that hold one; a slow tracker holds nobody up. */
  void renewClaims() {
    if (isRenewing.compareAndSet(false, true)) {
      lanes.add(
          "claims",
          () -> {
            try {
              claims.renew(state.get());
            } finally {
              isRenewing.set(false);
            }
          });
    }
  }

  /** What a person approved for this run counts for the repository from now on. */
  private void approve(String command) {
    ports
        .commands()
        .approve(
            spec().target().repository(),
            command,
            new ApprovedCommands.Approval("the person who approved the run", clock.instant()));
  }

  private void prepare(Effect.PrepareWorkspace it) {
    Optional<String> shortage = agents.shortage(key(it.session()));
    if (shortage.isPresent()) {
      results.accept(new Input.StepFailed(it.cause(), it.session(), shortage.get(), true));
      return;
    }
    RunSpec.Target target = spec().target();
    SessionSpec session = session(it.session()).spec();
    target.prepare().ifPresent(this::approve);
    PrepareOutcome outcome =
        ports
            .workspaces()
            .prepare(
                new WorkspaceOrder(
                    key(it.session()),
                    target.base(),
                    state.get().startOf(it.session()),
                    session.handling().branch(),
                    target.copies(),
                    StateFiles.of(session, clock.instant()),
                    target.prepare()));
    results.accept(
        switch (outcome) {
          case PrepareOutcome.Ready(Path _, String base) ->
              new Input.WorkspaceMade(it.cause(), it.session(), base);
          case PrepareOutcome.Failed(String reason, boolean mayPass) ->
              new Input.StepFailed(it.cause(), it.session(), reason, mayPass);
        });
  }

  private void takeIn(Effect.TakeIn it) {
    TakeInOutcome outcome =
        ports.workspaces().takeIn(key(it.session()), branch(it.session()), spec().target().base());
    results.accept(
        switch (outcome) {
          case TakeInOutcome.TakenIn taken -> described(it, taken);
          case TakeInOutcome.Failed(String reason, boolean mayPass) ->
              new Input.StepFailed(it.cause(), it.session(), reason, mayPass);
        });
  }

  /** Told with the work itself: nobody may merge it before it is known whom it meets. */
  private Input described(Effect.TakeIn it, TakeInOutcome.TakenIn taken) {
    WorkQuestion question = WorkQuestions.of(state.get(), it.session(), taken);
    WorkLook look =
        question.artifacts().isEmpty() && question.conflict().isEmpty()
            ? WorkLook.Seen.NOTHING
            : ports.workspaces().describe(key(it.session()), question);
    return switch (look) {
      case WorkLook.Seen seen -> new Input.TakenIn(it.cause(), it.session(), taken, seen);
      case WorkLook.Failed(String reason, boolean mayPass) ->
          new Input.StepFailed(it.cause(), it.session(), reason, mayPass);
    };
  }

  private LandOrder landing(Effect.LandMerge it) {
    Session session = session(it.session());
    if (!(session.state() instanceof SessionState.MergeReady(String tip, var _))) {
      throw new IllegalStateException("expected a session that merges, found " + session.state());
    }
    String branch =
        session
            .trace()
            .pullRequest()
            .map(PullRequestShown::branch)
            .orElse(session.spec().handling().branch());
    return new LandOrder(
        spec().target().base(),
        it.base(),
        it.commit(),
        new LandOrder.Work(
            branch,
            tip,
            WorkText.merge(session.spec()),
            session.trace().pullRequest().map(PullRequestShown::number)));
  }

  private void compute(Effect.ComputeMerge it) {
    String message = WorkText.merge(session(it.session()).spec());
    results.accept(
        new Input.MergeComputed(
            it.cause(),
            it.session(),
            ports
                .merges()
                .compute(
                    new MergeOrder(
                        spec().target().base(),
                        it.tip(),
                        message + "\n",
                        it.at(),
                        isShown() ? List.of() : PlanPath.inside(spec())))));
  }

  /** A forge merges a branch as it is, with what it changed in the plan file. */
  private boolean isShown() {
    return spec().target().merge() == MergeMode.PULL_REQUEST;
  }

  private void clean(Effect.CleanWorkspace it) {
    CleanOutcome outcome = ports.workspaces().clean(key(it.session()), spec().target().base());
    Optional<String> kept =
        switch (outcome) {
          case CleanOutcome.Removed _, CleanOutcome.Absent _ -> Optional.empty();
          case CleanOutcome.Kept(String reason) -> Optional.of(reason);
        };
    results.accept(new Input.WorkspaceCleaned(it.cause(), it.session(), kept));
  }
}
