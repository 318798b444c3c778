package dev.signalbox.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What voices change in a row. */
final class RowVoices {
  private RowVoices() {}

  /** Whether that speaker said it before, and heard what became of it. */
  static boolean isAnswered(Row row, Voice again) {
    List<Voice> own =
        row.voices().stream().filter(each -> each.reviewer().equals(again.reviewer())).toList();
    return !own.isEmpty()
        && own.stream()
            .allMatch(each ->
                each.feedback() != again.feedback()
                    && each.outcome().standing() != Voice.Standing.OPEN);
  }

  /** The row where what its speaker said of it before is said anew, for the same seat. */
  static Row with(Row row, Voice voice) {
    Optional<String> seat =
        row.voices().stream()
            .filter(each -> each.reviewer().equals(voice.reviewer()))
            .flatMap(each -> each.seat().stream())
            .findFirst();
    List<Voice> more = new ArrayList<>(row.voices());
    more.removeIf(each -> each.reviewer().equals(voice.reviewer()));
    more.add(voice.seated(seat));
    return with(row, more, row.ruling());
  }

  /** Whether a reviewer elsewhere stands to it in the round whose words those are. */
  static boolean isSaidIn(Row row, Map<Long, String> seats) {
    return row.voices().stream().anyMatch(each -> each.seatIn(seats).isPresent());
  }

  /** The same of that round, open, with the voices that count in it. */
  static Row in(Row row, int round, List<Reported> found, int all, Map<Long, String> seats) {
    List<Voice> counted =
        row.voices().stream().map(each -> each.seated(each.seatIn(seats))).toList();
    return new Row(row.id(), found, List.of(), all, round, Optional.empty(), counted);
  }

  /** What was agreed to and then declined is decided once more. */
  static Row told(Row row, long feedback, Voice.Outcome outcome, boolean isRequired) {
    if (!row.isOf(feedback)) {
      return row;
    }
    List<Voice> after =
        row.voices().stream()
            .map(each -> each.feedback() == feedback ? each.in(outcome, isRequired) : each)
            .toList();
    boolean isRefused = row.isAgreed() && outcome.standing() == Voice.Standing.DECLINED;
    return with(row, after, isRefused ? Optional.empty() : row.ruling());
  }

  private static Row with(Row row, List<Voice> voices, Optional<Ruling> ruling) {
    return new Row(
        row.id(), row.findings(), row.stances(), row.reviewers(), row.round(), ruling, voices);
  }
}
