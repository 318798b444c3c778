package dev.signalbox.cli;

import dev.signalbox.approval.Answer;
import dev.signalbox.control.AnswerJson;
import dev.signalbox.view.AnswerText;
import java.util.List;

/** What the engine said to a command: printed, and made an exit code. */
final class Heard {
  private Heard() {}

  /**
   * Prints it.
   *
   * @param done what was asked for, such as {@code approved}
   * @return the exit code: that of the worst answer
   */
  static int print(
      Terminal terminal, boolean json, String done, List<AnswerJson.AnswerTo> answers) {
    if (json) {
      terminal.out().println(AnswerJson.write(answers));
    } else {
      for (AnswerJson.AnswerTo one : answers) {
        String line = AnswerText.of(one.what(), done, one.answer());
        boolean isGood = ExitCode.of(one.answer()) == ExitCode.DONE;
        (isGood ? terminal.out() : terminal.err()).println(line);
      }
    }
    return answers.stream().mapToInt(one -> ExitCode.of(one.answer())).max().orElse(ExitCode.DONE);
  }

  static int print(
      Terminal terminal, EngineOption engine, String what, String done, Answer answer) {
    return print(terminal, engine.isJson(), done, List.of(new AnswerJson.AnswerTo(what, answer)));
  }
}
