package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.TableEdit;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Usd;
import dev.signalbox.session.Access;
import dev.signalbox.session.AgentCall;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.TurnResult;
import dev.signalbox.workspace.ExitLook;
import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.MergeOutcome;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.VerifyOutcome;
import dev.signalbox.workspace.WorkLook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that may come in at any time.
 *
 * @param pause that passes before it comes
 */
record Trigger(String name, Duration pause, Input input) {
  static final SessionId SUBJECT = new SessionId("S-A");

  private Trigger(String name, Input input) {
    this(name, Duration.ZERO, input);
  }

  /** Every input that a run in this state could get, the session's own and the run's. */
  static List<Trigger> all(RunState state) {
    List<Trigger> all = new ArrayList<>();
    Optional<Session> subject = state.find(SUBJECT);
    all.addAll(results(subject.flatMap(Session::awaited).orElse(state.sequence())));
    int attempt = subject.map(session -> session.tally().attempts()).orElse(1);
    signals()
        .forEach((name, signal) ->
            all.add(new Trigger(name, new Input.Heard(SUBJECT, attempt, signal))));
    calls()
        .forEach(
            (name, call) -> all.add(new Trigger(name, new Input.Called(SUBJECT, attempt, call))));
    exits()
        .forEach(
            (name, exit) -> all.add(new Trigger(name, new Input.Exited(SUBJECT, attempt, exit))));
    state.gates().values().forEach(gate -> decisions(gate, all));
    state.feedback().values().forEach(each -> strays(each, all));
    revisions(state, all);
    holds(subject.flatMap(session -> session.known().fencing()).orElse(7L), all);
    people(all);
    time(all);
    return all;
  }

  /** A change of the table, while one is asked about and afterwards. */
  private static void revisions(RunState state, List<Trigger> all) {
    Optional<Gate> table =
        state.gates().values().stream().filter(it -> it.kind() == GateKind.TABLE).findFirst();
    RunSpec spec = state.spec().orElseGet(() -> Example.of("S-A").spec());
    all.add(
        new Trigger(
            "table revised",
            new Input.Revise(
                table.map(Gate::number).orElse(2L),
                table.map(Gate::hash).orElse(""),
                TableRulesTest.revised(spec, "codex", LaunchMode.PLAN),
                List.of(new TableEdit.Launch(new PhaseId("1A"), LaunchMode.PLAN)),
                "ann")));
  }

  /** What comes of a pull request of others, and what is seen of it. */
  private static void strays(Feedback feedback, List<Trigger> all) {
    long cause = feedback.stage() instanceof Feedback.Stage.Doing doing ? doing.cause() : 0;
    Map.<String, Deed.Result>of(
            "copilot is asked", new Deed.Result.Asked("h1"),
            "quick fix merged", new Deed.Result.Merged("m1"),
            "quick fix moved", new Deed.Result.Moved(),
            "both are looked at", CompareRulesTest.both(),
            "the other is closed", new Deed.Result.Closed(),
            "deed failed", new Deed.Result.Failed("away", true),
            "deed failed for good", new Deed.Result.Failed("refused", false))
        .forEach((name, result) ->
            all.add(new Trigger(name, new Input.DeedAnswered(cause, feedback.number(), result))));
    Map.of(
            "quick fix is good", Stray.clean("h1"),
            "quick fix has another head", Stray.clean("h2"),
            "quick fix has a finding", Stray.clean("h1").open("no"))
        .forEach((name, look) ->
            all.add(new Trigger(name, new Input.StraySeen(feedback.number(), look.look()))));
  }

  /** Every result of an effect, as the answer to that cause. */
  static List<Trigger> results(long cause) {
    List<Trigger> all = new ArrayList<>();
    claims(cause, all);
    exitLooks(cause, all);
    merges(cause, all);
    all.add(new Trigger("step failed", new Input.StepFailed(cause, SUBJECT, "locked", true)));
    all.add(
        new Trigger("step failed for good", new Input.StepFailed(cause, SUBJECT, "gone", false)));
    return all;
  }

