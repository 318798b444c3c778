package dev.signalbox.review;

import java.time.LocalDate;
import java.util.List;

/**
 * What stands above the table of a record.
 *
 * @param subject what was reviewed, such as an issue's key
 * @param date of the latest round
 * @param profile who reviews, as its name
 * @param reviewers those who gave an opinion in the latest round
 * @param absent those who gave none, with the reason; they are not counted
 */
public record RecordHeading(
    String subject, LocalDate date, String profile, List<String> reviewers, List<String> absent) {
  public RecordHeading {
    reviewers = List.copyOf(reviewers);
    absent = List.copyOf(absent);
  }
}
