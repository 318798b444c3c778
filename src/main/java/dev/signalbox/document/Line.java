package dev.signalbox.document;

import dev.signalbox.error.Position;

/**
 * One line of a text, without the markers of the blocks around it, as written.
 *
 * @param text trimmed on both sides
 * @param at where the first character of {@code text} stands
 */
public record Line(String text, Position at) {

  /** The position of the character at {@code index} of {@link #text}, counted from 0. */
  public Position at(int index) {
    return new Position(at.file(), at.line(), at.column() + index);
  }

  /** The rest from {@code index} on, trimmed, at its own position. */
  public Line from(int index) {
    int start = index;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return new Line(text.substring(start).stripTrailing(), at(start));
  }
}
