package dev.signalbox.feedback;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.review.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a bot's Markdown says beside its words, by the forms that each bot uses (docs/guide/
 * feedback.md). A form that nobody knows says nothing; it never says that all is well.
 *
 * @param title one line
 * @param key the bot's own id of the finding, which stays when it says it again; empty for none
 * @param place the first of those that the text names; empty where it names none
 * @param result PASSED for a clean review, FAILED for one that did not take place
 */
public record BotRemark(
    String title,
    Optional<Severity> severity,
    Optional<String> key,
    Optional<String> place,
    Result result) {

  private static final Pattern CODEX_BADGE =
      Pattern.compile("!\\[P([0-3]) Badge\\][^\\n]*?</sub></sub>\\s*([^\\n]*)");
  private static final Pattern CURSOR_SEVERITY =
      Pattern.compile("\\*\\*(Critical|High|Medium|Low) Severity\\*\\*");
  private static final Pattern CURSOR_KEY =
      Pattern.compile("<!-- BUGBOT_BUG_ID: ([0-9a-fA-F-]{8,64}) -->");
  private static final Pattern CURSOR_PLACE =
      Pattern.compile("<!-- LOCATIONS START\\s+([^\\s#]{1,500})#L(\\d{1,7})");
  private static final Pattern SEER_TITLE = Pattern.compile("\\*\\*Bug:\\*\\*\\s*([^\\n]+)");
  private static final Pattern SEER_SEVERITY =
      Pattern.compile("<sub>Severity: (CRITICAL|HIGH|MEDIUM|LOW)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SEER_KEY = Pattern.compile("Reference ID: `([0-9A-Za-z-]{4,64})`");

  /** What reviewers write when all is well, in lower case. */
  private static final List<String> CLEAN =
      List.of(
          "codex review: didn't find any major issues",
          "bugbot reviewed your changes and found no new issues",
          "generated no comments",
          "generated no new comments",
          "### \ud83d\udfe2 approval recommended",
          "### \u2705 ready to approve");

  /** What they write when they could not look, in lower case. */
  private static final List<String> UNABLE =
      List.of(
          "usage limit",
          "rate limit exceeded",
          "quota",
          "couldn't run",
          "could not run",
          "unable to review",
          "wasn't able to review",
          "encountered an error",
          "create an environment for this repo",
          "create a codex account");

  /** Beyond this a text that only mentions a limit may be about the code. */
  private static final int UNABLE_CHARS_MAX = 1_500;

  /** Reads what somebody wrote; of a workflow only what it hands in as a reviewer counts. */
  public static BotRemark of(Speaker speaker, String text) {
    return WorkflowOpinion.of(speaker, text)
        .map(WorkflowOpinion::remark)
        .orElseGet(() -> of(speaker.source(), text));
  }

  /** Reads what that bot wrote. */
  public static BotRemark of(Source source, String text) {
    return switch (source) {
      case CODEX -> codex(text);
      case CURSOR -> cursor(text);
      case SENTRY -> seer(text);
      case COPILOT, AGENT, CTO_NEW, CYRUS, VERCEL, LINEAR, CI, BOT, PERSON -> plain(text);
    };
  }

  /**
   * How a review stands: where the forge says nothing of it, a reviewer's words do, and one without
   * words has failed. Nobody else's words decide anything.
   *
   * @param state what the forge says of it
   */
  public Result judged(Speaker speaker, Result state, String text) {
    if (state == Result.NONE && WorkflowOpinion.of(speaker, text).isPresent()) {
      return result;
    }
    if (state != Result.NONE || !speaker.isReviewer()) {
      return state;
    }
    return text.isBlank() ? Result.FAILED : result;
  }

  /** Whether what a reviewer wrote below a pull request is how its review went. */
  public boolean isReview(Speaker speaker, String text) {
    return (speaker.isAgent() && WorkflowOpinion.of(speaker, text).isPresent())
        || (speaker.isReviewer() && (text.isBlank() || result != Result.NONE));
  }

  private static BotRemark codex(String text) {
    Matcher badge = CODEX_BADGE.matcher(text);
    if (!badge.find()) {
      return plain(text);
    }
    Severity severity =
        switch (badge.group(1)) {
          case "0", "1" -> Severity.CRITICAL;
          case "2" -> Severity.IMPORTANT;
          default -> Severity.CONSIDER;
        };
    String title = badge.group(2).strip();
    return new BotRemark(
        title.endsWith("**") ? title.substring(0, title.length() - 2) : title,
        Optional.of(severity),
        Optional.empty(),
        Optional.empty(),
        Result.NONE);
  }

  private static BotRemark cursor(String text) {
    Optional<String> word = first(CURSOR_SEVERITY, text);
    Matcher place = CURSOR_PLACE.matcher(text);
    return new BotRemark(
        title(text),
        word.map(BotRemark::severity),
        first(CURSOR_KEY, text).map(key -> "bugbot:" + key.toLowerCase(Locale.ROOT)),
        place.find() ? Optional.of(place.group(1) + ":" + place.group(2)) : Optional.empty(),
        result(text));
  }

  private static BotRemark seer(String text) {
    return new BotRemark(
        first(SEER_TITLE, text).orElseGet(() -> title(text)),
        first(SEER_SEVERITY, text).map(BotRemark::severity),
        first(SEER_KEY, text).map(key -> "seer:" + key),
        Optional.empty(),
        result(text));
  }

  private static BotRemark plain(String text) {
    return new BotRemark(
        title(text), Optional.empty(), Optional.empty(), Optional.empty(), result(text));
  }

  private static Severity severity(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "CRITICAL", "HIGH" -> Severity.CRITICAL;
      case "MEDIUM" -> Severity.IMPORTANT;
      default -> Severity.CONSIDER;
    };
  }

  private static Result result(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean isUnable =
        text.length() <= UNABLE_CHARS_MAX && UNABLE.stream().anyMatch(lower::contains);
    if (isUnable) {
      return Result.FAILED;
    }
    return CLEAN.stream().anyMatch(lower::contains) ? Result.PASSED : Result.NONE;
  }

  /** The first line that says something: headings without their signs, no markup of its own. */
  private static String title(String text) {
    return text.lines()
        .map(line -> line.replaceAll("<[^>]*>", "").replaceAll("^[#>*\\s-]+|[*\\s]+$", ""))
        .filter(line -> !line.isBlank() && !line.startsWith("[vc]:"))
        .findFirst()
        .orElse("");
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
