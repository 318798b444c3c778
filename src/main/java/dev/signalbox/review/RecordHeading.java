package dev.signalbox.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What stands above the table of a record.
 *
 * @param subject what was reviewed, such as an issue's key
 * @param date of the latest round; empty where it does not matter
 * @param option who reviews: the profile's name and title
 * @param reviewers those who gave an opinion in the latest round
 * @param absent those who gave none, with the reason; they are not counted
 * @param missing what else was to be there, with the reason
 * @param synthesis what they together say; empty where nobody was to write that
 */
public record RecordHeading(
    String subject,
    Optional<LocalDate> date,
    String option,
    List<String> reviewers,
    List<String> absent,
    List<String> missing,
    Optional<Synthesis> synthesis) {
  public RecordHeading {
    reviewers = List.copyOf(reviewers);
    absent = List.copyOf(absent);
    missing = List.copyOf(missing);
  }
}
