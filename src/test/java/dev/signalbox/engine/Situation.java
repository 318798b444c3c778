package dev.signalbox.engine;

import dev.signalbox.approval.GateKind;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.plan.Usd;
import dev.signalbox.session.Access;
import dev.signalbox.session.AgentCall;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.TurnResult;
import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.MergeOutcome;
import dev.signalbox.workspace.VerifyOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A run in which session S-A stands in a certain state, reached by inputs alone. */
record Situation(String name, EngineRun run) {
  static final Question PERMISSION =
      new Question.Permission("q1", "Bash", "{\"command\":\"make\"}", Access.UNKNOWN);
  static final Question PLAN = new Question.PlanApproval("q2", "First this, then that.");
  static final Question CHOICE =
      new Question.Choice("q3", List.of(new Question.Item("Which?", List.of("a", "b"), false)));

  /** Every state of a session, with every step in it and every state it can be halted from. */
  static List<Situation> all() {
    List<Situation> all = new ArrayList<>();
    beginning(all);
    live(all);
    asked(all);
    stopping(all);
    takenOver(all);
    exiting(all);
    merging(all);
    halted(all);
    over(all);
    lost(all);
    scoped(all);
    beside(all);
    return all;
  }

  private static Example two() {
    return Example.of("S-A S-B", "S-C");
  }

  static EngineRun atWork() {
    return two().open().working("S-A").working("S-B");
  }

  private static EngineRun inReview() {
    return atWork().handsIn("S-A");
  }

  private static void beginning(List<Situation> all) {
    EngineRun asked = new EngineRun();
    asked.give(new Input.OpenRun(two().newCommands().estimate(2_000).spec(), "ann", false));
    all.add(new Situation("no run", new EngineRun()));
    all.add(new Situation("table not approved", asked));
    all.add(new Situation("waits for its batch", Example.of("S-B", "S-A").open()));
    all.add(new Situation("waits for a place", Example.of("S-B S-C S-D S-A").open()));
    all.add(
        new Situation(
            "batch complete, next one waits",
            Example.of("S-B", "S-A").open().working("S-B").handsIn("S-B").merges("S-B")));
    all.add(new Situation("claiming", two().open()));
    all.add(new Situation("claim to be tried again", two().open().stepFailed("S-A", true)));
    all.add(new Situation("preparing", two().open().claimed("S-A")));
    all.add(
        new Situation(
            "preparing to be tried again", two().open().claimed("S-A").stepFailed("S-A", true)));
  }

  private static void live(List<Situation> all) {
    EngineRun starting = two().open().claimed("S-A").made("S-A");
    all.add(new Situation("starting", starting.copy()));
    all.add(new Situation("start to be tried again", starting.copy().stepFailed("S-A", true)));
    all.add(new Situation("started", starting.copy().started("S-A")));
    all.add(new Situation("working", atWork()));
    all.add(new Situation("beside a session at its end", atWork().handsIn("S-B").merges("S-B")));
    all.add(new Situation("task complete", atWork().heard("S-A", new AgentSignal.TaskCompleted())));
    all.add(new Situation("context warned", atWork().tick("S-A", 0, 55)));
    all.add(new Situation("handing off", atWork().tick("S-A", 0, 75)));
    all.add(
        new Situation(
            "backing off",
            atWork().turnEnds("S-A", new TurnResult.ServiceFailed("529")).exits("S-A", 143)));
  }

  private static void asked(List<Situation> all) {
    all.add(new Situation("asks for a permission", atWork().heard("S-A", asks(PERMISSION))));
    all.add(new Situation("shows its plan", atWork().heard("S-A", asks(PLAN))));
    all.add(new Situation("asks which way", atWork().heard("S-A", asks(CHOICE))));
    all.add(
        new Situation("asks twice", atWork().heard("S-A", asks(PLAN)).heard("S-A", asks(CHOICE))));
    all.add(
        new Situation(
            "asks before it confirmed",
            two().open().claimed("S-A").made("S-A").started("S-A").heard("S-A", asks(PERMISSION))));
    all.add(new Situation("asks with its tools", called(atWork())));
    all.add(
        new Situation(
            "asks with its tools and ended its turn",
            called(atWork()).turnEnds("S-A", new TurnResult.Completed())));
    all.add(
        new Situation(
            "asks with its tools and is halted",
            called(atWork())
                .turnEnds("S-A", new TurnResult.Completed())
                .heard("S-B", new AgentSignal.ConflictFlagged("S-A is wrong"))));
    all.add(new Situation("estimates much", atWork().heard("S-A", estimate(2_000))));
  }

