package dev.signalbox.report;

import dev.signalbox.engine.Review;
import dev.signalbox.engine.RunState;
import dev.signalbox.review.Consensus;
import dev.signalbox.review.FixForward;
import dev.signalbox.review.Row;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What people decided, what met, and what reviewers found. */
final class DecisionSections {
  private static final int FILES_SHOWN = 3;

  private DecisionSections() {}

  static Section decisions(Chronicle chronicle) {
    List<List<String>> rows = new ArrayList<>();
    for (Asked asked : chronicle.asked()) {
      rows.add(
          List.of(
              asked.gate().kind().word(),
              asked.gate().title(),
              Spent.words(asked.open(chronicle.until())),
              asked.answer().map(Asked.Answer::who).orElse("-"),
              answer(asked)));
    }
    return new Section(
        "What people decided",
        rows.isEmpty()
            ? "Nobody was asked."
            : "Open for: from the question to the answer; how much of it somebody spent on it is"
                + " not known.",
        new Table(List.of("Gate", "Question", "Open for", "Who", "Decision"), rows));
  }

  private static String answer(Asked asked) {
    return asked
        .answer()
        .map(Asked.Answer::words)
        .orElse(asked.closed().isPresent() ? "not needed any more" : "open");
  }

  static Section conflicts(List<Meeting> meetings) {
    List<List<String>> rows =
        meetings.stream()
            .map(each ->
                List.of(
                    each.first() + ", " + each.second().map(SessionId::value).orElse("the base"),
                    each.foreseen().words(),
                    files(each.files()),
                    each.met().words()))
            .toList();
    return new Section(
        "Conflicts foreseen and met",
        met(meetings),
        new Table(List.of("Sessions", "Foreseen", "Both changed", "Met"), rows));
  }

  /** The section in one sentence. */
  static String met(List<Meeting> meetings) {
    long foreseen = meetings.stream().filter(Meeting::isForeseen).count();
    long met = meetings.stream().filter(Meeting::isMet).count();
    long surprising = meetings.stream().filter(each -> each.isMet() && !each.isForeseen()).count();
    long silent =
        meetings.stream()
            .filter(each -> !each.isForeseen() && !each.isMet() && !each.files().isEmpty())
            .count();
    return "Pairs put in an order beforehand: %d. Conflicts met: %d, not foreseen: %d.%s"
        .formatted(
            foreseen,
            met,
            surprising,
            silent == 0
                ? ""
                : " Unforeseen pairs that changed one file and merged: " + silent + ".");
  }

  private static String files(List<String> files) {
    if (files.isEmpty()) {
      return "-";
    }
    String names = files.stream().limit(FILES_SHOWN).collect(Collectors.joining(", "));
    int more = files.size() - FILES_SHOWN;
    return more > 0 ? names + " and " + more + " more" : names;
  }

  static Section findings(RunState run) {
    List<List<String>> rows = new ArrayList<>();
    for (Review review : run.reviews().values()) {
      for (Row row : review.record().rows()) {
        rows.add(row(run, review, row));
      }
    }
    return new Section(
        "Findings of reviews",
        rows.isEmpty() ? "Nothing was found." : "Every finding, and what became of it.",
        new Table(
            List.of("Of", "ID", "Severity", "Finding", "Found by", "Decision", "Fate"), rows));
  }

  private static List<String> row(RunState run, Review review, Row row) {
    FixForward.Fate fate = FixForward.of(row, it -> run.isMended(review, it));
    return List.of(
        review.subject().map(SessionId::value).orElse("the plan"),
        row.id().toString(),
        row.severity().word(),
        row.worst().location().map(it -> it + ": ").orElse("") + row.worst().claim(),
        "%d of %d".formatted(row.consensus().map(Consensus::found).orElse(0), row.reviewers()),
        row.ruling().map(it -> it.decision().word() + " by " + it.who()).orElse("-"),
        fate.title().toLowerCase(Locale.ROOT));
  }
}
