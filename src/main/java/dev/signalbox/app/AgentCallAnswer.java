package dev.signalbox.app;

import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.linear.LinearAgentSessions;
import dev.signalbox.tracker.linear.LinearAgentSessions.Manner;
import dev.signalbox.view.RunView;
import dev.signalbox.view.SessionView;
import dev.signalbox.webhook.AgentCall;
import dev.signalbox.webhook.FirstActivity;
import java.util.List;
import java.util.Optional;

/**
 * Tells who calls Signalbox in Linear where that goes: by the same rule as the feedback itself, to
 * the one session on the issue that is not over, else to a person. Where a session works on the
 * issue, it is told from then on how that stands; else the answer is the last word, so that nobody
 * waits for another.
 */
record AgentCallAnswer(LinearAgentSessions linear, CallFollowing following)
    implements FirstActivity {

  @Override
  public Outcome<Nothing> answer(AgentCall call) {
    Optional<RunView> run = following.openRun();
    Optional<IssueId> worked = run.flatMap(open -> call.issue().filter(it -> isWorked(it, open)));
    // Kept first: a kill after the answer must not leave it as the last word.
    worked.ifPresent(issue -> following.begin(call.session(), issue, run.orElseThrow()));
    Manner manner = worked.isPresent() ? Manner.THOUGHT : Manner.RESPONSE;
    return linear.say(call.session(), new NoteKey(call.cause()), manner, text(call, run));
  }

  private static boolean isWorked(IssueId issue, RunView run) {
    return CallState.session(issue, run).filter(it -> !it.standing().isOver()).isPresent();
  }

  /** What is said. */
  static String text(AgentCall call, Optional<RunView> run) {
    if (run.isEmpty()) {
      return "No run of Signalbox is open. This is kept, and the next run takes it in.";
    }
    String name = "run `" + run.get().head().run() + "`";
    List<SessionView> found =
        call.issue().map(issue -> CallState.on(issue, run.get())).orElse(List.of());
    if (found.size() != 1 || found.getFirst().standing().isOver()) {
      return inbox(call, name, found);
    }
    SessionView session = found.getFirst();
    String who = "session `%s` (%s)".formatted(session.id(), session.work().agent());
    return switch (call.kind()) {
      case CREATED -> "This issue has a session in %s: %s.".formatted(name, who);
      case PROMPTED -> "Passed on to %s of %s.".formatted(who, name);
      case STOPPED ->
          ("Asked the person at %s: %s goes on until it is given up there, with"
                  + " `signalbox cancel %s`.")
              .formatted(name, who, session.id());
    };
  }

  private static String inbox(AgentCall call, String name, List<SessionView> found) {
    String why =
        switch (found.size()) {
          case 0 -> "No session of %s has this issue".formatted(name);
          case 1 -> "Session `%s` of %s is over".formatted(found.getFirst().id(), name);
          default -> "Several sessions of %s have this issue".formatted(name);
        };
    String what =
        switch (call.kind()) {
          case CREATED, PROMPTED -> "; a person decides about it, in the inbox of that run.";
          case STOPPED -> "; nothing was stopped, and a person is told.";
        };
    return why + what;
  }
}