  private static EngineRun called(EngineRun run) {
    run.give(new Input.Called(new SessionId("S-A"), 1, new AgentCall.Ask("So?", List.of("yes"))));
    return run;
  }

  static AgentSignal asks(Question question) {
    return new AgentSignal.Asked(question);
  }

  static AgentSignal estimate(long cents) {
    return new AgentSignal.EstimateStated(new Usd(cents));
  }

  private static void stopping(List<Situation> all) {
    all.add(
        new Situation(
            "stopping, another approach", atWork().turnEnds("S-A", new TurnResult.Failed("odd"))));
    all.add(new Situation("stopping, it stalled", atWork().later(Duration.ofMinutes(16)).tick()));
    all.add(
        new Situation(
            "stopping, its service failed",
            atWork().turnEnds("S-A", new TurnResult.ServiceFailed("529"))));
    all.add(
        new Situation(
            "stopping, handed off",
            atWork().tick("S-A", 0, 75).turnEnds("S-A", new TurnResult.Completed())));
    all.add(
        new Situation(
            "stopping, it did not end",
            atWork()
                .completes("S-A")
                .seen("S-A", EngineRun.goodLook())
                .later(Duration.ofMinutes(2))
                .tick()));
    all.add(
        new Situation(
            "stopping, a step failed for good",
            atWork().completes("S-A").stepFailed("S-A", false)));
    all.add(new Situation("stopping, given up", atWork().cancels("S-A")));
  }

  private static void takenOver(List<Situation> all) {
    EngineRun asked = atWork();
    asked.give(new Input.TakeOver(Trigger.SUBJECT, "ann"));
    EngineRun taken = atWork().takenOver("S-A");
    all.add(new Situation("handing over", asked));
    all.add(new Situation("taken over", taken.copy()));
    all.add(new Situation("taken over, the screen is closed", taken.copy().exits("S-A", 0)));
    all.add(new Situation("stopping, given back", taken.copy().approve(GateKind.TAKEOVER)));
    all.add(new Situation("given back", taken.copy().exits("S-A", 0).approve(GateKind.TAKEOVER)));
  }

  private static void exiting(List<Situation> all) {
    EngineRun checking = atWork().completes("S-A");
    EngineRun ending = checking.copy().seen("S-A", EngineRun.goodLook());
    all.add(new Situation("exit looked at", checking.copy()));
    all.add(new Situation("exit to be looked at again", checking.copy().stepFailed("S-A", true)));
    all.add(new Situation("exit looked at, gone", checking.copy().exits("S-A", 0)));
    all.add(
        new Situation(
            "exit looked at, asked before",
            checking.copy().seen("S-A", EngineRun.dirtyLook()).completes("S-A")));
    all.add(new Situation("ending", ending.copy()));
    all.add(new Situation("taking in", ending.copy().exits("S-A", 0)));
    all.add(
        new Situation("taking in again", ending.copy().exits("S-A", 0).stepFailed("S-A", true)));
  }

