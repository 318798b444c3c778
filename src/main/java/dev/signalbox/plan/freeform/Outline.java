package dev.signalbox.plan.freeform;

import dev.signalbox.document.Block;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A document's headings as nested sections, in order; see {@link HeadingLine} for what serves as a
 * heading.
 */
record Outline(List<Block> blocks, List<Section> sections) {
  private static final Set<String> RECORDS =
      Set.of("progress", "changelog", "history", "archive", "archived", "completed");

  static Outline of(List<Block> blocks) {
    return new Outline(blocks, new Builder(blocks).build());
  }

  Optional<Section> parent(Section section) {
    return section.parent() < 0 ? Optional.empty() : Optional.of(sections.get(section.parent()));
  }

  /** Collects headings, and closes each section where the next of its level begins. */
  private static final class Builder {
    private final List<Block> blocks;
    private final Folds folds;
    private final List<Section> sections = new ArrayList<>();

    /** Indices of the sections whose headings say that they are records. */
    private final BitSet records = new BitSet();

    /** Indices of the sections around the current block, innermost first. */
    private final Deque<Integer> open = new ArrayDeque<>();

    Builder(List<Block> blocks) {
      this.blocks = blocks;
      this.folds = Folds.of(blocks);
    }

    List<Section> build() {
      for (int i = 0; i < blocks.size(); i++) {
        int index = i;
        HeadingLine.of(blocks.get(i)).ifPresent(heading -> start(index, heading));
      }
      return List.copyOf(sections);
    }

    private void start(int index, HeadingLine heading) {
      while (!open.isEmpty() && sections.get(open.element()).level() >= heading.level()) {
        int ended = open.pop();
        sections.set(ended, sections.get(ended).withEnd(index));
      }
      int parent = open.isEmpty() ? -1 : open.element();
      boolean record = open.stream().anyMatch(records::get);
      sections.add(
          new Section(
              index,
              heading.level(),
              heading.text(),
              blocks.size(),
              parent,
              heading.label(),
              standing(index, record)));
      records.set(sections.size() - 1, isRecord(sections.getLast()));
      open.push(sections.size() - 1);
    }

    private Section.Standing standing(int index, boolean isRecord) {
      if (folds.holds(index)) {
        return Section.Standing.FOLDED;
      }
      return isRecord ? Section.Standing.RECORD : Section.Standing.PLAN;
    }

    private static boolean isRecord(Section section) {
      return section.label().isEmpty()
          && List.of(section.text().text().toLowerCase(Locale.ROOT).split("[^a-z]+", -1)).stream()
              .anyMatch(RECORDS::contains);
    }
  }
}
