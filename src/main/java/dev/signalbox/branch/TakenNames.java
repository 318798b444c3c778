package dev.signalbox.branch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The names that are gone. Git keeps branches as files on many systems: names that differ in case
 * only, and a name that is a folder of another, cannot exist together.
 */
final class TakenNames {
  /** Lower case, like all that follow. */
  private final Set<String> names = new HashSet<>();

  /** Every folder of every name, without the slash at the end. */
  private final Set<String> folders = new HashSet<>();

  /** The number to try next behind a name, so that equal titles do not cost their square. */
  private final Map<String, Integer> next = new HashMap<>();

  /** Takes a name as it is. */
  void reserve(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    names.add(key);
    for (int slash = key.lastIndexOf('/'); slash > 0; slash = key.lastIndexOf('/', slash - 1)) {
      folders.add(key.substring(0, slash));
    }
  }

  /**
   * Takes {@code wanted}, or where that cannot be had the same with {@code -2}, {@code -3} and so
   * on behind the part that is in the way.
   *
   * @param wanted in lower case
   */
  String claim(String wanted) {
    StringBuilder path = new StringBuilder();
    int from = 0;
    for (int slash = wanted.indexOf('/'); slash >= 0; slash = wanted.indexOf('/', from)) {
      String folder = path.append(wanted, from, slash).toString();
      path.setLength(0);
      path.append(numbered(folder, names::contains)).append('/');
      from = slash + 1;
    }
    String whole = path.append(wanted, from, wanted.length()).toString();
    String free = numbered(whole, name -> names.contains(name) || folders.contains(name));
    reserve(free);
    return free;
  }

  private String numbered(String stem, Predicate<String> isTaken) {
    if (!isTaken.test(stem)) {
      return stem;
    }
    int number = next.getOrDefault(stem, 2);
    while (isTaken.test(stem + "-" + number)) {
      number++;
    }
    next.put(stem, number);
    return stem + "-" + number;
  }
}
