package dev.signalbox.plan.speckit;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.plan.prose.Prose;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Follows the headings of a document, so that a task knows its section. */
final class Outline {
  private static final List<String> NOTES = List.of("goal", "purpose", "independent test");

  private final Map<Integer, String> titles = new TreeMap<>();
  private int dependencyLevel;
  private Section section = new Section(List.of(), List.of());

  void enter(Block.Heading heading) {
    int level = heading.level();
    titles.keySet().removeIf(above -> above >= level);
    titles.put(level, heading.text().text());
    if (dependencyLevel == 0 || level <= dependencyLevel) {
      boolean opens = heading.text().text().toLowerCase(Locale.ROOT).contains("depend");
      dependencyLevel = opens ? level : 0;
    }
    List<String> path =
        titles.entrySet().stream()
            .filter(title -> title.getKey() > 1 && !title.getValue().isEmpty())
            .map(Map.Entry::getValue)
            .toList();
    section = section.enter(path);
  }

  Section section() {
    return section;
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
        section.note(text);
      }
    }
  }
}
