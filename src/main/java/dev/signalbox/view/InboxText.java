package dev.signalbox.view;

import dev.signalbox.approval.GateKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The inbox as lines for a person, with the commands to type. */
public final class InboxText {
  private static final String INDENT = "  ";

  /** One of these, or more. */
  private static final String REVISIONS =
      " --agent PHASE=ID --launch PHASE=MODE --merge-first PHASE=PHASE";

  private InboxText() {}

  /** One line for each gate, and how to see more of it. */
  static List<String> brief(RunView run, int widthMax) {
    List<String> lines = new ArrayList<>();
    for (GateView gate : run.inbox()) {
      lines.add(
          TableText.cut(
              "Decide " + first(gate, run.at()) + INDENT + TableText.plain(gate.gate().title()),
              widthMax));
    }
    lines.add(
        TableText.cut("signalbox inbox shows what each is about, and the commands.", widthMax));
    return lines;
  }

  /**
   * Every gate with what a decision does and how to type it.
   *
   * @param options added to each command, such as {@code --state FOLDER}; empty for none
   */
  public static List<String> lines(RunView run, String options) {
    if (run.inbox().isEmpty()) {
      return List.of("Nothing waits for you.");
    }
    List<String> lines = new ArrayList<>();
    for (GateView gate : run.inbox()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(entry(gate, run.at(), options));
      lines.add(INDENT + "look     " + look(gate, options));
    }
    return lines;
  }

  /** How to see the whole text of a gate. */
  static String look(GateView gate, String options) {
    return "signalbox inbox " + gate.gate().id() + space(options);
  }

  /** One gate with the whole text that the decision is about. */
  public static List<String> whole(GateView gate, Instant at, String options) {
    List<String> lines = new ArrayList<>(entry(gate, at, options));
    lines.add("");
    ShownText.lines(gate.gate().shown()).forEach(line -> lines.add(INDENT + "| " + line));
    lines.add("");
    lines.add("What you decide on has the hash " + gate.gate().hash() + ".");
    return lines;
  }

  /** One gate with what a decision does and how to type it. */
  public static List<String> entry(GateView view, Instant at, String options) {
    List<String> lines = new ArrayList<>();
    lines.add(first(view, at));
    lines.add(INDENT + TableText.plain(view.gate().title()));
    List<Way> ways = ways(view, options);
    int width = ways.stream().mapToInt(way -> way.meaning().length()).max().orElse(0);
    for (Way way : ways) {
      lines.add(
          INDENT
              + padded(way.verb(), "approve".length())
              + INDENT
              + padded(way.meaning(), width)
              + INDENT
              + way.command());
    }
    return lines;
  }

  /** A decision that can be made, and how to type it. */
  record Way(String verb, String meaning, String command) {}

  /** What can be decided. */
  static List<Way> ways(GateView view, String options) {
    String id = view.gate().id() + space(options);
    List<Way> ways = new ArrayList<>();
    ways.add(new Way("approve", view.gate().kind().ifApproved(), "signalbox approve " + id));
    ways.add(
        new Way(
            "reject",
            view.gate().kind().ifRejected(),
            "signalbox reject " + id + " --why 'REASON'"));
    if (view.takesWords()) {
      ways.add(
          new Way(
              "answer",
              view.answers() == 1 ? "in your words" : "in your words, one for each question",
              "signalbox answer " + id + " 'ANSWER'".repeat(view.answers())));
    }
    if (view.gate().kind() == GateKind.TABLE) {
      ways.add(new Way("revise", "change the table first", "signalbox revise " + id + REVISIONS));
    }
    return ways;
  }

  /** A gate's id, kind, whom it is about, and how long it waits. */
  static String first(GateView view, Instant at) {
    String age =
        view.opened().map(opened -> INDENT + Amounts.time(Duration.between(opened, at))).orElse("");
    return view.gate().id() + INDENT + view.gate().kind().word() + INDENT + view.concerned() + age;
  }

  /** The text with blanks after it. */
  static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String space(String options) {
    return options.isEmpty() ? "" : " " + options;
  }
}