  private static void merging(List<Situation> all) {
    all.add(
        new Situation(
            "in review", Example.of("S-A").withoutVerify().open().working("S-A").handsIn("S-A")));
    all.add(
        new Situation(
            "waits to merge",
            Example.of("S-A S-B")
                .mergesAfter("S-A", "S-B")
                .open()
                .working("S-B")
                .working("S-A")
                .handsIn("S-A")));
    EngineRun verifying = inReview().computed("S-A");
    EngineRun landing = verifying.copy().checked("S-A", new VerifyOutcome.Passed());
    all.add(new Situation("computing", inReview()));
    all.add(new Situation("computing again", inReview().stepFailed("S-A", true)));
    all.add(new Situation("verifying", verifying.copy()));
    all.add(new Situation("verifying again", verifying.copy().stepFailed("S-A", true)));
    all.add(new Situation("landing", landing.copy()));
    all.add(new Situation("landing again", landing.copy().stepFailed("S-A", true)));
    EngineRun cancelled = landing.copy();
    cancelled.give(new Input.CancelRun("ann", "enough"));
    all.add(new Situation("landing in a cancelled run", cancelled));
    all.add(
        new Situation(
            "conflict",
            inReview().computed("S-A", new MergeOutcome.Conflict("b1", List.of("a"), "<<<"))));
    all.add(
        new Situation(
            "landing refused",
            landing.copy().landed("S-A", new LandOutcome.Refused("the checkout has changes"))));
  }

  private static void halted(List<Situation> all) {
    EngineRun interrupted = atWork().turnEnds("S-A", new TurnResult.Interrupted());
    EngineRun undone =
        atWork().completes("S-A").seen("S-A", EngineRun.dirtyLook()).completes("S-A");
    all.add(new Situation("halted from Working", interrupted.copy()));
    all.add(new Situation("halted from Working, gone", interrupted.copy().vanishes("S-A")));
    all.add(
        new Situation(
            "halted from Starting",
            two()
                .open()
                .claimed("S-A")
                .made("S-A")
                .started("S-A")
                .heard("S-A", new AgentSignal.ConflictFlagged("not so"))));
    all.add(
        new Situation(
            "halted from AwaitingDecision",
            atWork()
                .heard("S-A", asks(PERMISSION))
                .heard("S-B", new AgentSignal.ConflictFlagged("S-A is wrong"))));
    all.add(
        new Situation(
            "halted from Working with another",
            atWork().heard("S-A", new AgentSignal.ConflictFlagged("S-B is wrong"))));
    all.add(new Situation("halted from Exiting", undone.copy().seen("S-A", EngineRun.dirtyLook())));
    all.add(
        new Situation(
            "halted from Exiting, gone",
            undone.copy().exits("S-A", 0).seen("S-A", EngineRun.dirtyLook())));
    all.add(
        new Situation(
            "halted from MergeReady",
            inReview()
                .computed("S-A", new MergeOutcome.Clean("b1", "merge", List.of()))
                .checked("S-A", new VerifyOutcome.Failed(1, "a test fails"))));
    all.add(new Situation("halted by the spend cap", atWork().tick("S-A", 60_000_000, 0)));
  }

  private static void lost(List<Situation> all) {
    EngineRun atWork = atWork().loses("S-A");
    EngineRun landing = inReview().computed("S-A").checked("S-A", new VerifyOutcome.Passed());
    all.add(new Situation("lost while it works", atWork.copy()));
    all.add(new Situation("lost, gone", atWork.copy().exits("S-A", 143)));
    all.add(new Situation("sought again, not gone", atWork.copy().approve(GateKind.CLAIM)));
    all.add(new Situation("sought again", atWork.copy().exits("S-A", 143).approve(GateKind.CLAIM)));
    all.add(new Situation("lost while it prepares", two().open().claimed("S-A").loses("S-A")));
    all.add(new Situation("lost while it says it is done", atWork().completes("S-A").loses("S-A")));
    all.add(new Situation("lost while it lands", landing.copy().loses("S-A")));
    all.add(
        new Situation(
            "sought while it lands", landing.copy().loses("S-A").approve(GateKind.CLAIM)));
    all.add(new Situation("lost by a person", atWork().takenOver("S-A").loses("S-A")));
    all.add(
        new Situation(
            "lost while halted",
            atWork().turnEnds("S-A", new TurnResult.Interrupted()).loses("S-A")));
    all.add(
        new Situation(
            "lost while it waits to merge",
            Example.of("S-A S-B")
                .mergesAfter("S-A", "S-B")
                .open()
                .working("S-B")
                .working("S-A")
                .handsIn("S-A")
                .loses("S-A")));
    all.add(new Situation("in doubt while it computes", inReview().doubts("S-A")));
  }

