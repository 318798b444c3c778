package dev.signalbox.review;

import java.time.Duration;

/**
 * A reviewer of a profile that is no session of the run: it looks at pull requests.
 *
 * @param reviewer its name in the record
 * @param name by which it is known: to the workflow that posts for it, or in the agent catalogue
 * @param patience how long the run waits for it, from the beginning of a round
 */
public record Elsewhere(String reviewer, Way way, String name, Duration patience) {

  /** How it comes to look. */
  public enum Way {
    /** A workflow of the repository posts its review under that name (options A and C). */
    CI,
    /** An agent reviews on the forge by itself, as it is set up there (option B). */
    FORGE,
    /** An agent is asked by a mention (option H). */
    DELEGATE;

    /** As profiles write it. */
    public String word() {
      return switch (this) {
        case CI -> "ci";
        case FORGE -> "forge";
        case DELEGATE -> "delegate";
      };
    }
  }
}
