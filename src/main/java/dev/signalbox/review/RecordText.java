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
    heading.date().ifPresent(date -> lines.add("**Date:** " + date));
    lines.add("**Option:** " + plain(heading.option()));
    lines.add("**Round:** " + record.round());
    lines.add("**Reviewers:** " + plain(String.join(", ", heading.reviewers())));
    if (!heading.absent().isEmpty()) {
      lines.add("**Without an opinion:** " + plain(String.join("; ", heading.absent())));
    }
    if (!heading.missing().isEmpty()) {
      lines.add("**Missing:** " + plain(String.join("; ", heading.missing())));
    }
    lines.add("**Recommendation:** " + record.recommendation());
    lines.replaceAll(line -> line + "  ");
    heading.synthesis().ifPresent(it -> lines.addAll(synthesis(it)));
    lines.addAll(part(record, "Findings", Row::isIncluded));
    lines.addAll(
        part(record, "Found by fewer than two thirds of the reviewers", row -> !row.isIncluded()));
    if (record.rows().isEmpty()) {
      lines.add("");
      lines.add("No findings.");
    }
    lines.addAll(stances(record));
    return List.copyOf(lines);
  }

  private static List<String> synthesis(Synthesis synthesis) {
    List<String> lines = new ArrayList<>(List.of("", "### Synthesis", ""));
    for (Synthesis.Point point : synthesis.points()) {
      String rows = point.rows().stream().map(RowId::toString).collect(Collectors.joining(", "));
      lines.add("- %s: %s".formatted(rows, plain(point.text())));
    }
    return lines;
  }

  /** Who answered what to the findings of others: one line for each row. */
  private static List<String> stances(ReviewRecord record) {
    List<String> lines = new ArrayList<>();
    for (Row row : record.rows()) {
      if (!row.stances().isEmpty()) {
        lines.add("- %s: %s".formatted(row.id(), stances(row)));
      }
    }
    if (!lines.isEmpty()) {
      lines.addAll(0, List.of("", "### Answers", ""));
    }
    return lines;
  }

  /** Those who agree are named together; everybody else with the reason. */
  private static String stances(Row row) {
    List<String> said = new ArrayList<>();
    List<String> agree =
        row.stances().stream()
            .filter(each -> each.kind() == Stance.Kind.AGREE)
            .map(each -> plain(each.reviewer()))
            .toList();
    if (!agree.isEmpty()) {
      said.add(String.join(", ", agree) + (agree.size() == 1 ? " agrees" : " agree"));
    }
    row.stances().stream()
        .filter(each -> each.kind() != Stance.Kind.AGREE)
        .map(each ->
            "%s %s: %s".formatted(plain(each.reviewer()), each.verb(), plain(each.reason())))
        .forEach(said::add);
    return String.join("; ", said);
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
    String word =
        consensus.isContested() && consensus.isIncluded()
            ? "%s (critical by %d of %d)"
                .formatted(row.severity().word(), consensus.critical(), consensus.reviewers())
            : row.severity().word();
    return row.isEscalated() ? word + ", escalated" : word;
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
    // Who agreed in a debate is counted, and named below.
    return "%s (%d of %d%s)"
        .formatted(
            plain(names),
            row.consensus().found(),
            row.reviewers(),
            row.coverage().map(it -> ", " + it).orElse(""));
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
