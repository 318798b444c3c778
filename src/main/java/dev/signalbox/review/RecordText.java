package dev.signalbox.review;

import dev.signalbox.registry.PlainText;
import dev.signalbox.tracker.TrackerMarkdown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The decision record as Markdown: for the terminal, a tracker's comment and {@code
 * REVIEW-GATE-FINDINGS.md}. What reviewers wrote stays words: it calls nobody and is no markup.
 */
public final class RecordText {
  private static final List<String> TABLE =
      List.of(
          "| ID | Severity | Finding | Reviewer | Decision | Response |",
          "|----|----------|---------|----------|----------|----------|");

  private RecordText() {}

  /** The heading and all rows; lines without line ends. */
  public static List<String> of(RecordHeading heading, ReviewRecord record) {
    List<String> lines = new ArrayList<>();
    lines.add("**Issue:** " + plain(heading.subject()));
    lines.add("**Date:** " + heading.date());
    lines.add("**Option:** " + plain(heading.profile()));
    lines.add("**Round:** " + record.round());
    lines.add("**Reviewers:** " + plain(String.join(", ", heading.reviewers())));
    if (!heading.absent().isEmpty()) {
      lines.add("**Without an opinion:** " + plain(String.join("; ", heading.absent())));
    }
    lines.add("**Recommendation:** " + record.recommendation());
    lines.replaceAll(line -> line + "  ");
    lines.addAll(part(record, "Findings", row -> row.consensus().isIncluded()));
    lines.addAll(
        part(
            record,
            "Found by fewer than two thirds of the reviewers",
            row -> !row.consensus().isIncluded()));
    if (record.rows().isEmpty()) {
      lines.add("");
      lines.add("No findings.");
    }
    return List.copyOf(lines);
  }

  private static List<String> part(ReviewRecord record, String title, Predicate<Row> which) {
    List<Row> rows = record.rows().stream().filter(which).toList();
    List<String> lines = new ArrayList<>();
    if (!rows.isEmpty()) {
      lines.add("");
      lines.add("### " + title);
      lines.add("");
      lines.addAll(TABLE);
      rows.forEach(row -> lines.add(line(record, row)));
    }
    return lines;
  }

  private static String line(ReviewRecord record, Row row) {
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            row.id(),
            severity(row),
            finding(row),
            reviewers(row),
            decision(record, row),
            reply(row));
  }

  private static String severity(Row row) {
    Consensus consensus = row.consensus();
    return consensus.isContested() && consensus.isIncluded()
        ? "%s (critical by %d of %d)"
            .formatted(row.severity().word(), consensus.critical(), consensus.reviewers())
        : row.severity().word();
  }

  private static String finding(Row row) {
    Finding worst = row.worst();
    String place = worst.location().map(it -> plain(it.toString()) + ": ").orElse("");
    // Whoever reads it can tell whether these are one, and split them.
    String others =
        row.findings().stream()
            .map(Reported::finding)
            .map(Finding::claim)
            .filter(claim -> !claim.equals(worst.claim()))
            .map(claim -> " / also: " + plain(claim))
            .collect(Collectors.joining());
    return place + plain(worst.claim()) + others;
  }

  private static String reviewers(Row row) {
    String names =
        row.findings().stream().map(Reported::reviewer).collect(Collectors.joining(", "));
    return "%s (%d of %d)".formatted(plain(names), row.findings().size(), row.reviewers());
  }

  private static String decision(ReviewRecord record, Row row) {
    String seen =
        row.round() < record.round() ? " (not found in round " + record.round() + ")" : "";
    return row.ruling().map(it -> it.decision().word() + " by " + plain(it.who())).orElse("open")
        + seen;
  }

  private static String reply(Row row) {
    return row.ruling().map(it -> plain(it.decision().response())).orElse("");
  }

  /** Words of others in one cell or line of ours. */
  static String plain(String text) {
    return PlainText.cell(TrackerMarkdown.quiet(text));
  }
}
