package dev.signalbox.view;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.Settled;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** What a person hears about a decision or another command: a line, or one for each reason. */
public final class AnswerText {
  private AnswerText() {}

  /**
   * One sentence.
   *
   * @param what the object of the command: a gate's id, a session, the run
   * @param done what was done to it, such as {@code approved}
   */
  public static String of(String what, String done, Answer answer) {
    return switch (answer) {
      case Answer.Taken _ -> what + ": " + done + ".";
      case Answer.TakenBefore _ -> what + ": it was so before; nothing changes.";
      case Answer.Changed(String now) ->
          what + ": changed, look again: signalbox inbox " + TableText.plain(now);
      case Answer.DecidedBefore(Settled settled) -> what + ": " + before(settled);
      case Answer.Refused(String reason) ->
          what
              + ": refused: "
              + reason.lines().map(TableText::plain).collect(Collectors.joining("\n  "));
    };
  }

  private static String before(Settled settled) {
    return "already "
        + words(settled.decision())
        + " by "
        + TableText.plain(settled.who())
        + " at "
        + settled.at().truncatedTo(ChronoUnit.SECONDS)
        + "; that stays.";
  }

  private static String words(GateDecision decision) {
    return switch (decision) {
      case GateDecision.Approved _ -> "approved";
      case GateDecision.Rejected(String why) ->
          why.isEmpty() ? "rejected" : "rejected (" + TableText.plain(why) + ")";
      case GateDecision.Answered(var answers) ->
          "answered (" + TableText.plain(String.join("; ", answers)) + ")";
    };
  }
}
