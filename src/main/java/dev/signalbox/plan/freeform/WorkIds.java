package dev.signalbox.plan.freeform;

import dev.signalbox.plan.PhaseId;
import dev.signalbox.reading.Slug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Gives each unit of work an id that no other has: its own; without one, the words of its title. An
 * id that several share gets the noun in front ({@code Task-1}), and where that is shared too, the
 * words of the title behind ({@code 1-stun-and-ice}), and at last a number.
 */
final class WorkIds {
  private WorkIds() {}

  /** The ids of {@code works}, in their order. */
  static List<PhaseId> of(List<Work> works) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < works.size(); i++) {
      ids.add(own(works.get(i), i));
    }
    replaceShared(ids, i -> withNoun(works.get(i), ids.get(i)));
    replaceShared(ids, i -> withTitle(works.get(i), ids.get(i)));
    return numbered(ids);
  }

  private static String own(Work work, int index) {
    if (PhaseId.isValid(work.ownId())) {
      return work.ownId();
    }
    String slug = Slug.of(work.title());
    return slug.isEmpty() ? "phase-" + (index + 1) : slug;
  }

  private static void replaceShared(List<String> ids, IntFunction<String> replacement) {
    Map<String, Integer> counts = new HashMap<>();
    ids.forEach(id -> counts.merge(id, 1, Integer::sum));
    for (int i = 0; i < ids.size(); i++) {
      if (counts.getOrDefault(ids.get(i), 0) > 1) {
        String replaced = replacement.apply(i);
        ids.set(i, PhaseId.isValid(replaced) ? replaced : ids.get(i));
      }
    }
  }

  private static String withNoun(Work work, String id) {
    boolean has = work.word().isEmpty() || id.toLowerCase(Locale.ROOT).startsWith(work.word());
    return has
        ? id
        : work.word().substring(0, 1).toUpperCase(Locale.ROOT)
            + work.word().substring(1)
            + "-"
            + id;
  }

  private static String withTitle(Work work, String id) {
    String slug = Slug.of(work.title());
    String own = PhaseId.isValid(work.ownId()) ? work.ownId() : id;
    return slug.isEmpty() || id.equals(slug) ? id : own + "-" + slug;
  }

  private static List<PhaseId> numbered(List<String> ids) {
    Set<String> taken = new HashSet<>(ids);
    Set<String> used = new HashSet<>();
    Map<String, Integer> next = new HashMap<>();
    List<PhaseId> unique = new ArrayList<>();
    for (String id : ids) {
      String candidate = id;
      while (!used.add(candidate)) {
        int number = next.merge(id, 1, Integer::sum) + 1;
        String numbered = cut(id) + "-" + number;
        candidate = taken.contains(numbered) ? id : numbered;
      }
      unique.add(new PhaseId(candidate));
    }
    return unique;
  }

  /** Leaves room for a number. */
  private static String cut(String id) {
    return id.length() > 52 ? id.substring(0, 52) : id;
  }
}
