package dev.signalbox.view;

import java.util.List;
import java.util.Optional;

/**
 * A review's decision record, as people look it up.
 *
 * @param work the session whose work was reviewed; empty for the plan
 * @param option who reviews: the profile and its title
 * @param stage how far it is, in words
 * @param round the latest that ended; 0 before the first
 * @param synthesis its points, each with the rows that it is about
 */
public record ReviewView(
    Optional<Work> work,
    String option,
    String stage,
    int round,
    String recommendation,
    List<String> synthesis,
    List<Row> rows) {
  public ReviewView {
    synthesis = List.copyOf(synthesis);
    rows = List.copyOf(rows);
  }

  /**
   * What was reviewed.
   *
   * @param reading the command that prints the record from the repository; empty where it is not
   *     kept there
   */
  public record Work(String session, Optional<String> reading) {}

  /**
   * One row.
   *
   * @param voices who found it and who agrees, of how many
   * @param decision what a person decided, and who; empty while it is open
   * @param fate what became of it
   */
  public record Row(
      String id,
      String severity,
      String finding,
      Voices voices,
      Optional<Decision> decision,
      String fate) {}

  /**
   * Who says it.
   *
   * @param reviewers those who found it
   * @param found how many found it or agree, of {@code all}
   * @param coverage which models found it; empty where each perspective looked with one
   * @param answers what others answered
   */
  public record Voices(
      List<String> reviewers, int found, int all, Optional<String> coverage, List<String> answers) {
    public Voices {
      reviewers = List.copyOf(reviewers);
      answers = List.copyOf(answers);
    }
  }

  /** A person's decision; the response is the reason, the issue or words, and may be empty. */
  public record Decision(String word, String who, String response) {}
}
