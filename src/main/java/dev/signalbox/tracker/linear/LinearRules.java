package dev.signalbox.tracker.linear;

import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import dev.signalbox.remote.http.JsonAnswer;
import dev.signalbox.remote.http.ServiceRules;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How Linear says that a request failed. Its errors stand in the document, whatever the status: too
 * many requests are HTTP 400 with a code, and an answer may hold errors beside data. Such an answer
 * is never taken for a whole one.
 */
public final class LinearRules implements ServiceRules {
  private static final String ABSENT = "Entity not found";
  private static final Pattern ABSENT_TYPE = Pattern.compile(ABSENT + ":? ([A-Za-z]{1,40}).*");

  @Override
  public Optional<Failure> failure(JsonAnswer answer) {
    JsonNode errors = answer.body().path("errors");
    if (errors.isEmpty()) {
      Optional<Failure> byStatus = ServiceRules.byStatus(answer, "");
      return byStatus.isPresent() || answer.body().path("data").isObject()
          ? byStatus
          : Optional.of(Failure.of(Kind.UNINTELLIGIBLE, "expected data or errors, found neither"));
    }
    JsonNode first = errors.path(0);
    Kind kind = kind(answer, first);
    String reason =
        kind == Kind.ABSENT
            ? "expected Linear to show it to this account, found no such " + thing(first)
            : "expected Linear to do it, found: " + words(first);
    return Optional.of(
        new Failure(kind, reason, kind == Kind.RATE_LIMITED ? reopens(answer) : Optional.empty()));
  }

  private static Kind kind(JsonAnswer answer, JsonNode error) {
    JsonNode extensions = error.path("extensions");
    String code = extensions.path("code").asString("");
    return switch (code) {
      case "RATELIMITED" -> Kind.RATE_LIMITED;
      case "AUTHENTICATION_ERROR" -> Kind.UNAUTHENTICATED;
      case "FORBIDDEN", "FEATURE_NOT_ACCESSIBLE" -> Kind.FORBIDDEN;
      case "CONFLICT", "LOCK_TIMEOUT" -> Kind.CONFLICTING;
      case "GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED" -> Kind.UNINTELLIGIBLE;
      case "INTERNAL_SERVER_ERROR", "INTERNAL_ERROR" -> Kind.UNREACHABLE;
      default -> isAbsent(answer, error) ? Kind.ABSENT : byUser(answer, extensions);
    };
  }

  /**
   * Only the thing that was asked for itself counts as absent: something missing below it, in an
   * answer that holds data, says nothing about the thing.
   */
  private static boolean isAbsent(JsonAnswer answer, JsonNode error) {
    boolean isWhole =
        error.path("path").size() <= 1
            && answer.body().path("data").valueStream().allMatch(JsonNode::isNull);
    return isWhole && error.path("message").asString("").startsWith(ABSENT);
  }

  private static Kind byUser(JsonAnswer answer, JsonNode extensions) {
    if (answer.status() == 401) {
      return Kind.UNAUTHENTICATED;
    }
    if (answer.status() == 403) {
      return Kind.FORBIDDEN;
    }
    boolean isPartial = answer.body().path("data").valueStream().anyMatch(each -> !each.isNull());
    boolean isOurs = extensions.path("userError").asBoolean(false);
    return isOurs && !isPartial ? Kind.REFUSED : isPartial ? Kind.UNREACHABLE : byStatus(answer);
  }

  private static Kind byStatus(JsonAnswer answer) {
    return ServiceRules.byStatus(answer, "").map(Failure::kind).orElse(Kind.REFUSED);
  }

  /** What Linear does not find, such as {@code issue}: it says its type's name. */
  private static String thing(JsonNode error) {
    Matcher said = ABSENT_TYPE.matcher(error.path("message").asString(""));
    return said.matches() ? said.group(1).toLowerCase(Locale.ROOT) : "thing";
  }

  /** Its own words and those for people, where these are others. */
  private static String words(JsonNode error) {
    String own = error.path("message").asString("").strip();
    String shown = error.path("extensions").path("userPresentableMessage").asString("").strip();
    boolean isMore = !shown.isEmpty() && !shown.equals(own);
    String said = isMore ? own + (own.isEmpty() ? "" : ": ") + shown : own;
    String line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= Limits.SERVICE_WORDS_CHARS_MAX
        ? line
        : line.substring(0, Limits.SERVICE_WORDS_CHARS_MAX) + "...";
  }

  /** Whether that failure reads as if our own id of the new thing was used before. */
  static boolean isTaken(Failure failure) {
    String reason = failure.reason().toLowerCase(Locale.ROOT);
    return Stream.of("already exists", "duplicate", "unique").anyMatch(reason::contains);
  }

  @Override
  public Optional<Instant> closedUntil(JsonAnswer answer) {
    return resets(answer, true);
  }

  /** When it takes requests again, also where something is left that this one would exceed. */
  private static Optional<Instant> reopens(JsonAnswer answer) {
    return resets(answer, true).or(() -> resets(answer, false));
  }

  private static Optional<Instant> resets(JsonAnswer answer, boolean onlyUsedUp) {
    return Stream.of("Requests", "Complexity", "Endpoint-Requests")
        .map(what -> "X-RateLimit-" + what)
        .filter(what -> !onlyUsedUp || isUsedUp(answer, what))
        .flatMap(what -> answer.number(what + "-Reset").stream())
        .map(Instant::ofEpochMilli)
        .reduce((a, b) -> a.isAfter(b) ? a : b);
  }

  private static boolean isUsedUp(JsonAnswer answer, String what) {
    return answer.number(what + "-Remaining").filter(left -> left <= 0).isPresent();
  }
}
