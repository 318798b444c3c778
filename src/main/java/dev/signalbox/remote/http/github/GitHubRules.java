package dev.signalbox.remote.http.github;

import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import dev.signalbox.remote.http.JsonAnswer;
import dev.signalbox.remote.http.ServiceRules;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/**
 * How GitHub fails ("Rate limits for the REST API", "Best practices for using the REST API").
 *
 * <p>Too many requests are answered with 403 or 429, like things that are forbidden: told apart by
 * headers and words. GraphQL answers 200 and lists errors.
 */
public final class GitHubRules implements ServiceRules {
  private static final Duration SECONDARY_PAUSE = Duration.ofMinutes(1);
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final String BASE_MOVED = "Base branch was modified";

  @Override
  public Optional<Failure> failure(JsonAnswer answer) {
    if (answer.status() == OK) {
      return graphQlFailure(answer);
    }
    String words = words(answer.body());
    Optional<Failure> plain = ServiceRules.byStatus(answer, words);
    if (plain.isPresent() && isTooMany(answer)) {
      return Optional.of(
          new Failure(
              Kind.RATE_LIMITED, plain.get().reason(), reset(answer).or(() -> secondary(answer))));
    }
    if (plain.isPresent() && words.startsWith(BASE_MOVED)) {
      return Optional.of(Failure.of(Kind.CONFLICTING, plain.get().reason()));
    }
    return plain;
  }

  private static boolean isTooMany(JsonAnswer answer) {
    boolean isUsedUp = answer.number("x-ratelimit-remaining").equals(Optional.of(0L));
    boolean isSecondary = words(answer.body()).contains("secondary rate limit");
    return answer.status() == TOO_MANY
        || (answer.status() == FORBIDDEN
            && (isUsedUp || isSecondary || answer.header("retry-after").isPresent()));
  }

  private static Optional<Failure> graphQlFailure(JsonAnswer answer) {
    JsonNode errors = answer.body().path("errors");
    if (!errors.isArray() || errors.isEmpty()) {
      return Optional.empty();
    }
    Kind kind =
        switch (errors.path(0).path("type").asString("")) {
          case "RATE_LIMITED", "RATE_LIMIT" -> Kind.RATE_LIMITED;
          case "NOT_FOUND" -> Kind.ABSENT;
          case "FORBIDDEN", "INSUFFICIENT_SCOPES" -> Kind.FORBIDDEN;
          default -> Kind.REFUSED;
        };
    String reason = "expected an answer, found errors: " + words(answer.body());
    return Optional.of(
        new Failure(kind, reason, kind == Kind.RATE_LIMITED ? reset(answer) : Optional.empty()));
  }

  /** The limit of one interface, such as GraphQL, leaves the others open. */
  @Override
  public Optional<Instant> closedUntil(JsonAnswer answer) {
    boolean isWhole = answer.header("x-ratelimit-resource").orElse("core").equals("core");
    return isWhole ? reset(answer) : Optional.empty();
  }

  private static Optional<Instant> reset(JsonAnswer answer) {
    boolean isUsedUp = answer.number("x-ratelimit-remaining").equals(Optional.of(0L));
    return isUsedUp
        ? answer.number("x-ratelimit-reset").map(Instant::ofEpochSecond)
        : Optional.empty();
  }

  /** A minute, as GitHub asks where it names no time. */
  private static Optional<Instant> secondary(JsonAnswer answer) {
    if (answer.header("retry-after").isPresent()) {
      return Optional.empty();
    }
    try {
      return answer
          .header("date")
          .map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from))
          .map(SECONDARY_PAUSE::addTo)
          .map(Instant::from);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** GitHub's own words, short enough for a person. */
  private static String words(JsonNode body) {
    StringJoiner joined = new StringJoiner("; ");
    add(joined, body.path("message"));
    for (JsonNode error : body.path("errors")) {
      add(joined, error.isString() ? error : error.path("message"));
    }
    String text = joined.toString().replaceAll("\\s+", " ").strip();
    return text.substring(0, Math.min(text.length(), Limits.SERVICE_WORDS_CHARS_MAX));
  }

  private static void add(StringJoiner joined, JsonNode text) {
    if (text.isString() && !text.asString().isBlank()) {
      joined.add(text.asString());
    }
  }
}
