package dev.signalbox.registry.tracker;

import dev.signalbox.limit.Limits;
import dev.signalbox.registry.ConflictReport;
import dev.signalbox.registry.DecisionRecord;
import dev.signalbox.registry.RegistryRow;
import dev.signalbox.registry.SessionRegistry;
import dev.signalbox.registry.SessionSummary;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.TrackerMarkdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A run as comments. What agents wrote stays text: it calls nobody and closes nothing. */
final class RegistryNotes {
  private RegistryNotes() {}

  /** The comments by key; the keys name the run, so that a later one leaves them alone. */
  static Map<NoteKey, String> of(SessionRegistry registry) {
    String run = registry.home().orElseThrow().run().value();
    Map<NoteKey, String> notes = new LinkedHashMap<>();
    notes.put(new NoteKey(run + "/registry"), table(run, registry.rows()));
    for (DecisionRecord each : registry.records()) {
      String body = cut(String.join("\n", each.lines()));
      notes.put(new NoteKey(run + "/" + each.key()), text(List.of("## " + each.title(), "", body)));
    }
    for (SessionSummary summary : registry.summaries()) {
      List<String> lines = new ArrayList<>();
      lines.add("## Session %s (%s): summary".formatted(summary.session(), summary.issue()));
      lines.add("");
      lines.addAll(TrackerMarkdown.fenced(cut(summary.text())));
      List<String> tables = summary.tables().lines(RegistryNotes::cell);
      if (!tables.isEmpty()) {
        lines.add("");
        lines.addAll(tables);
      }
      notes.put(new NoteKey(run + "/" + summary.session() + "/summary"), text(lines));
    }
    for (ConflictReport conflict : registry.conflicts()) {
      String key = run + "/conflict-" + conflict.gate();
      // Of a decided one only the decision is known; what was shown stays as it was written.
      boolean isOpen = conflict.decision().isEmpty();
      notes.put(
          new NoteKey(isOpen ? key : key + "/decision"),
          isOpen ? open(conflict) : decided(conflict));
    }
    return notes;
  }

  private static String table(String run, List<RegistryRow> rows) {
    List<String> lines = new ArrayList<>();
    lines.addAll(List.of("## Session registry", "", "Run " + run, ""));
    lines.add("| Session Name | Issue | Phase | Agent | Branch | Plan File | Status |");
    lines.add("|---|---|---|---|---|---|---|");
    int chars = 0;
    for (RegistryRow row : rows) {
      String line =
          List.of(
                  row.sessionName(),
                  row.issue().value(),
                  row.phase().value(),
                  row.agent().value(),
                  row.branch(),
                  row.planFile(),
                  row.status().text())
              .stream()
              .map(RegistryNotes::cell)
              .collect(Collectors.joining(" | ", "| ", " |"));
      chars += line.length() + 1;
      if (chars > Limits.TRACKER_PART_CHARS_MAX) {
        lines.addAll(List.of("", "Cut here: signalbox sessions shows all of them."));
        break;
      }
      lines.add(line);
    }
    return text(lines);
  }

  /** One line without anything that Markdown, a table or a tracker would act on. */
  private static String cell(String text) {
    String line = TrackerMarkdown.quiet(text.replaceAll("\\s+", " ").strip());
    String start = line.substring(0, Math.min(line.length(), Limits.REGISTRY_CELL_CHARS_MAX));
    return start.replaceAll("[\\\\|\\[\\]<>*`!#]", "\\\\$0") + (start.equals(line) ? "" : "…");
  }

  private static String open(ConflictReport conflict) {
    List<String> lines = new ArrayList<>();
    lines.add("## Conflict " + conflict.gate() + " between sessions");
    lines.add("");
    lines.add(cell(conflict.title()));
    lines.add("");
    lines.add(
        "Sessions: "
            + conflict.sessions().stream().map(Object::toString).collect(Collectors.joining(", "))
            + ". They wait for a person: `signalbox inbox` shows the decision.");
    lines.add("");
    lines.addAll(TrackerMarkdown.fenced(cut(conflict.text())));
    return text(lines);
  }

  private static String decided(ConflictReport conflict) {
    return text(
        List.of(
            "## Conflict " + conflict.gate() + ": decided",
            "",
            cell(conflict.decision().orElse(""))));
  }

  private static String cut(String text) {
    return text.length() <= Limits.SUMMARY_CHARS_MAX
        ? text
        : text.substring(0, Limits.SUMMARY_CHARS_MAX) + "\n[cut here: the rest is in the journal]";
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
