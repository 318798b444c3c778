package dev.signalbox.feedback;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Cyrus says about its own verification in the text of its pull request.
 *
 * <p>No form of it is documented. What counts is a statement of three or more rounds in words or
 * numbers, or a third round that is named by its number. What is said otherwise is not seen, and
 * the review is the ordinary one.
 */
final class SelfVerification {
  private static final int ROUNDS = 3;
  private static final int TEXT_CHARS_MAX = 20_000;
  private static final String ROUND = "(?:iterations?|rounds?|passes|attempts?|loops?)";
  private static final String CHECKED = "(?:self-?)?(?:verif(?:y|ied|ication)|validat(?:ed|ion))";

  /** Such as "verified in 3 iterations", "Self-verification: 3 rounds". */
  private static final Pattern AFTER =
      Pattern.compile(
          CHECKED + "[^\\n.;]{0,40}?\\b(\\d{1,3}|three)\\s+" + ROUND, Pattern.CASE_INSENSITIVE);

  /** Such as "3 verification rounds", "three self-verification iterations". */
  private static final Pattern BEFORE =
      Pattern.compile(
          "\\b(\\d{1,3}|three)\\s+" + CHECKED + "\\s+" + ROUND, Pattern.CASE_INSENSITIVE);

  /** Such as "Verification round 3". */
  private static final Pattern NAMED =
      Pattern.compile(CHECKED + "\\s+" + ROUND + "\\s+#?(\\d{1,3})\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern DENIED =
      Pattern.compile("\\b(?:not|no|never|fail\\w*|without|unable|instead)\\b|n't\\b");

  private static final int BEFORE_CHARS = 24;

  private SelfVerification() {}

  static boolean isReportedIn(String text) {
    String start = text.substring(0, Math.min(text.length(), TEXT_CHARS_MAX));
    return hasRounds(AFTER, start) || hasRounds(BEFORE, start) || hasRounds(NAMED, start);
  }

  private static boolean hasRounds(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String count = matcher.group(1);
      String around =
          text.substring(Math.max(0, matcher.start() - BEFORE_CHARS), matcher.end())
              .toLowerCase(Locale.ROOT);
      boolean isEnough = count.equalsIgnoreCase("three") || Integer.parseInt(count) >= ROUNDS;
      if (isEnough && !DENIED.matcher(around).find()) {
        return true;
      }
    }
    return false;
  }
}