  private static void claims(long cause, List<Trigger> all) {
    all.add(
        new Trigger("claim taken", new Input.ClaimAnswered(cause, SUBJECT, Optional.of(7L), "us")));
    all.add(
        new Trigger(
            "claim is another's",
            new Input.ClaimAnswered(cause, SUBJECT, Optional.empty(), "bob")));
    all.add(new Trigger("claim given back", new Input.ClaimGone(cause, SUBJECT)));
    all.add(new Trigger("workspace made", new Input.WorkspaceMade(cause, SUBJECT, "b0")));
    all.add(
        new Trigger(
            "workspace removed", new Input.WorkspaceCleaned(cause, SUBJECT, Optional.empty())));
    all.add(
        new Trigger(
            "workspace kept", new Input.WorkspaceCleaned(cause, SUBJECT, Optional.of("changes"))));
    all.add(new Trigger("agent started", new Input.AgentStarted(cause, SUBJECT)));
  }

  private static void exitLooks(long cause, List<Trigger> all) {
    all.add(seen("exit is good", cause, EngineRun.goodLook()));
    all.add(seen("something is missing", cause, EngineRun.dirtyLook()));
    all.add(seen("the summary is missing", cause, EngineRun.lookWithoutSummary()));
    all.add(
        seen(
            "everything is missing",
            cause,
            new ExitLook(Optional.empty(), 0, List.of("x"), false, Optional.empty())));
    all.add(
        new Trigger(
            "pull request opened",
            new Input.PullRequestOpened(cause, SUBJECT, 7, "forge/7", "b", "tip-S-A")));
    all.add(
        new Trigger(
            "branch taken in",
            new Input.TakenIn(
                cause,
                SUBJECT,
                new TakeInOutcome.TakenIn("tip", List.of("a")),
                WorkLook.Seen.NOTHING)));
  }

  private static Trigger seen(String name, long cause, ExitLook look) {
    return new Trigger(name, new Input.ExitSeen(cause, SUBJECT, look));
  }

  private static void merges(long cause, List<Trigger> all) {
    Map.<String, MergeOutcome>of(
            "merges cleanly", new MergeOutcome.Clean("b1", "m", List.of("plan.md")),
            "nothing to merge", new MergeOutcome.Nothing("b1"),
            "does not merge", new MergeOutcome.Conflict("b1", List.of("a"), "<<<"),
            "merge failed", new MergeOutcome.Failed("locked", true),
            "merge failed for good", new MergeOutcome.Failed("damaged", false))
        .forEach((name, outcome) ->
            all.add(new Trigger(name, new Input.MergeComputed(cause, SUBJECT, outcome))));
    Map.<String, VerifyOutcome>of(
            "check passed", new VerifyOutcome.Passed(),
            "check failed", new VerifyOutcome.Failed(1, "a test fails"),
            "check not run", new VerifyOutcome.NotRun("disk full", true),
            "check cannot run", new VerifyOutcome.NotRun("no such command", false))
        .forEach((name, outcome) ->
            all.add(new Trigger(name, new Input.MergeChecked(cause, SUBJECT, outcome))));
    Map.<String, LandOutcome>of(
            "landed", new LandOutcome.Landed(),
            "base moved", new LandOutcome.BaseMoved("b2"),
            "landing refused", new LandOutcome.Refused("changes"),
            "landing failed", new LandOutcome.Failed("locked", true),
            "landing failed for good", new LandOutcome.Failed("damaged", false))
        .forEach((name, outcome) ->
            all.add(new Trigger(name, new Input.MergeLanded(cause, SUBJECT, outcome))));
  }

  private static Map<String, AgentExit> exits() {
    return Map.of(
        "ends", new AgentExit.Ended(0, ""),
        "breaks", new AgentExit.Ended(1, "it broke"),
        "vanishes", new AgentExit.Vanished());
  }

  private static Map<String, AgentSignal> signals() {
    return Map.ofEntries(
        Map.entry("is identified", new AgentSignal.Identified("c-2", "SHOP-A 1A")),
        Map.entry("confirms its start", new AgentSignal.StartConfirmed()),
        Map.entry("estimates little", new AgentSignal.EstimateStated(new Usd(100))),
        Map.entry("estimates much", new AgentSignal.EstimateStated(new Usd(2_000))),
        Map.entry(
            "asks for a permission",
            new AgentSignal.Asked(new Question.Permission("q9", "Bash", "{}", Access.UNKNOWN))),
        Map.entry("asks to write elsewhere", Situation.asks(Situation.write("docs/y"))),
        Map.entry("writes elsewhere", new AgentSignal.FileChanged("docs/z")),
        Map.entry("shows its plan", new AgentSignal.Asked(new Question.PlanApproval("q8", "So."))),
        Map.entry("asks which way", new AgentSignal.Asked(Situation.CHOICE)),
        Map.entry("asks no more", new AgentSignal.QuestionClosed("q1")),
        Map.entry("says TASK_COMPLETE", new AgentSignal.TaskCompleted()),
        Map.entry("flags a conflict", new AgentSignal.ConflictFlagged("with S-B")),
        Map.entry("answers feedback", new AgentSignal.FeedbackAnswered(7, true, "")),
        Map.entry("tries its service again", new AgentSignal.Retrying(1, 10, "529")),
        Map.entry("ends its turn", new AgentSignal.TurnEnded(new TurnResult.Completed())),
        Map.entry("is interrupted", new AgentSignal.TurnEnded(new TurnResult.Interrupted())),
        Map.entry("has no service", new AgentSignal.TurnEnded(new TurnResult.ServiceFailed("529"))),
        Map.entry("reaches a limit", new AgentSignal.TurnEnded(new TurnResult.LimitReached("100"))),
        Map.entry("fails", new AgentSignal.TurnEnded(new TurnResult.Failed("odd"))));
  }

