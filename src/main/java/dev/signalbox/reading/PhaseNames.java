package dev.signalbox.reading;

import dev.signalbox.plan.PhaseId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By which names a plan's phases may be mentioned. A name may stand for several phases (a group),
 * or for none (finished work, on which nobody needs to wait). Case does not matter.
 */
public final class PhaseNames {
  /** Numbers of one range that are tried when its ends are not phases themselves. */
  private static final int RANGE_MAX = 200;

  private final List<PhaseId> order = new ArrayList<>();
  private final Map<PhaseId, Integer> places = new HashMap<>();
  private final Map<String, List<PhaseId>> names = new HashMap<>();
  private final Set<String> words = new HashSet<>();

  /**
   * Adds a phase, in the plan's order.
   *
   * @param word the noun by which its heading calls it; may be empty
   * @param own the id as its heading writes it, which may not be unique
   */
  public void add(PhaseId id, String word, String own) {
    places.putIfAbsent(id, order.size());
    order.add(id);
    words.add(word);
    names.putIfAbsent(key("", id.value()), List.of(id));
    names.putIfAbsent(key("", own), List.of(id));
    names.putIfAbsent(key(word, own), List.of(id));
  }

  /**
   * Lets {@code name} after the noun {@code word}, which may be empty, stand for {@code phases}.
   */
  public void alias(String word, String name, List<PhaseId> phases) {
    words.add(word);
    names.putIfAbsent(key(word, name), List.copyOf(phases));
  }

  /** The phases that {@code mention} means; absent where it names nothing in the plan. */
  public Optional<List<PhaseId>> resolve(Mention mention) {
    if (!mention.isRange()) {
      return one(mention.word(), mention.first());
    }
    Optional<List<PhaseId>> whole = one(mention.word(), mention.first() + "-" + mention.last());
    return whole.isPresent() ? whole : range(mention);
  }

  /** The phases that a name in words means, as where ids are made from titles. */
  public Optional<List<PhaseId>> byWords(String text) {
    Optional<List<PhaseId>> exact = one("", text);
    return exact.isPresent() ? exact : one("", Slug.of(text));
  }

  /** Every phase, in the plan's order. */
  public List<PhaseId> all() {
    return order;
  }

  private Optional<List<PhaseId>> one(String word, String id) {
    List<PhaseId> named = names.get(key(word, id));
    if (named == null && !word.isEmpty()) {
      named = names.get(key("", word + "-" + id));
      // A noun that the plan's own headings do not use is only a way of speaking, and so is any
      // noun before a code.
      boolean code = !id.isEmpty() && Ascii.isLetter(id.charAt(0));
      if (named == null && (code || !words.contains(word))) {
        named = names.get(key("", id));
      }
    }
    return Optional.ofNullable(named);
  }

  private Optional<List<PhaseId>> range(Mention mention) {
    Optional<List<PhaseId>> first = one(mention.word(), mention.first());
    Optional<List<PhaseId>> last = one(mention.word(), mention.last());
    int from = place(first);
    int to = place(last);
    if (from >= 0 && to >= from) {
      return Optional.of(List.copyOf(order.subList(from, to + 1)));
    }
    return numbers(mention);
  }

  private int place(Optional<List<PhaseId>> phases) {
    return phases
        .filter(found -> found.size() == 1)
        .map(List::getFirst)
        .map(places::get)
        .orElse(-1);
  }

  private Optional<List<PhaseId>> numbers(Mention mention) {
    Optional<int[]> range = mention.numbers();
    if (range.isEmpty()) {
      return Optional.empty();
    }
    int first = range.get()[0];
    int last = range.get()[1];
    List<PhaseId> phases = new ArrayList<>();
    boolean known = false;
    for (int n = first; n <= last && n - first < RANGE_MAX; n++) {
      Optional<List<PhaseId>> named = one(mention.word(), Integer.toString(n));
      known |= named.isPresent();
      named.ifPresent(phases::addAll);
    }
    return known ? Optional.of(phases) : Optional.empty();
  }

  private static String key(String word, String name) {
    return word + " " + name.toLowerCase(Locale.ROOT);
  }
}
