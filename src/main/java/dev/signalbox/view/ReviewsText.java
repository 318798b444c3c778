package dev.signalbox.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Decision records for a terminal: a line about each review, and a table of its rows. */
public final class ReviewsText {
  private static final int WIDE = 110;
  private static final String INDENT = "  ";

  /** A column, and from which width on it is worth its place. */
  private record Column(String title, int widthMin, Function<ReviewView.Row, String> cell) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("Row", 0, ReviewView.Row::id),
          new Column("Severity", 0, ReviewView.Row::severity),
          new Column("Finding", 0, ReviewView.Row::finding),
          new Column("Found by", 0, ReviewsText::voices),
          new Column("Reviewers", WIDE, row -> String.join(", ", row.voices().reviewers())),
          new Column("Decision", WIDE, ReviewsText::decision),
          new Column("Became", 0, ReviewView.Row::fate));

  private ReviewsText() {}

  /**
   * All of them.
   *
   * @param widthMax columns that no line is wider than, but for commands, which are copied
   */
  public static List<String> lines(List<ReviewView> reviews, int widthMax) {
    List<String> lines = new ArrayList<>();
    for (ReviewView review : reviews) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(TableText.cut(TableText.plain(head(review)), widthMax));
      for (String point : review.synthesis()) {
        for (String line : WrappedText.lines(TableText.plain(point), widthMax - INDENT.length())) {
          lines.add(INDENT + line);
        }
      }
      if (!review.rows().isEmpty()) {
        lines.add("");
        lines.addAll(table(review.rows(), widthMax));
      }
      review
          .work()
          .flatMap(ReviewView.Work::reading)
          .ifPresent(command ->
              lines.addAll(List.of("", "In the repository, beside its branch:", command)));
    }
    return lines;
  }

  private static String head(ReviewView review) {
    String subject = review.work().map(it -> "The work of " + it.session()).orElse("The plan");
    String round = review.round() == 0 ? "" : ", round " + review.round();
    return "%s (%s%s): %s%s"
        .formatted(
            subject,
            review.option(),
            round,
            review.stage(),
            review.rows().isEmpty() && review.round() > 0 ? ", nothing was found" : "");
  }

  private static List<String> table(List<ReviewView.Row> rows, int widthMax) {
    List<Column> columns =
        COLUMNS.stream().filter(column -> column.widthMin() <= widthMax).toList();
    return TableText.terminal(
            columns.stream().map(Column::title).toList(),
            rows.stream()
                .map(row -> columns.stream().map(column -> column.cell().apply(row)).toList())
                .toList(),
            widthMax)
        .stream()
        .map(line -> TableText.cut(line, widthMax))
        .toList();
  }

  private static String voices(ReviewView.Row row) {
    return "%d of %d%s"
        .formatted(
            row.voices().found(),
            row.voices().all(),
            row.voices().coverage().map(it -> ", " + it).orElse(""));
  }

  private static String decision(ReviewView.Row row) {
    return row.decision()
        .map(it ->
            "%s by %s%s"
                .formatted(
                    it.word(), it.who(), it.response().isEmpty() ? "" : ": " + it.response()))
        .orElse("-");
  }
}
