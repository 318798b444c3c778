package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.forge.PullRequestLook;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** A run under test, moved by inputs alone; the laws of every decision are checked on the way. */
final class EngineRun {
  static final String START = "b0";
  private final List<Recorded> journal = new ArrayList<>();
  private RunState state = RunState.before(0);
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Decision last = new Decision(state, List.of(), List.of(), new Answer.Taken());

  /** The same run, to try something else from here. */
  EngineRun copy() {
    EngineRun copy = new EngineRun();
    copy.journal.addAll(journal);
    copy.state = state;
    copy.now = now;
    return copy;
  }

  Answer give(Input input) {
    RunState before = state;
    last = Engine.decide(before, now, input);
    state = last.state();
    journal.addAll(last.facts());
    assertThat(Engine.replay(journal)).as("replay after %s", input).isEqualTo(state);
    Set<Effect> added = new LinkedHashSet<>(Engine.outstanding(state));
    added.removeAll(Engine.outstanding(before));
    assertThat(last.effects()).as("effects of %s", input).containsExactlyElementsOf(added);
    assertThat(last.facts().stream().map(Recorded::sequence))
        .as("sequences of %s", input)
        .isEqualTo(
            LongStream.rangeClosed(before.sequence() + 1, state.sequence()).boxed().toList());
    return last.answer();
  }

  RunState state() {
    return state;
  }

  Instant now() {
    return now;
  }

  /** What the last input led to. */
  List<Fact> facts() {
    return last.facts().stream().map(Recorded::fact).toList();
  }

  List<Effect> effects() {
    return last.effects();
  }

  /** Every fact of the run so far. */
  List<Fact> history() {
    return journal.stream().map(Recorded::fact).toList();
  }

  /** The journal so far. */
  List<Recorded> journal() {
    return List.copyOf(journal);
  }

  /** What the last input had said to the session's agent. */
  List<AgentMessage> said(String id) {
    return facts().stream()
        .filter(Fact.MessageQueued.class::isInstance)
        .map(Fact.MessageQueued.class::cast)
        .filter(queued -> queued.session().value().equals(id))
        .map(Fact.MessageQueued::message)
        .toList();
  }

  Session at(String id) {
    return state.find(new SessionId(id)).orElseThrow();
  }

  String word(String id) {
    return StateText.word(at(id).state());
  }

  long cause(String id) {
    return at(id).awaited().orElseThrow();
  }

  private int attempt(String id) {
    return at(id).tally().attempts();
  }

  EngineRun later(Duration time) {
    now = now.plus(time);
    return this;
  }

  EngineRun tick() {
    give(new Input.Tick(Map.of()));
    return this;
  }

  EngineRun tick(String id, long microUsd, int percent) {
    give(new Input.Tick(Map.of(new SessionId(id), new Vital(now, microUsd, percent))));
    return this;
  }

  EngineRun claimed(String id) {
    give(new Input.ClaimAnswered(cause(id), new SessionId(id), Optional.of(7L), "us"));
    return this;
  }

  /** Its claim is somebody else's. */
  EngineRun loses(String id) {
    return holds(id, new Hold.Lost("run-2/S-X on host/b"));
  }

  /** Its lease has run out and the tracker is away. */
  EngineRun doubts(String id) {
    return holds(id, new Hold.Doubtful("the tracker is away"));
  }

  EngineRun holds(String id, Hold hold) {
    give(new Input.ClaimSeen(new SessionId(id), at(id).known().fencing().orElse(0L), hold));
    return this;
  }

  EngineRun made(String id) {
    give(new Input.WorkspaceMade(cause(id), new SessionId(id), START));
    return this;
  }

  EngineRun started(String id) {
    give(new Input.AgentStarted(cause(id), new SessionId(id)));
    return this;
  }

  EngineRun stepFailed(String id, boolean mayPass) {
    give(new Input.StepFailed(cause(id), new SessionId(id), "index.lock is there", mayPass));
    return this;
  }

  EngineRun heard(String id, AgentSignal signal) {
    give(new Input.Heard(new SessionId(id), attempt(id), signal));
    return this;
  }

  /** From wherever the attempt stands, to a confirmed start. */
  EngineRun working(String id) {
    if (at(id).state() instanceof SessionState.Claimed) {
      claimed(id).made(id);
    }
    if (at(id).state() instanceof SessionState.Starting starting
        && !starting.attempt().isStarted()) {
      started(id);
    }
    String conversation = "c-" + id + attempt(id);
    heard(id, new AgentSignal.Identified(conversation, ""));
    return heard(id, new AgentSignal.StartConfirmed());
  }

  EngineRun turnEnds(String id, TurnResult result) {
    return heard(id, new AgentSignal.TurnEnded(result));
  }

  /** The agent says that it is done, and the turn is over. */
  EngineRun completes(String id) {
    return heard(id, new AgentSignal.TaskCompleted()).turnEnds(id, new TurnResult.Completed());
  }

  EngineRun exits(String id, int code) {
    give(new Input.Exited(new SessionId(id), attempt(id), new AgentExit.Ended(code, "")));
    return this;
  }

