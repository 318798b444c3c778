package dev.signalbox.review;

import java.util.List;

/**
 * What the reviewers together say, in short, as somebody wrote it who added nothing: every point
 * names the rows that it is about. The text is that agent's and untrusted.
 */
public record Synthesis(List<Point> points) {
  public Synthesis {
    points = List.copyOf(points);
  }

  /**
   * One point.
   *
   * @param rows known ones, at least one
   */
  public record Point(List<RowId> rows, String text) {
    public Point {
      rows = List.copyOf(rows);
    }
  }
}
