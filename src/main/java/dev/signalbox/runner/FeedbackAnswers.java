package dev.signalbox.runner;

import dev.signalbox.session.AgentSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an agent says of feedback that it was told of: {@code FEEDBACK 12 declined: why}. */
public final class FeedbackAnswers {
  /** At the start of a line, also of a list item or in bold. */
  private static final Pattern ANSWER =
      Pattern.compile(
          "^[ \\t>*_`#-]*FEEDBACK[ \\t]+(\\d{1,12})[*_`]*:?[ \\t]+[*_`]*"
              + "(addressed|declined)\\b[*_`]*[:.,]?[ \\t]*(.*)$",
          Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private FeedbackAnswers() {}

  /** The answers in a block of the agent's own text, in their order. */
  public static List<AgentSignal> in(String text) {
    List<AgentSignal> answers = new ArrayList<>();
    Matcher answer = ANSWER.matcher(text);
    while (answer.find()) {
      answers.add(
          new AgentSignal.FeedbackAnswered(
              Long.parseLong(answer.group(1)),
              answer.group(2).equalsIgnoreCase("addressed"),
              ShortText.reason(answer.group(3))));
    }
    return answers;
  }
}
