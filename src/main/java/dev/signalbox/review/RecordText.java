package dev.signalbox.review;

import dev.signalbox.registry.PlainText;
import dev.signalbox.tracker.TrackerMarkdown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
    lines.addAll(part(record, "Findings", Row::isBinding));
    lines.addAll(
        part(
            record,
            "Found by fewer than two thirds of the reviewers",
            row -> !row.isBinding() && !row.findings().isEmpty()));
    lines.addAll(
        part(
            record,
            "From outside, at the session's discretion",
            row -> !row.isBinding() && row.findings().isEmpty()));
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

  /**
   * Those who agree are named together; everybody else with the reason. By name: answers come in
   * any order.
   */
  private static String stances(Row row) {
    List<String> said = new ArrayList<>();
    List<String> agree =
        row.stances().stream()
            .filter(each -> each.kind() == Stance.Kind.AGREE)
            .map(each -> plain(each.reviewer()))
            .sorted()
            .toList();
    if (!agree.isEmpty()) {
      said.add(String.join(", ", agree) + (agree.size() == 1 ? " agrees" : " agree"));
    }
    row.stances().stream()
        .filter(each -> each.kind() != Stance.Kind.AGREE)
        .sorted(Comparator.comparing(Stance::reviewer))
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
    List<String> marks = new ArrayList<>();
    row.consensus()
        .filter(it -> it.isContested() && it.isIncluded())
        .ifPresent(
            it -> marks.add("critical by %d of %d".formatted(it.critical(), it.reviewers())));
    row.raisedBy().forEach(each -> marks.add("raised by " + plain(each.reviewer())));
    if (row.isEscalated()) {
      marks.add("escalated");
    }
    return row.severity().word() + (marks.isEmpty() ? "" : " (" + String.join(", ", marks) + ")");
  }

  private static String finding(Row row) {
    Finding worst = row.worst();
    String place = worst.location().map(it -> plain(it.toString()) + ": ").orElse("");
    // Whoever reads it can tell whether these are one, and split them.
    String others =
        row.said().stream()
            .map(Reported::finding)
            .map(Finding::claim)
            .filter(claim -> !claim.equals(worst.claim()))
            .map(claim -> " / also: " + plain(claim))
            .collect(Collectors.joining());
    return place + plain(worst.claim()) + others;
  }

  private static String reviewers(Row row) {
    List<String> names = new ArrayList<>();
    // Who agreed in a debate is counted, and named below.
    row.consensus()
        .map(it ->
            "%s (%d of %d%s)"
                .formatted(
                    plain(String.join(", ", row.finders())),
                    it.found(),
                    row.reviewers(),
                    row.coverage().map(each -> ", " + each).orElse("")))
        .ifPresent(names::add);
    row.guests().forEach(each -> names.add(plain(each.name())));
    return String.join(", ", names);
  }

  private static String decision(ReviewRecord record, Row row) {
    String seen =
        row.round() < record.round() && !row.findings().isEmpty()
            ? " (not found in round " + record.round() + ")"
            : "";
    String said =
        row.ruling()
            .map(it -> it.decision().word() + " by " + plain(it.who()))
            .orElseGet(() -> row.voices().isEmpty() ? "open" : outcomes(row));
    return said + seen;
  }

  /** {@code declined by S-A}, once for all who said it where that is one outcome. */
  private static String outcomes(Row row) {
    return row.voices().stream()
        .map(Voice::outcome)
        .map(it ->
            it.standing() == Voice.Standing.OPEN
                ? "open"
                : it.standing().name().toLowerCase(Locale.ROOT) + " by " + plain(it.by()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String reply(Row row) {
    return row.ruling()
        .map(it -> plain(it.decision().response()))
        .orElseGet(() ->
            row.voices().stream()
                .map(each -> plain(each.outcome().words()))
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining("; ")));
  }

  /** Words of others in one cell or line of ours. */
  static String plain(String text) {
    return PlainText.cell(TrackerMarkdown.quiet(text));
  }
}
