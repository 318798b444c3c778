package dev.signalbox.engine;

import dev.signalbox.approval.GateKind;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.SessionId;
import java.time.Duration;
import java.util.List;

/** How a halted session goes on; one that lost its issue does not. */
final class HaltRules {
  private HaltRules() {}

  /** It goes on with a word to its agent: the one that lives, or one that takes its place. */
  static void resume(Deciding deciding, SessionId id, String text) {
    if (deciding.session(id).trace().hold().isGone()) {
      return;
    }
    if (!(deciding.session(id).state()
        instanceof SessionState.Halted(SessionState from, String _, boolean isGone))) {
      return;
    }
    if (isGone || !(from instanceof SessionState.Live)) {
      deciding.emit(new Fact.SessionResumed(id));
      deciding.retry(id, true, text, Duration.ZERO);
      return;
    }
    deciding.emit(new Fact.SessionResumed(id));
    if (deciding.hasGate(id, GateKind.ESTIMATE)) {
      // A word would make it go on although nobody agreed to its cost; that gate has the last one.
      return;
    }
    if (from instanceof SessionState.Exiting) {
      // It was asked at its exit before, and is asked once more: by a person.
      deciding.emit(new Fact.ExitAsked(id, List.of()));
    } else {
      deciding.emit(new Fact.TaskContinued(id, deciding.session(id).tally().iteration() + 1));
    }
    deciding.say(id, new AgentMessage.Say(text));
  }

  /** What it did counts as done: its workspace is looked at, or what was seen there is taken. */
  static void accept(Deciding deciding, SessionId id) {
    if (deciding.session(id).trace().hold().isGone()) {
      return;
    }
    if (!(deciding.session(id).state()
        instanceof SessionState.Halted(SessionState from, String _, boolean isGone))) {
      return;
    }
    deciding.emit(new Fact.SessionResumed(id));
    if (from instanceof SessionState.Exiting) {
      ExitRules.verified(deciding, id, deciding.session(id).known().summary(), !isGone);
    } else if (MilestoneRules.hasMilestones(deciding, id)) {
      deciding.emit(new Fact.TaskCompleted(id));
      deciding.emit(new Fact.MilestoneBegun(id, !isGone));
    } else {
      deciding.emit(new Fact.ExitCheckBegun(id, !isGone));
    }
  }
}
