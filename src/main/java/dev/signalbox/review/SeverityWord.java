package dev.signalbox.review;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word in front of a text that says how severe it is.
 *
 * @param rest the text without it
 */
record SeverityWord(Severity severity, String rest) {
  private static final String WORDS =
      "critical|blocker|blocking|must[ -]fix|high|p0|p1"
          + "|important|major|medium|should[ -]fix|p2"
          + "|consider|minor|nit|nitpick|low|trivial|optional|suggestion|p3";

  /** {@code **Critical**: }, {@code [P1] }, {@code (high) }: a label, and no word of a sentence. */
  private static final Pattern LABEL =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]{0,12}(?<word>"
              + WORDS
              + ")"
              + "(?:[ ](?:severity|priority|issue|finding|bug|problem))?"
              + "(?:[ ]?[:\\])]|\\*\\*|__|[ ][-\\u2013\\u2014])[^\\p{L}\\p{N}`/]{0,12}",
          Pattern.CASE_INSENSITIVE);

  /** {@code Critical issues (2)}: a heading that says it of everything below it. */
  private static final Pattern TITLE =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]{0,12}(?<word>"
              + WORDS
              + ")s?"
              + "(?:[ ](?:severity|priority|issues?|findings?|bugs?|problems?|concerns?"
              + "|suggestions?|fixes))?(?:[ ]\\(\\d{1,3}\\))?[^\\p{L}\\p{N}]{0,12}$",
          Pattern.CASE_INSENSITIVE);

  /** The label that the text begins with; empty where it begins otherwise, or holds no more. */
  static Optional<SeverityWord> inFrontOf(String text) {
    Matcher label = LABEL.matcher(text);
    return label.find() && label.end() < text.length()
        ? Optional.of(new SeverityWord(severity(label.group("word")), text.substring(label.end())))
        : Optional.empty();
  }

  /** What a heading says of everything below it. */
  static Optional<Severity> ofHeading(String heading) {
    Matcher title = TITLE.matcher(heading);
    return title.matches() ? Optional.of(severity(title.group("word"))) : Optional.empty();
  }

  private static Severity severity(String word) {
    return switch (word.toLowerCase(Locale.ROOT).replace('-', ' ')) {
      case "critical", "blocker", "blocking", "must fix", "high", "p0", "p1" -> Severity.CRITICAL;
      case "important", "major", "medium", "should fix", "p2" -> Severity.IMPORTANT;
      default -> Severity.CONSIDER;
    };
  }
}