  EngineRun vanishes(String id) {
    give(new Input.Exited(new SessionId(id), attempt(id), new AgentExit.Vanished()));
    return this;
  }

  EngineRun seen(String id, ExitLook look) {
    give(new Input.ExitSeen(cause(id), new SessionId(id), look));
    return this;
  }

  static ExitLook goodLook() {
    return new ExitLook(Optional.of("tip"), 1, List.of(), true, Optional.of("All is well."));
  }

  static ExitLook dirtyLook() {
    return new ExitLook(Optional.of("tip"), 1, List.of("left.txt"), true, Optional.of("Nearly."));
  }

  static ExitLook lookWithoutSummary() {
    return new ExitLook(Optional.of("tip"), 1, List.of(), true, Optional.empty());
  }

  EngineRun takenIn(String id) {
    return takenIn(id, "a");
  }

  EngineRun takenIn(String id, String... paths) {
    TakeInOutcome.TakenIn taken = new TakeInOutcome.TakenIn("tip-" + id, List.of(paths));
    give(new Input.TakenIn(cause(id), new SessionId(id), taken, WorkLook.Seen.NOTHING));
    return this;
  }

  EngineRun takenInAt(String id, String tip) {
    TakeInOutcome.TakenIn taken = new TakeInOutcome.TakenIn(tip, List.of("a"));
    give(new Input.TakenIn(cause(id), new SessionId(id), taken, WorkLook.Seen.NOTHING));
    return this;
  }

  /** From work to a branch that is taken in. */
  EngineRun handsIn(String id) {
    return handsIn(id, "a");
  }

  EngineRun handsIn(String id, String... paths) {
    return completes(id).seen(id, goodLook()).exits(id, 0).takenIn(id, paths);
  }

  EngineRun computed(String id, MergeOutcome outcome) {
    give(new Input.MergeComputed(cause(id), new SessionId(id), outcome));
    return this;
  }

  EngineRun computed(String id) {
    return computed(id, new MergeOutcome.Clean(START, "merge-" + id, List.of()));
  }

  EngineRun checked(String id, VerifyOutcome outcome) {
    give(new Input.MergeChecked(cause(id), new SessionId(id), outcome));
    return this;
  }

  EngineRun landed(String id, LandOutcome outcome) {
    give(new Input.MergeLanded(cause(id), new SessionId(id), outcome));
    return this;
  }

  /** Its work is shown as pull request 7. */
  EngineRun shown(String id) {
    give(
        new Input.PullRequestOpened(
            cause(id), new SessionId(id), 7, "forge/7", "branch-" + id, "tip-" + id));
    return this;
  }

  /** The checks of its pull request passed. */
  EngineRun passes(String id) {
    give(
        new Input.PullRequestSeen(
            new SessionId(id),
            new PullRequestLook(
                "tip-" + id,
                PullRequestLook.Standing.OPEN,
                PullRequestLook.Checked.PASSED,
                List.of(),
                false),
            List.of()));
    return this;
  }

  /** From a computed merge's turn to the base. */
  EngineRun merges(String id) {
    return computed(id)
        .checked(id, new VerifyOutcome.Passed())
        .landed(id, new LandOutcome.Landed());
  }

  /** The workspace is gone and the claim is given back. */
  EngineRun leaves(String id) {
    give(new Input.WorkspaceCleaned(cause(id), new SessionId(id), Optional.empty()));
    give(new Input.ClaimGone(cause(id), new SessionId(id)));
    return this;
  }

  EngineRun registryWritten() {
    give(new Input.RegistryAnswered(state.registry().due(), Optional.empty()));
    return this;
  }

  /** A person asks for the session, and gets it as soon as nothing of it lives. */
  EngineRun takenOver(String id) {
    assertThat(give(new Input.TakeOver(new SessionId(id), "ann"))).isEqualTo(new Answer.Taken());
    return at(id).state() instanceof SessionState.HandingOver ? exits(id, 143) : this;
  }

  EngineRun cancels(String id) {
    give(new Input.Cancel(new SessionId(id), "ann", ""));
    return this;
  }

  boolean hasGate(GateKind kind) {
    return state.gates().values().stream().anyMatch(gate -> gate.kind() == kind);
  }

  /** The one open gate of that kind. */
  Gate gate(GateKind kind) {
    List<Gate> found = state.gates().values().stream().filter(g -> g.kind() == kind).toList();
    assertThat(found).as("open gates of kind %s", kind).hasSize(1);
    return found.getFirst();
  }

  Answer decide(GateKind kind, GateDecision decision) {
    Gate gate = gate(kind);
    return give(new Input.Decide(gate.number(), gate.hash(), decision, "ann"));
  }

  EngineRun approve(GateKind kind) {
    assertThat(decide(kind, new GateDecision.Approved())).isEqualTo(new Answer.Taken());
    return this;
  }

  EngineRun reject(GateKind kind, String why) {
    assertThat(decide(kind, new GateDecision.Rejected(why))).isEqualTo(new Answer.Taken());
    return this;
  }
}
