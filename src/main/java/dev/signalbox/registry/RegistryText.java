package dev.signalbox.registry;

import dev.signalbox.limit.Limits;
import java.util.ArrayList;
import java.util.List;

/** The sections as lines of Markdown. Nothing that an agent wrote can be more than text in them. */
final class RegistryText {
  private static final String NOTE = "<!-- Written by Signalbox: changes here are lost. -->";

  private RegistryText() {}

  static List<String> table(List<RegistryRow> rows) {
    List<String> lines = new ArrayList<>();
    lines.addAll(List.of(NOTE, "", "## Session registry", ""));
    lines.add("| Session Name | Issue | Phase | Agent | Branch | Plan File | Status |");
    lines.add("|---|---|---|---|---|---|---|");
    for (RegistryRow row : rows) {
      List<String> cells =
          List.of(
              row.sessionName(),
              row.issue().value(),
              row.phase().value(),
              row.agent().value(),
              row.branch(),
              row.planFile(),
              row.status().text());
      lines.add("| " + String.join(" | ", cells.stream().map(PlainText::cell).toList()) + " |");
    }
    lines.add("");
    return lines;
  }

  /**
   * Each summary is preformatted HTML: Markdown inside it would be read by this and other tools as
   * the plan's own headings, tables and fields. The tables below it are ours: their cells are plain
   * text.
   */
  static List<String> summaries(List<SessionSummary> summaries, List<DecisionRecord> records) {
    List<String> lines = new ArrayList<>();
    lines.addAll(List.of(NOTE, "", "## Session summaries", ""));
    for (DecisionRecord each : records) {
      lines.add("### " + each.title());
      lines.add("");
      lines.add("<pre>");
      lines.addAll(PlainText.lines(cut(String.join("\n", each.lines()))));
      lines.add("</pre>");
      lines.add("");
    }
    for (SessionSummary summary : summaries) {
      lines.add("### Session " + summary.session() + " (" + summary.issue() + ")");
      lines.add("");
      lines.add("<pre>");
      lines.addAll(PlainText.lines(cut(summary.text())));
      lines.add("</pre>");
      lines.add("");
      lines.addAll(summary.tables().lines(PlainText::cell));
    }
    return lines;
  }

  private static String cut(String text) {
    return text.length() <= Limits.SUMMARY_CHARS_MAX
        ? text
        : text.substring(0, Limits.SUMMARY_CHARS_MAX) + "\n[cut here: the rest is in the journal]";
  }
}
