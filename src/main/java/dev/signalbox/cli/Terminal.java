package dev.signalbox.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;

/**
 * Where a command reads and writes.
 *
 * @param out results only: with {@code --json} exactly one JSON document
 * @param err problems, progress and logs
 * @param columns how wide what is printed may be
 * @param rows of the screen that {@code out} is; 0 where it is a file or a pipe
 * @param device what that screen can do; asked only where there is one
 */
public record Terminal(
    InputStream in, PrintWriter out, PrintWriter err, int columns, int rows, Device device) {
  /** Wide enough for every table of the example; for files and pipes, where nothing wraps. */
  public static final int COLUMNS_DEFAULT = 180;

  /** A terminal whose output is a file or a pipe. */
  public Terminal(InputStream in, PrintWriter out, PrintWriter err, int columns) {
    this(in, out, err, columns, 0);
  }

  /** A terminal that takes text and can nothing else. */
  public Terminal(InputStream in, PrintWriter out, PrintWriter err, int columns, int rows) {
    this(in, out, err, columns, rows, Device.of(columns, rows));
  }

  /** Whether the cursor can be moved. */
  boolean isScreen() {
    return rows > 0;
  }

  void print(List<String> lines) {
    lines.forEach(out::println);
  }

  void printErr(List<String> lines) {
    lines.forEach(err::println);
  }
}
