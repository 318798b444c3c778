package dev.signalbox.engine;

import dev.signalbox.agent.BotAccount;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.OutsideReview;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.review.Elsewhere.Way;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A reviewer that is no session: it looks at the pull requests of sessions.
 *
 * @param reviewer its name in the record
 * @param name under which a workflow posts for it, or the agent's id
 * @param logins of the agent's accounts on the forge; none for a workflow's
 * @param mention what calls it in a comment; empty where it comes by itself
 * @param patience how long it is waited for, from the beginning of a round
 */
public record AwaitedReviewer(
    String reviewer,
    Way way,
    String name,
    List<String> logins,
    Optional<String> mention,
    Duration patience) {
  private static final long SECONDS_OF_MINUTE = 60;
  private static final long SECONDS_OF_HOUR = 3_600;

  public AwaitedReviewer {
    logins = List.copyOf(logins);
  }

  /** How the table names it: {@code gemini (ci gemini)}. */
  public String named() {
    return "%s (%s %s)".formatted(reviewer, way.word(), name);
  }

  /** {@code 30m}, {@code 2h} or {@code 20s}. */
  public String patienceWords() {
    long seconds = patience.toSeconds();
    if (seconds % SECONDS_OF_HOUR == 0) {
      return seconds / SECONDS_OF_HOUR + "h";
    }
    return seconds % SECONDS_OF_MINUTE == 0 ? seconds / SECONDS_OF_MINUTE + "m" : seconds + "s";
  }

  /** Whether it said that. */
  boolean isBy(FeedbackItem item) {
    return switch (way) {
      case CI ->
          item.speaker().source() == Speaker.Source.CI
              && OutsideReview.reviewer(item).equals(Optional.of(name));
      case FORGE, DELEGATE ->
          item.speaker().standing() == Speaker.Standing.KNOWN
              && item.speaker().source() != Speaker.Source.PERSON
              && logins.stream()
                  .anyMatch(login ->
                      new BotAccount(login, OptionalLong.empty())
                          .isSpelled(item.speaker().login()));
    };
  }
}