  /** What its agent may call at any time. */
  private static Map<String, AgentCall> calls() {
    return Map.of(
        "calls session_started", new AgentCall.Started(""),
        "calls report_progress", new AgentCall.Progress("half of it"),
        "calls ask", new AgentCall.Ask("Which?", List.of("a", "b")),
        "calls request_checkpoint", new AgentCall.Checkpoint("Look."),
        "calls flag_conflict", new AgentCall.Conflict("with S-B"),
        "calls hand_in_summary", new AgentCall.HandIn("All is well."));
  }

  private static void decisions(Gate gate, List<Trigger> all) {
    Map.<String, GateDecision>of(
            "approved", new GateDecision.Approved(),
            "rejected", new GateDecision.Rejected(""),
            "rejected with words", new GateDecision.Rejected("not so"),
            "answered", new GateDecision.Answered(List.of("b")),
            "answered twice", new GateDecision.Answered(List.of("a", "b")))
        .forEach((name, decision) ->
            all.add(
                new Trigger(
                    gate.kind() + " " + name,
                    new Input.Decide(gate.number(), gate.hash(), decision, "ann"))));
    all.add(
        new Trigger(
            gate.kind() + " approved as it was",
            new Input.Decide(gate.number(), "0".repeat(64), new GateDecision.Approved(), "ann")));
  }

  private static void holds(long fencing, List<Trigger> all) {
    Map.<String, Hold>of(
            "claim confirmed", new Hold.Sure(),
            "claim in doubt", new Hold.Doubtful("the tracker is away"),
            "claim lost", new Hold.Lost("run-2/S-X on elsewhere"),
            "claim lost to nobody", new Hold.Lost(""))
        .forEach((name, hold) ->
            all.add(new Trigger(name, new Input.ClaimSeen(SUBJECT, fencing, hold))));
  }

  private static void people(List<Trigger> all) {
    all.add(new Trigger("told", new Input.Tell(SUBJECT, "mind the gap", "ann")));
    all.add(new Trigger("cancelled", new Input.Cancel(SUBJECT, "ann", "")));
    all.add(new Trigger("taken over", new Input.TakeOver(SUBJECT, "ann")));
    all.add(new Trigger("tried again", new Input.Retry(SUBJECT, "ann")));
    all.add(new Trigger("another told", new Input.Tell(new SessionId("S-X"), "who?", "ann")));
    all.add(new Trigger("run cancelled", new Input.CancelRun("ann", "enough")));
    all.add(
        new Trigger("no such gate", new Input.Decide(99_999, "", new GateDecision.Approved(), "")));
    all.add(
        new Trigger("run opened", new Input.OpenRun(Example.of("S-A S-B").spec(), "bob", true)));
  }

  private static void time(List<Trigger> all) {
    all.add(new Trigger("time", new Input.Tick(Map.of())));
    all.add(new Trigger("time, after an hour", Duration.ofHours(1), new Input.Tick(Map.of())));
    for (int percent : new int[] {50, 70}) {
      Vital vital = new Vital(Instant.EPOCH, 0, percent);
      all.add(new Trigger("context at " + percent + "%", new Input.Tick(Map.of(SUBJECT, vital))));
    }
    Vital dear = new Vital(Instant.EPOCH, 60_000_000, 0);
    all.add(new Trigger("spend cap reached", new Input.Tick(Map.of(SUBJECT, dear))));
    all.add(new Trigger("registry written", new Input.RegistryAnswered(100_000, Optional.empty())));
  }
}
