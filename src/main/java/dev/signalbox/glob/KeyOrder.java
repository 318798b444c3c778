package dev.signalbox.glob;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Globs filed under text keys: finds those whose key starts with a text, and those whose key the
 * text starts with, without looking at the others. In the order of keys the former are a range, and
 * the latter a chain of ever shorter keys before it.
 */
final class KeyOrder {
  private static final int NONE = -1;

  private final String[] keys;
  // The globs of key k are members[first[k]] to members[first[k + 1] - 1]; those before literals[k]
  // have wildcards.
  private final int[] members;
  private final int[] first;
  private final int[] literals;
  // The longest key that has a glob with wildcards and is a proper start of key k.
  private final int[] parents;

  /**
   * One glob to file.
   *
   * @param number handed out when the glob is found
   * @param literal whether it has no wildcards, so that no longer key concerns it
   */
  record Entry(String key, int number, boolean literal) {
    private static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::key).thenComparing(Entry::literal);
  }

  /**
   * What is found for one text.
   *
   * @param low the first key that starts with the text
   * @param high the key after the last one
   * @param parent the longest key with wildcards that is a proper start of the text, or {@link
   *     #NONE}
   */
  record Found(int low, int high, int parent) {}

  KeyOrder(List<Entry> entries) {
    Entry[] sorted = entries.toArray(Entry[]::new);
    Arrays.sort(sorted, Entry.ORDER);
    members = Arrays.stream(sorted).mapToInt(Entry::number).toArray();
    keys = Arrays.stream(sorted).map(Entry::key).distinct().toArray(String[]::new);
    first = new int[keys.length + 1];
    literals = new int[keys.length];
    parents = new int[keys.length];
    int member = 0;
    for (int k = 0; k < keys.length; k++) {
      first[k] = member;
      literals[k] = member;
      for (; member < sorted.length && sorted[member].key().equals(keys[k]); member++) {
        literals[k] += sorted[member].literal() ? 0 : 1;
      }
      parents[k] = k == 0 ? NONE : longestStart(k - 1, keys[k]);
    }
    first[keys.length] = member;
  }

  /** The longest key with wildcards, {@code from} or a start of it, that the text starts with. */
  private int longestStart(int from, String text) {
    int k = from;
    while (k != NONE && !(literals[k] > first[k] && text.startsWith(keys[k]))) {
      k = parents[k];
    }
    return k;
  }

  /** Finds all keys that start with the text. */
  Found startingWith(String text) {
    int low = Arrays.binarySearch(keys, text);
    int parent = parent(low, text);
    low = low < 0 ? -low - 1 : low;
    int inside = low - 1;
    int outside = keys.length;
    for (int step = 1; inside + step < outside; step *= 2) {
      if (keys[inside + step].startsWith(text)) {
        inside += step;
      } else {
        outside = inside + step;
      }
    }
    while (inside + 1 < outside) {
      int middle = (inside + outside) >>> 1;
      if (keys[middle].startsWith(text)) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return new Found(low, outside, parent);
  }

  /** Finds the key that equals the text. */
  Found at(String text) {
    int k = Arrays.binarySearch(keys, text);
    return new Found(Math.max(k, 0), Math.max(k + 1, 0), parent(k, text));
  }

  private int parent(int searched, String text) {
    if (searched >= 0) {
      return parents[searched];
    }
    return searched == NONE ? NONE : longestStart(-searched - 2, text);
  }

  /** How many globs there are under the keys found and the parents. */
  int count(Found found) {
    int count = first[found.high] - first[found.low];
    for (int k = found.parent; k != NONE; k = parents[k]) {
      count += literals[k] - first[k];
    }
    return count;
  }

  /** Hands out the globs under the keys found. */
  void forEachInRange(Found found, IntConsumer consumer) {
    for (int i = first[found.low]; i < first[found.high]; i++) {
      consumer.accept(members[i]);
    }
  }

  /** Hands out the globs with wildcards under the parents. */
  void forEachParent(Found found, IntConsumer consumer) {
    for (int k = found.parent; k != NONE; k = parents[k]) {
      for (int i = first[k]; i < literals[k]; i++) {
        consumer.accept(members[i]);
      }
    }
  }
}
