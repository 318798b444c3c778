package dev.signalbox.reading;

import dev.signalbox.document.Line;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column of a table holds what; the first of several that hold the same. */
public final class Columns {
  private final Map<Column, Integer> places = new EnumMap<>(Column.class);
  private final List<String> words;

  public Columns(List<Line> header) {
    words = header.stream().map(cell -> Column.words(cell.text())).toList();
    for (int i = 0; i < words.size(); i++) {
      int place = i;
      Column.of(words.get(i)).ifPresent(column -> places.putIfAbsent(column, place));
    }
  }

  public boolean has(Column column) {
    return places.containsKey(column);
  }

  /** Whether the table has any of {@code columns}. */
  public boolean hasAny(Column... columns) {
    for (Column column : columns) {
      if (has(column)) {
        return true;
      }
    }
    return false;
  }

  /** The index of {@code column}, or -1. */
  public int place(Column column) {
    return places.getOrDefault(column, -1);
  }

  /**
   * The index of the column of work, or -1. Of several the first in the plural counts, because it
   * lists work for the other: {@code Stage | Phases}.
   */
  public int workPlace() {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean plural = WorkWord.of(word).isPresent() && WorkWord.singular(word).isEmpty();
      if (plural && Column.of(word).equals(Optional.of(Column.WORK))) {
        return i;
      }
    }
    return place(Column.WORK);
  }

  /** The index of the column headed by the noun {@code word}, singular or plural, or -1. */
  public int placeOf(String word) {
    for (int i = 0; i < words.size(); i++) {
      if (WorkWord.of(words.get(i)).equals(Optional.of(word))) {
        return i;
      }
    }
    return -1;
  }

  /** The noun that heads the column at {@code place}; empty where it is no noun for work. */
  public String workWord(int place) {
    return WorkWord.of(words.get(place)).orElse("");
  }
}
