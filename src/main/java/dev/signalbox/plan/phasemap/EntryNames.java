package dev.signalbox.plan.phasemap;

import dev.signalbox.document.Line;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.reading.Column;
import dev.signalbox.reading.InlineText;
import dev.signalbox.reading.PhaseNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By which names cells may mention the phases of a phase map: their ids, issues, titles and
 * batches; {@code 1} also means {@code 1A} and {@code 1B}.
 */
final class EntryNames {
  private EntryNames() {}

  static PhaseNames of(List<Entry> open, List<Entry> done) {
    PhaseNames names = new PhaseNames();
    for (Entry entry : open) {
      names.add(entry.key().id(), "phase", entry.key().id().value());
    }
    open.forEach(entry -> alias(names, entry, List.of(entry.key().id())));
    done.forEach(entry -> alias(names, entry, List.of()));
    batches(open).forEach((batch, ids) -> names.alias("batch", batch, ids));
    groups(open)
        .forEach((number, ids) -> {
          names.alias("phase", number, ids);
          names.alias("", number, ids);
        });
    return names;
  }

  private static void alias(PhaseNames names, Entry entry, List<PhaseId> ids) {
    String id = entry.key().id().value();
    names.alias("phase", id, ids);
    names.alias("", id, ids);
    entry.issues().forEach(issue -> names.alias("", issue.value(), ids));
    if (!entry.title().isEmpty()) {
      names.alias("", entry.title(), ids);
    }
  }

  /** The phases of each batch, in the order of their first phases. */
  static Map<String, List<PhaseId>> batches(List<Entry> entries) {
    Map<String, List<PhaseId>> batches = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Optional<Line> cell = entry.first(Column.BATCH);
      cell.ifPresent(found ->
          batches
              .computeIfAbsent(InlineText.plain(found.text()), key -> new ArrayList<>())
              .add(entry.key().id()));
    }
    return batches;
  }

  private static Map<String, List<PhaseId>> groups(List<Entry> entries) {
    Map<String, List<PhaseId>> groups = new LinkedHashMap<>();
    for (Entry entry : entries) {
      String id = entry.key().id().value();
      int end = 0;
      while (end < id.length() && Character.isDigit(id.charAt(end))) {
        end++;
      }
      if (end > 0 && end < id.length() && Character.isLetter(id.charAt(end))) {
        groups
            .computeIfAbsent(id.substring(0, end), key -> new ArrayList<>())
            .add(entry.key().id());
      }
    }
    return groups;
  }
}