  private static void over(List<Situation> all) {
    EngineRun failed = two().open().working("S-B").stepFailed("S-A", false);
    EngineRun cancelled = atWork().cancels("S-A").exits("S-A", 143);
    all.add(new Situation("failed", failed.copy()));
    all.add(
        new Situation(
            "failed with its claim",
            two().open().working("S-B").claimed("S-A").stepFailed("S-A", false)));
    all.add(new Situation("left failed", failed.copy().reject(GateKind.FAILURE, "")));
    all.add(
        new Situation(
            "left failed with its claim",
            two()
                .open()
                .working("S-B")
                .claimed("S-A")
                .stepFailed("S-A", false)
                .reject(GateKind.FAILURE, "")));
    all.add(new Situation("abandoned", cancelled.copy()));
    all.add(new Situation("abandoned and left", cancelled.copy().leaves("S-A")));
    all.add(new Situation("merged", inReview().merges("S-A")));
    all.add(new Situation("merged and left", inReview().merges("S-A").leaves("S-A")));
    all.add(
        new Situation(
            "merged, the last one",
            Example.of("S-A").open().working("S-A").handsIn("S-A").merges("S-A")));
    all.add(
        new Situation(
            "run closed",
            Example.of("S-A")
                .open()
                .working("S-A")
                .handsIn("S-A")
                .merges("S-A")
                .leaves("S-A")
                .registryWritten()));
  }

  private static void scoped(List<Situation> all) {
    EngineRun asking = Example.of("S-A S-B").scope(ScopePolicy.ASK).open().working("S-A");
    all.add(new Situation("works in a scope, asking", asking.copy()));
    all.add(
        new Situation(
            "asks to leave its scope", asking.copy().heard("S-A", asks(write("docs/x")))));
    all.add(new Situation("in review, it left its scope", asking.copy().handsIn("S-A")));
    all.add(
        new Situation(
            "works in a scope, enforced",
            Example.of("S-A").scope(ScopePolicy.ENFORCE).open().working("S-A")));
  }

  /** Beside pull requests of others, which the run deals with itself. */
  private static void beside(List<Situation> all) {
    Stray fix = Stray.of(atWorkWithForge()).opened(8, "h1", 3);
    all.add(new Situation("a quick fix is to be reviewed", fix.run().copy()));
    fix.answered(new Deed.Result.Asked("h1"));
    all.add(new Situation("a quick fix is reviewed", fix.run().copy()));
    fix.seen(Stray.clean("h1"));
    all.add(new Situation("a quick fix is being merged", fix.run().copy()));
    fix.answered(new Deed.Result.Failed("the forge is away", true));
    all.add(new Situation("a quick fix is to be merged again", fix.run().copy()));
    Stray early = Stray.of(atWorkWithForge()).from("cursor/shop-a").withoutQuickFixes();
    all.add(new Situation("another's work waits for its own", early.opened(8, "h", 9).run()));
    EngineRun shown = atWorkWithForge().handsIn("S-A").shown("S-A");
    Stray other = Stray.of(shown).from("cursor/shop-a").withoutQuickFixes().opened(8, "h", 9);
    all.add(new Situation("another's work is looked at", other.run().copy()));
    other.answered(CompareRulesTest.both());
    all.add(new Situation("another's work is compared", other.run().copy()));
    all.add(
        new Situation(
            "another's work is being closed", other.run().copy().approve(GateKind.COMPARE)));
  }

  private static EngineRun atWorkWithForge() {
    return Example.of("S-A").pullRequests().open().working("S-A");
  }

  /** A question about changing these files. */
  static Question.Permission write(String... paths) {
    Access access = new Access(Access.Kind.CHANGES, List.of(paths));
    return new Question.Permission("w" + List.of(paths).hashCode(), "Write", "{}", access);
  }

  @Override
  public String toString() {
    return name;
  }

  /** The word of the state that S-A is in. */
  String word() {
    return run.state().find(Trigger.SUBJECT).map(s -> StateText.word(s.state())).orElse("[*]");
  }
}
