package dev.signalbox.mcp;

import dev.signalbox.session.AgentCall;
import java.util.List;
import java.util.function.Function;

/**
 * One tool of a session.
 *
 * @param reading what was called, of its arguments; what is wrong with them is gathered there
 * @param done what the agent is told when it is recorded
 */
record SessionVerb(Verb.Sheet sheet, Function<ToolInput, AgentCall> reading, String done) {
  private static final String TEXT = "text";
  private static final String WAITS =
      "A person was asked. Do nothing that depends on the answer. When there is nothing else to do,"
          + " end your turn: the answer comes as the next message. If you are interrupted before"
          + " it came, ask again.";

  static final List<SessionVerb> ALL =
      List.of(
          new SessionVerb(
              sheet(
                  "session_started",
                  "Say that you begin",
                  "Call it once you have read your task, before anything else. It counts as the"
                      + " words Session started.",
                  List.of(
                      new Verb.Argument(
                          "name",
                          false,
                          "The name of this conversation in your own program, where you were told"
                              + " it."))),
              input -> new AgentCall.Started(input.name("name")),
              "Recorded. Go on with your task."),
          new SessionVerb(
              sheet(
                  "report_progress",
                  "Tell where you stand",
                  "Tells the person in a line or two where you stand: what is done, what is next."
                      + " Use it at each step of your plan. It asks nothing and stops nothing.",
                  List.of(text("What is done and what is next, at most a few lines."))),
              input -> new AgentCall.Progress(input.text(TEXT, "where you stand")),
              "Recorded."),
          new SessionVerb(
              sheet(
                  "ask",
                  "Ask a person",
                  "Asks a person what only they can decide: a choice that the task leaves open, a"
                      + " missing permission, a contradiction. Do not ask what the task or the"
                      + " repository answers. The call returns at once, without the answer.",
                  List.of(
                      text("The question, with everything that is needed to answer it."),
                      new Verb.Argument(
                          "options",
                          false,
                          "Answers to choose from, the one that you recommend first; without them"
                              + " the person answers in words.",
                          Verb.Shape.TEXTS))),
              input ->
                  new AgentCall.Ask(
                      input.text(TEXT, "a question"),
                      input.texts("options", "texts to choose from")),
              WAITS),
          new SessionVerb(
              sheet(
                  "request_checkpoint",
                  "Ask for a look at the work",
                  "Asks a person to look at your work before you go on. Commit first. The call"
                      + " returns at once.",
                  List.of(text("What is done, what to look at, and what comes next."))),
              input -> new AgentCall.Checkpoint(input.text(TEXT, "what to look at")),
              WAITS),
          new SessionVerb(
              sheet(
                  "flag_conflict",
                  "Flag a conflict",
                  "Says that a design decision may not fit what another session does. It halts this"
                      + " session, and those that the text names, until a person decides. It counts"
                      + " as a line CONFLICT: ...",
                  List.of(
                      text("Both approaches, and which issue, phase or session the other is of."))),
              input -> new AgentCall.Conflict(input.text(TEXT, "both approaches")),
              "Recorded. This session is halted until a person decides: end your turn."),
          new SessionVerb(
              sheet(
                  "hand_in_summary",
                  "Hand the summary in",
                  "Hands in the session summary, or the review that was asked for, in place of the"
                      + " file .sdd-summary.md. Call it when all is committed, before the words"
                      + " TASK_COMPLETE. A later call replaces it.",
                  List.of(
                      new Verb.Argument(
                          "summary",
                          true,
                          "Markdown, or what the task asks for in its place.",
                          Verb.Shape.DOCUMENT))),
              input -> new AgentCall.HandIn(input.document("summary", "a summary")),
              "Recorded. When the task is done, reply with TASK_COMPLETE alone on a line."));

  private static Verb.Sheet sheet(
      String name, String title, String description, List<Verb.Argument> arguments) {
    return new Verb.Sheet(name, title, description, false, arguments);
  }

  private static Verb.Argument text(String description) {
    return new Verb.Argument(TEXT, true, description);
  }
}
