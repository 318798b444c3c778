package dev.signalbox.report;

import dev.signalbox.registry.PlainText;
import dev.signalbox.tracker.TrackerMarkdown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A report as Markdown, with the timeline as a Mermaid chart, which forges draw. */
public final class ReportMarkdown {
  private ReportMarkdown() {}

  /** Lines without line ends. */
  public static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add("# " + plain(report.title()));
    lines.add("");
    report.summary().forEach(sentence -> lines.add("- " + plain(sentence)));
    lines.add("");
    lines.addAll(MermaidTimeline.lines(report.chronicle()));
    for (Section section : report.sections()) {
      lines.add("");
      lines.add("## " + section.title());
      lines.add("");
      lines.add(plain(section.remark()));
      if (!section.table().rows().isEmpty()) {
        lines.add("");
        lines.addAll(table(section.table()));
      }
    }
    return List.copyOf(lines);
  }

  private static List<String> table(Table table) {
    List<String> lines = new ArrayList<>();
    lines.add(row(table.titles()));
    lines.add("|" + " --- |".repeat(table.titles().size()));
    table.rows().forEach(cells -> lines.add(row(cells)));
    return lines;
  }

  private static String row(List<String> cells) {
    return cells.stream().map(ReportMarkdown::plain).collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** Words of others in one line of ours: they call nobody and are no markup. */
  private static String plain(String text) {
    return PlainText.cell(TrackerMarkdown.quiet(text));
  }
}
