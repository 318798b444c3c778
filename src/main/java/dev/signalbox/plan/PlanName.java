package dev.signalbox.plan;

import java.util.Optional;

/**
 * A plan's file name under the convention {@code {YYYY-MM-DD}-{project-short}-{topic}.md} (mission
 * section 5).
 *
 * @param date as written
 * @param rest project short and topic, joined by a dash: where one ends is up to the configuration
 */
public record PlanName(String date, String rest) {
  private static final int DATE_CHARS = 10;
  private static final String SUFFIX = ".md";

  /** Empty for a name outside the convention. */
  public static Optional<PlanName> parse(String fileName) {
    if (!fileName.endsWith(SUFFIX) || fileName.length() < DATE_CHARS + 1 + SUFFIX.length()) {
      return Optional.empty();
    }
    String date = fileName.substring(0, DATE_CHARS);
    String rest = fileName.substring(DATE_CHARS, fileName.length() - SUFFIX.length());
    boolean isConventional =
        isDate(date) && rest.startsWith("-") && rest.indexOf('-', 1) > 1 && isSlug(rest);
    return isConventional ? Optional.of(new PlanName(date, rest.substring(1))) : Optional.empty();
  }

  /** Whether {@code text} may be a topic: lower-case words joined by single dashes. */
  public static boolean isTopic(String text) {
    return !text.isEmpty() && !text.startsWith("-") && isSlug("-" + text);
  }

  private static boolean isDate(String text) {
    for (int i = 0; i < DATE_CHARS; i++) {
      char c = text.charAt(i);
      boolean isDash = i == 4 || i == 7;
      if (isDash ? c != '-' : c < '0' || c > '9') {
        return false;
      }
    }
    int month = Integer.parseInt(text.substring(5, 7));
    int day = Integer.parseInt(text.substring(8));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  private static boolean isSlug(String text) {
    boolean isWellFormed = !text.endsWith("-") && !text.contains("--");
    return isWellFormed
        && text.chars()
            .allMatch(
                c -> c == '-' || c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }
}
