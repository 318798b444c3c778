package dev.signalbox.plan.speckit;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.prose.Prose;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Follows the headings of a document, so that a task knows its section. */
final class Outline {
  private static final List<String> NOTES = List.of("goal", "purpose", "independent test");

  private final NavigableMap<Integer, Section> open = new TreeMap<>();
  private int dependencyLevel;

  Outline() {
    open.put(0, Section.outermost());
  }

  void enter(Block.Heading heading) {
    int level = heading.level();
    String title = heading.text().text();
    open.tailMap(level, true).clear();
    Section above = open.lastEntry().getValue();
    // The document's title says nothing about a task.
    open.put(level, level == 1 ? Section.outermost() : above.below(title));
    if (dependencyLevel == 0 || level <= dependencyLevel) {
      boolean opens = title.toLowerCase(Locale.ROOT).contains("depend");
      dependencyLevel = opens ? level : 0;
    }
  }

  Section section() {
    return open.lastEntry().getValue();
  }

  /** Whether the text is about the order of tasks, not a list of them. */
  boolean isAboutDependencies() {
    return dependencyLevel > 0;
  }

  /** Keeps {@code **Goal**: ...} and its like. */
  void note(List<Line> paragraph) {
    for (Line line : paragraph) {
      String text = Prose.oneLine(line.text().replace("**", ""));
      int colon = text.indexOf(':');
      if (colon > 0 && NOTES.contains(text.substring(0, colon).toLowerCase(Locale.ROOT))) {
        section().note(text);
      }
    }
  }
}
