package dev.signalbox.glob;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Globs filed under text keys: finds those whose key starts with a text, and those whose key the
 * text starts with, without looking at the others. In the order of keys the former are a range, and
 * the latter a chain of ever shorter keys before it.
 */
final class KeyOrder {
  private static final int NONE = -1;

  private final String[] keys;
  // Looked up only, never iterated.
  private final Map<String, Integer> ranks = new HashMap<>();
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
  record Entry(String key, int number, boolean literal) {}

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
    keys = distinctKeys(entries);
    Arrays.sort(keys);
    for (int k = 0; k < keys.length; k++) {
      ranks.put(keys[k], k);
    }
    first = new int[keys.length + 1];
    literals = new int[keys.length];
    for (Entry entry : entries) {
      int k = rank(entry.key());
      first[k + 1]++;
      literals[k] += entry.literal() ? 0 : 1;
    }
    for (int k = 0; k < keys.length; k++) {
      literals[k] += first[k];
      first[k + 1] += first[k];
    }
    members = members(entries);
    parents = new int[keys.length];
    for (int k = 0; k < keys.length; k++) {
      parents[k] = longestStart(k - 1, keys[k]);
    }
  }

  private String[] distinctKeys(List<Entry> entries) {
    List<String> distinct = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      if (ranks.put(entry.key(), 0) == null) {
        distinct.add(entry.key());
      }
    }
    return distinct.toArray(String[]::new);
  }

  private int[] members(List<Entry> entries) {
    int[] placed = new int[entries.size()];
    int[] nextLiteral = literals.clone();
    int[] nextWildcard = first.clone();
    for (Entry entry : entries) {
      int k = rank(entry.key());
      placed[entry.literal() ? nextLiteral[k]++ : nextWildcard[k]++] = entry.number();
    }
    return placed;
  }

  /** The place of the key; if there is none, -1 - the place where it would be. */
  private int rank(String key) {
    // Nearly every text that is looked up is a key; a hash costs a fraction of a binary search.
    Integer rank = ranks.get(key);
    return rank == null ? Arrays.binarySearch(keys, key) : rank;
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
    int low = rank(text);
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
    int k = rank(text);
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
