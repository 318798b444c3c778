package dev.signalbox.plan.gsd;

import dev.signalbox.document.DataNode;
import dev.signalbox.document.DataReading;
import dev.signalbox.document.MarkdownDocument;
import dev.signalbox.document.YamlReader;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads front matter that a language model wrote.
 *
 * <p>Such YAML is sometimes broken in one place, mostly in a sentence below {@code must_haves}, and
 * GSD itself does not mind. So the entry around the first error is left out and the rest is read
 * again. What is lost is told: as an error if the order and the files hang on it, else as a
 * warning.
 */
final class FrontMatterReader {
  private static final int ENTRIES_LOST_MAX = 3;
  private static final Set<String> NEEDED =
      Set.of("phase", "plan", "wave", "depends_on", "files_modified", "autonomous", "type");

  private final MarkdownDocument.FrontMatter text;
  private final List<String> lines;
  private final List<Problem> problems;

  private FrontMatterReader(MarkdownDocument.FrontMatter text, List<Problem> problems) {
    this.text = text;
    this.lines = new ArrayList<>(text.text().lines().toList());
    this.problems = problems;
  }

  /** The mapping, without broken entries; empty where nothing can be read. */
  static Optional<DataNode.Mapping> read(
      MarkdownDocument.FrontMatter text, List<Problem> problems) {
    return new FrontMatterReader(text, problems).read();
  }

  private Optional<DataNode.Mapping> read() {
    for (int lost = 0; ; lost++) {
      DataReading reading = YamlReader.read(String.join("\n", lines) + "\n", text.at());
      Optional<Problem> broken =
          reading.problems().stream().filter(FrontMatterReader::isSyntax).findFirst();
      boolean isLast = broken.isEmpty() || lost == ENTRIES_LOST_MAX;
      int start = isLast ? -1 : entryStart(broken.get().position().line() - text.at().line());
      if (start < 0) {
        problems.addAll(reading.problems());
        return reading.mapping();
      }
      problems.add(told(broken.get(), key(start)));
      drop(start);
    }
  }

  private static boolean isSyntax(Problem problem) {
    return problem.code() == ErrorCode.PLAN_YAML_INVALID;
  }

  private static Problem told(Problem problem, String key) {
    return NEEDED.contains(key)
        ? problem
        : Problem.warning(problem.code(), problem.position(), problem.message(), problem.hint());
  }

  /** The line on which the entry around a line begins, or -1. */
  private int entryStart(int line) {
    for (int i = Math.min(line, lines.size() - 1); i >= 0; i--) {
      if (!key(i).isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  /** The key at the start of a line, or nothing. */
  private String key(int line) {
    String text = lines.get(line);
    int colon = text.indexOf(':');
    boolean isKey = colon > 0 && (Character.isLetter(text.charAt(0)) || text.charAt(0) == '_');
    return isKey ? text.substring(0, colon) : "";
  }

  /** Empties the lines of an entry; the others keep their numbers. */
  private void drop(int start) {
    lines.set(start, "");
    for (int i = start + 1; i < lines.size() && key(i).isEmpty(); i++) {
      lines.set(i, "");
    }
  }
}
