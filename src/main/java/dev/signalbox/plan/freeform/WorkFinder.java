package dev.signalbox.plan.freeform;

import dev.signalbox.reading.Mention;
import dev.signalbox.reading.PhaseKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the units of work: headings, else tables, else checklists. */
final class WorkFinder {
  private final Outline outline;
  private final List<IndexRow> rows;
  private final Finished finished;

  WorkFinder(Outline outline, List<IndexRow> rows, Finished finished) {
    this.outline = outline;
    this.rows = rows;
    this.finished = finished;
  }

  FoundWork find() {
    WorkChoice.Result chosen = WorkChoice.of(outline, indexed());
    List<Section> sections = chosen.phases().isEmpty() ? PlainChoice.of(outline) : chosen.phases();
    if (!sections.isEmpty()) {
      return headings(sections, chosen);
    }
    List<Work> tables = RowWork.all(rows, Folds.of(outline.blocks()));
    return sorted(tables.isEmpty() ? Checklist.of(outline) : tables);
  }

  /** Ids that a table with files or order lists as work. */
  private Set<String> indexed() {
    Set<String> ids = new HashSet<>();
    for (IndexRow row : rows) {
      if (row.tellsScope()) {
        row.keys().forEach(key -> ids.add(key.first().toLowerCase(Locale.ROOT)));
      }
    }
    return ids;
  }

  private FoundWork headings(List<Section> sections, WorkChoice.Result chosen) {
    List<Work> open = new ArrayList<>();
    List<Work> done = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      int next = i + 1 < sections.size() ? sections.get(i + 1).block() : section.end();
      Work work = Work.of(section, Math.min(section.end(), next));
      boolean status = WorkSigns.of(outline.blocks(), work.from(), work.to()).done();
      (status || isDone(work) ? done : open).add(work);
    }
    List<Work> unlisted = unlisted(sections, open, done);
    for (Work work : unlisted) {
      (isDone(work) ? done : open).add(work);
    }
    return new FoundWork(open, done, chosen.groups(), chosen.unread());
  }

  private boolean isDone(Work work) {
    return finished.has(work.word(), work.ownId());
  }

  private FoundWork sorted(List<Work> works) {
    List<Work> done = works.stream().filter(this::isDone).toList();
    List<Work> open = works.stream().filter(work -> !isDone(work)).toList();
    return new FoundWork(open, done, Map.of(), List.of());
  }

  /**
   * Work that has a row beside the rows of the headings, in a table that tells files or order, but
   * no heading of its own.
   */
  private List<Work> unlisted(List<Section> sections, List<Work> open, List<Work> done) {
    Set<String> known = new HashSet<>();
    sections.forEach(s -> known.add(s.ownId().toLowerCase(Locale.ROOT)));
    Set<Integer> inside = inside(open, done);
    Map<Integer, List<IndexRow>> tables = new LinkedHashMap<>();
    for (IndexRow row : rows) {
      if (row.tellsScope() && row.title().isPresent() && !inside.contains(row.block())) {
        tables.computeIfAbsent(row.block(), key -> new ArrayList<>()).add(row);
      }
    }
    List<Work> found = new ArrayList<>();
    for (List<IndexRow> table : tables.values()) {
      long matching = table.stream().filter(row -> isKnown(row, known)).count();
      if (matching * 2 >= table.size()) {
        table.stream()
            .filter(row -> !isKnown(row, known))
            .flatMap(row -> single(row).stream())
            .forEach(found::add);
      }
    }
    return found;
  }

  /** The tables that belong to a phase. */
  private Set<Integer> inside(List<Work> open, List<Work> done) {
    Set<Integer> blocks = new HashSet<>();
    for (List<Work> works : List.of(open, done)) {
      works.forEach(work -> {
        for (int i = work.from(); i < work.to(); i++) {
          blocks.add(i);
        }
      });
    }
    return blocks;
  }

  private static boolean isKnown(IndexRow row, Set<String> known) {
    return row.keys().stream()
        .anyMatch(key -> known.contains(key.first().toLowerCase(Locale.ROOT)));
  }

  private static Optional<Work> single(IndexRow row) {
    List<Mention> keys = row.keys();
    return keys.size() == 1
        ? PhaseKey.of(row.row().key()).map(key -> Work.of(row, key))
        : Optional.empty();
  }
}
