package dev.signalbox.app;

import dev.signalbox.plan.IssueId;
import dev.signalbox.tracker.TrackerMarkdown;
import dev.signalbox.tracker.linear.LinearAgentSessions.Manner;
import dev.signalbox.view.RunView;
import dev.signalbox.view.SessionView;
import java.util.List;
import java.util.Optional;

/**
 * How the session that works on an issue stands, as far as somebody in Linear has to know, and the
 * words for it.
 *
 * @param word the same for as long as there is nothing new to tell
 * @param manner in which it is told
 * @param text of ours; what agents wrote in it stays text
 */
record CallState(String word, Manner manner, String text) {

  /** Nobody works on it, and nobody did. */
  static final CallState NOBODY =
      new CallState(
          "nobody", Manner.RESPONSE, "No session of Signalbox works on this issue any more.");

  /** The one session on the issue; empty where there is none, or several. */
  static Optional<SessionView> session(IssueId issue, RunView run) {
    List<SessionView> found = on(issue, run);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** All sessions on the issue. */
  static List<SessionView> on(IssueId issue, RunView run) {
    return run.sessions().stream()
        .filter(session -> session.work().isOfPlan())
        .filter(session -> session.work().issue().equals(issue.value()))
        .toList();
  }

  static CallState of(IssueId issue, RunView run) {
    return session(issue, run).map(session -> of(session, run)).orElse(NOBODY);
  }

  private static CallState of(SessionView session, RunView run) {
    String who = "Session `%s` (%s)".formatted(session.id(), session.work().agent());
    String word = session.standing().word();
    boolean isAsking =
        run.inbox().stream().anyMatch(gate -> gate.gate().sessions().contains(session.id()));
    if (word.equals("Merged")) {
      return new CallState(word, Manner.RESPONSE, merged(session));
    }
    if (session.standing().isOver()) {
      String why = session.standing().reason().map(TrackerMarkdown::quiet).orElse("no reason");
      String verb = word.equals("Failed") ? "failed" : "was given up";
      return new CallState(
          word, Manner.ERROR, "%s %s: %s.".formatted(who, verb, why) + at(session));
    }
    if (isAsking || word.equals("Halted") || word.equals("AwaitingDecision")) {
      return new CallState(
          "waiting",
          Manner.THOUGHT,
          "%s waits for a person, in the inbox of run `%s`.".formatted(who, run.head().run()));
    }
    return switch (word) {
      case "Planned" -> new CallState("planned", Manner.THOUGHT, who + " waits for its turn.");
      case "InReview", "MergeReady" ->
          new CallState("review", Manner.THOUGHT, who + ": its work is in review." + at(session));
      default -> new CallState("working", Manner.THOUGHT, who + " works on this.");
    };
  }

  private static String merged(SessionView session) {
    String what =
        session
            .standing()
            .commit()
            .map(commit -> "Done, merged as `%s`.".formatted(commit))
            .orElse("Done; there was nothing to merge.");
    return what + at(session);
  }

  private static String at(SessionView session) {
    return session.work().pullRequest().map(url -> " Pull request: " + url).orElse("");
  }

  /** Whether nothing more comes after it. */
  boolean isLast() {
    return switch (manner) {
      case RESPONSE, ERROR -> true;
      case THOUGHT, PASSING -> false;
    };
  }
}
