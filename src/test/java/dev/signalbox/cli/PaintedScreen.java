package dev.signalbox.cli;

import java.util.ArrayList;
import java.util.List;

/** A terminal as far as the live view uses one: rows scroll away at the top. */
final class PaintedScreen {
  private final int rows;
  private final int columns;
  private final List<StringBuilder> lines = new ArrayList<>();
  private int top;
  private int row;
  private int column;
  private boolean wraps = true;

  PaintedScreen(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    lines.add(new StringBuilder());
  }

  /** Every line, also those that scrolled away, without blanks at their ends. */
  List<String> lines() {
    return lines.stream().map(line -> line.toString().stripTrailing()).toList();
  }

  boolean wraps() {
    return wraps;
  }

  int column() {
    return column;
  }

  void write(String text) {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\u001b') {
        int end = at + 2;
        while (!Character.isLetter(text.charAt(end))) {
          end++;
        }
        command(text.substring(at + 2, end), text.charAt(end));
        at = end;
      } else if (c == '\n') {
        lineFeed();
      } else if (c == '\r') {
        column = 0;
      } else {
        put(c);
      }
      at++;
    }
  }

  private void command(String number, char name) {
    switch (name) {
      case 'A' -> row = Math.max(top, row - Integer.parseInt(number));
      case 'K' -> line().setLength(Math.min(line().length(), column));
      case 'J' -> {
        line().setLength(Math.min(line().length(), column));
        lines.subList(row + 1, lines.size()).clear();
      }
      case 'l', 'h' -> wraps = name == 'h';
      default -> throw new AssertionError("expected a known command, found " + name);
    }
  }

  private StringBuilder line() {
    return lines.get(row);
  }

  private void lineFeed() {
    column = 0;
    row++;
    if (row == lines.size()) {
      lines.add(new StringBuilder());
    }
    top = Math.max(top, row - rows + 1);
  }

  private void put(char c) {
    if (column == columns) {
      if (!wraps) {
        line().setCharAt(columns - 1, c);
        return;
      }
      lineFeed();
    }
    StringBuilder line = line();
    while (line.length() <= column) {
      line.append(' ');
    }
    line.setCharAt(column, c);
    column++;
  }
}
