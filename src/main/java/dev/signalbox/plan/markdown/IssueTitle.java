package dev.signalbox.plan.markdown;

import java.util.List;
import java.util.Optional;

/**
 * The title of a sub-issue: {@code Batch 1A: Review gates}, {@code Phase 1A: Review gates}, or any
 * other text.
 *
 * @param id as written, perhaps not a valid id; empty for a plain title
 * @param title without the id
 */
record IssueTitle(Optional<String> id, String title) {
  private static final List<String> WORDS = List.of("batch", "phase");

  static IssueTitle of(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    int blank = line.indexOf(' ');
    boolean isNamed =
        blank > 0
            && WORDS.stream().anyMatch(word -> line.substring(0, blank).equalsIgnoreCase(word));
    return isNamed
        ? named(line, line.substring(blank + 1))
        : new IssueTitle(Optional.empty(), line);
  }

  /** {@code Phase out the old API} names no phase: an id has a digit, or a separator after it. */
  private static IssueTitle named(String line, String rest) {
    int end = 0;
    while (end < rest.length() && " :—".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String id = rest.substring(0, end);
    String after = rest.substring(end).strip();
    boolean isSeparated =
        after.isEmpty() || after.startsWith(":") || after.startsWith("—") || after.startsWith("- ");
    boolean isId = !id.isEmpty() && (isSeparated || id.chars().anyMatch(Character::isDigit));
    if (!isId) {
      return new IssueTitle(Optional.empty(), line);
    }
    String title = isSeparated && !after.isEmpty() ? after.substring(1).strip() : after;
    return new IssueTitle(Optional.of(id), title);
  }
}
