package dev.signalbox.workspace.git;

import dev.signalbox.git.GitProgram;
import dev.signalbox.git.GitResult;
import dev.signalbox.limit.Limits;
import dev.signalbox.workspace.MergeOrder;
import java.util.List;

/** Both sides of a conflict as a person reads them. */
final class ConflictText {
  private static final int LINES_AROUND = 3;

  private final GitProgram git;
  private final MergeOrder order;
  private final String base;

  ConflictText(GitProgram git, MergeOrder order, String base) {
    this.git = git;
    this.order = order;
    this.base = base;
  }

  /** What git says, then for each path the places where the sides differ. */
  String of(MergeReport report) {
    StringBuilder text = new StringBuilder();
    report.notes().forEach(note -> text.append(note).append('\n'));
    for (String path : report.paths()) {
      if (text.length() > Limits.CONFLICT_CHARS_MAX) {
        break;
      }
      GitResult blob = git.run("cat-file", "blob", report.tree() + ":" + path);
      if (blob.isOk() && blob.out().indexOf('\0') < 0) {
        appendPlaces(text, path, blob.out().lines().toList());
      }
    }
    String shown = text.toString();
    if (shown.length() > Limits.CONFLICT_CHARS_MAX) {
      shown = shown.substring(0, Limits.CONFLICT_CHARS_MAX) + "\n(cut here)\n";
    }
    return shown;
  }

  private void appendPlaces(StringBuilder text, String path, List<String> lines) {
    int shown = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("<<<<<<< ")) {
        continue;
      }
      int end = i;
      while (end < lines.size() - 1 && !lines.get(end).startsWith(">>>>>>> ")) {
        end++;
      }
      int from = Math.max(shown, i - LINES_AROUND);
      int to = Math.min(lines.size(), end + 1 + LINES_AROUND);
      text.append("\n%s, line %d:%n".formatted(path, i + 1));
      lines.subList(from, to).forEach(line -> text.append(named(line)).append('\n'));
      shown = to;
      i = end;
    }
  }

  /** Git labels the sides with the ids that it was given. */
  private String named(String line) {
    if (line.startsWith("<<<<<<< ")) {
      return "<<<<<<< " + order.base() + line.replace("<<<<<<< " + base, "");
    }
    if (line.startsWith(">>>>>>> ")) {
      return ">>>>>>> the session's branch at " + order.tip().substring(0, 10);
    }
    return line;
  }
}
