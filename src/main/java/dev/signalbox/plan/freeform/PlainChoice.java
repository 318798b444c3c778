package dev.signalbox.plan.freeform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses phases in a document whose headings have no labels: the sections below a heading such as
 * Tasks, else the sections of the deepest level on which at least two have file lists.
 */
final class PlainChoice {
  private static final Set<String> PARENTS =
      Set.of(
          "tasks",
          "phases",
          "milestones",
          "work items",
          "work packages",
          "implementation units",
          "implementation phases",
          "implementation tasks",
          "stages",
          "steps",
          "implementation steps");

  private PlainChoice() {}

  static List<Section> of(Outline outline) {
    List<Section> below = outline.sections().stream().filter(s -> isBelow(outline, s)).toList();
    return below.size() >= 2 ? below : withFiles(outline);
  }

  private static boolean isBelow(Outline outline, Section section) {
    Optional<Section> parent = outline.parent(section);
    return section.isPlan()
        && !section.isPseudo()
        && parent.isPresent()
        && section.level() == parent.get().level() + 1
        && PARENTS.contains(words(parent.get()));
  }

  private static String words(Section section) {
    String text = section.text().text().toLowerCase(Locale.ROOT);
    int bracket = text.indexOf('(');
    return (bracket > 0 ? text.substring(0, bracket) : text).strip();
  }

  private static List<Section> withFiles(Outline outline) {
    Map<Integer, List<Section>> levels = new TreeMap<>();
    for (Section section : outline.sections()) {
      boolean files = WorkSigns.of(outline.blocks(), section.block() + 1, section.end()).files();
      if (section.isPlan() && !section.isPseudo() && section.level() > 1 && files) {
        levels.computeIfAbsent(section.level(), key -> new ArrayList<>()).add(section);
      }
    }
    List<Section> deepest = List.of();
    for (List<Section> level : levels.values()) {
      deepest = level.size() >= 2 ? level : deepest;
    }
    return deepest;
  }
}
