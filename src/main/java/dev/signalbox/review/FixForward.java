package dev.signalbox.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What became of every finding, when a review is over: resolved here, carried forward, accepted as
 * a risk, rejected, only noted. None vanishes.
 */
public final class FixForward {
  private FixForward() {}

  /** What became of a row. */
  public enum Fate {
    /** A person has to decide about it, and has not. */
    UNDECIDED("To be decided"),
    /** Agreed, and what was done since mends it. */
    RESOLVED("Resolved here"),
    /** Agreed, and nothing was done since. */
    OPEN("Agreed and not resolved"),
    CARRIED("Carried forward"),
    ACCEPTED("Accepted risk"),
    REJECTED("Rejected"),
    /** The session said why not, and nobody had to decide about that. */
    DECLINED("Declined by the session"),
    /** Said by somebody outside, and not answered. */
    UNANSWERED("Not answered"),
    /** Nobody had to decide about it, and nobody did. */
    NOTED("Noted");

    private final String title;

    Fate(String title) {
      this.title = title;
    }

    /** As people read it: {@code Carried forward}. */
    public String title() {
      return title;
    }
  }

  /** What became of the row; {@code isMended} tells it of rows that were agreed to. */
  public static Fate of(Row row, Predicate<Row> isMended) {
    if (row.isToBeDecided()) {
      return Fate.UNDECIDED;
    }
    if (row.ruling().isEmpty()) {
      return unruled(row);
    }
    return switch (row.ruling().get().decision()) {
      case RowDecision.Agreed _ -> isMended.test(row) ? Fate.RESOLVED : Fate.OPEN;
      case RowDecision.Deferred _ -> Fate.CARRIED;
      case RowDecision.Overridden _ -> Fate.ACCEPTED;
      case RowDecision.Rejected _ -> Fate.REJECTED;
    };
  }

  /** What nobody decided about ends as what became of what was said outside; the worst first. */
  private static Fate unruled(Row row) {
    Fate fate = Fate.NOTED;
    for (Voice voice : row.voices()) {
      Fate own =
          switch (voice.outcome().standing()) {
            case OPEN -> Fate.UNANSWERED;
            case DECLINED -> Fate.DECLINED;
            case LEFT -> voice.isRequired() ? Fate.ACCEPTED : Fate.NOTED;
            case ADDRESSED -> Fate.RESOLVED;
            case WITHDRAWN -> Fate.NOTED;
          };
      fate = weight(own) > weight(fate) ? own : fate;
    }
    return fate;
  }

  private static int weight(Fate fate) {
    return switch (fate) {
      case NOTED, UNDECIDED, REJECTED, OPEN, CARRIED -> 0;
      case RESOLVED -> 1;
      case ACCEPTED -> 2;
      case DECLINED -> 3;
      case UNANSWERED -> 4;
    };
  }

  /**
   * The summary as Markdown lines: one list for each fate that occurs, each row in one of them.
   *
   * @param isMended whether what was done since mends a row that was agreed to
   */
  public static List<String> lines(ReviewRecord record, Predicate<Row> isMended) {
    List<String> lines = new ArrayList<>();
    for (Fate fate : Fate.values()) {
      List<String> rows =
          record.rows().stream()
              .filter(row -> of(row, isMended) == fate)
              .map(FixForward::line)
              .toList();
      if (!rows.isEmpty()) {
        lines.add(fate.title + ":");
        lines.add("");
        lines.addAll(rows);
        lines.add("");
      }
    }
    return List.copyOf(lines);
  }

  private static String line(Row row) {
    String response =
        row.ruling()
            .map(it -> it.decision().response())
            .filter(it -> !it.isEmpty())
            .map(it -> " (" + RecordText.plain(it) + ")")
            .orElse("");
    return "- %s %s: %s%s"
        .formatted(
            row.id(), row.severity().word(), RecordText.plain(row.worst().claim()), response);
  }
}
