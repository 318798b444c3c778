package dev.signalbox.view;

import dev.signalbox.session.Access;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.Question;
import dev.signalbox.session.Spoken;
import dev.signalbox.session.TurnResult;
import java.util.ArrayList;
import java.util.List;

/**
 * What an agent wrote, as lines for a person. The first column says what a line is: blank for the
 * agent's words, {@code >} for a tool, {@code ?} for a question, {@code =} for the end of a turn or
 * of the process. No text of an agent reaches that column.
 */
public final class LogText {
  private static final String BESIDE = "  ";

  private LogText() {}

  /** One thing that the agent wrote. */
  public static List<String> lines(Spoken spoken) {
    return switch (spoken) {
      case Spoken.Words(String text) -> marked(' ', text);
      case Spoken.Piece(String _, String text) -> marked(' ', text);
      case Spoken.ToolUsed(String about, String _) -> marked('>', about);
      case Spoken.Asked(Question question) -> marked('?', words(question));
      case Spoken.TurnOver(TurnResult result) -> marked('=', words(result));
    };
  }

  /** How the process ended. */
  public static List<String> lines(AgentExit exit) {
    return marked('=', words(exit));
  }

  /** The same without lines and marks. */
  public static String words(AgentExit exit) {
    return switch (exit) {
      case AgentExit.Ended(int code, String _) when code == 0 -> "the process ended";
      case AgentExit.Ended(int code, String error) ->
          ("the process ended with exit code " + code + "\n" + error).strip();
      case AgentExit.Vanished() -> "the process is gone; nobody saw how it ended";
    };
  }

  private static List<String> marked(char mark, String text) {
    List<String> lines = new ArrayList<>();
    for (String line : ShownText.lines(text)) {
      lines.add(((lines.isEmpty() ? mark : ' ') + " " + line).stripTrailing());
    }
    return lines;
  }

  /** What an agent asks. */
  public static String words(Question question) {
    return switch (question) {
      case Question.Permission(String _, String tool, String input, Access _) ->
          "may " + tool + ": " + input;
      case Question.PlanApproval(String _, String plan) -> "shows its plan\n" + plan;
      case Question.Choice choice -> {
        StringBuilder text = new StringBuilder();
        choice.items().forEach(item -> text.append(words(item)));
        yield text.toString();
      }
      case Question.Inquiry inquiry -> words(inquiry.item());
    };
  }

  private static String words(Question.Item item) {
    StringBuilder text = new StringBuilder(item.text()).append('\n');
    item.options().forEach(option -> text.append(BESIDE + "- " + option + "\n"));
    return text.toString();
  }

  /** How a turn ended. */
  public static String words(TurnResult result) {
    return switch (result) {
      case TurnResult.Completed() -> "turn over";
      case TurnResult.Interrupted() -> "turn interrupted";
      case TurnResult.ServiceFailed(String reason) -> "the agent's service failed: " + reason;
      case TurnResult.LimitReached(String reason) -> "turn over, a limit was reached: " + reason;
      case TurnResult.Failed(String reason) -> "turn failed: " + reason;
    };
  }
}
