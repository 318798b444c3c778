package dev.signalbox.runner.program;

import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import java.util.List;

/** The tools that a program gives its model, so that one script drives them all. */
public interface ModelTools {

  /** Runs a command of the shell. */
  Reply.Block run(String command);

  /**
   * The model's messages with which it shows a plan, up to the question whether it is good.
   *
   * @param text Markdown
   */
  List<Reply> showPlan(Conversation call, String text);

  /**
   * Asks which of the databases Postgres and SQLite it shall be, where the program lets its model
   * ask such a thing.
   */
  default Reply choose() {
    throw new UnsupportedOperationException("it asks no choices");
  }

  /** A command that would leave something behind for the person's own conversations. */
  default String plants() {
    return "true";
  }
}
