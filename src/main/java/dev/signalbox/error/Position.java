package dev.signalbox.error;

import java.util.Comparator;

/**
 * A place in an input file.
 *
 * @param file the name as the person gave it, {@code -} for standard input; never resolved to an
 *     absolute path
 * @param line counted from 1
 * @param column counted from 1, in UTF-16 characters
 */
public record Position(String file, int line, int column) implements Comparable<Position> {
  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::file)
          .thenComparingInt(Position::line)
          .thenComparingInt(Position::column);

  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "expected line and column from 1, found " + line + ":" + column);
    }
  }

  /** The first character of {@code file}. */
  public static Position startOf(String file) {
    return new Position(file, 1, 1);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column}, the form that editors and terminals link. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
