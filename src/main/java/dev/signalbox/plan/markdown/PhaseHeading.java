package dev.signalbox.plan.markdown;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.plan.IssueId;
import java.util.Optional;

/**
 * The heading of a phase: {@code Phase 1A: Review gates (SHOP-101)}.
 *
 * @param id as written, perhaps not a valid id
 * @param title without id and issue
 * @param issue from the parentheses at the end, also as a link
 */
record PhaseHeading(int level, Line id, String title, Optional<IssueId> issue) {
  private static final String WORD = "Phase";

  /** Empty where the heading is not that of a phase. */
  static Optional<PhaseHeading> of(Block.Heading heading) {
    Line text = unbold(heading.text());
    if (!text.text().regionMatches(true, 0, WORD, 0, WORD.length())) {
      return Optional.empty();
    }
    if (text.text().length() > WORD.length()
        && !Character.isWhitespace(text.text().charAt(WORD.length()))) {
      return Optional.empty();
    }
    Line rest = text.from(WORD.length());
    int end = endOfId(rest.text());
    Line id = new Line(rest.text().substring(0, end), rest.at());
    String title = withoutSeparator(rest.text().substring(end));
    Optional<IssueId> issue = issueOf(title);
    if (issue.isPresent()) {
      title = title.substring(0, title.lastIndexOf('(', issueStart(title))).strip();
    }
    return Optional.of(new PhaseHeading(heading.level(), id, title, issue));
  }

  private static Line unbold(Line line) {
    String text = line.text();
    boolean isBold = text.length() > 4 && text.startsWith("**") && text.endsWith("**");
    return isBold ? new Line(text.substring(0, text.length() - 2), line.at()).from(2) : line;
  }

  private static int endOfId(String text) {
    int end = 0;
    while (end < text.length()
        && text.charAt(end) != ':'
        && text.charAt(end) != '—'
        && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static String withoutSeparator(String text) {
    String rest = text.strip();
    boolean separated = rest.startsWith(":") || rest.startsWith("—") || rest.startsWith("- ");
    return separated ? rest.substring(1).strip() : rest;
  }

  private static Optional<IssueId> issueOf(String title) {
    if (!title.endsWith(")") || title.lastIndexOf('(') < 0) {
      return Optional.empty();
    }
    String inner = title.substring(issueStart(title) + 1, title.length() - 1).strip();
    if (inner.startsWith("[") && inner.contains("](")) {
      inner = inner.substring(1, inner.indexOf("]("));
    }
    return looksLikeIssue(inner) ? Optional.of(new IssueId(inner)) : Optional.empty();
  }

  /** The parenthesis that opens the issue; a linked issue has two pairs. */
  private static int issueStart(String title) {
    int open = title.lastIndexOf('(');
    int linked = title.lastIndexOf("([");
    return title.endsWith("))") && linked >= 0 ? linked : open;
  }

  /** {@code SHOP-101}, {@code #12} or {@code owner/repo#12}; not {@code v2} or {@code part one}. */
  private static boolean looksLikeIssue(String text) {
    int digits = text.length();
    while (digits > 0 && Character.isDigit(text.charAt(digits - 1))) {
      digits--;
    }
    boolean marked =
        digits > 0
            && digits < text.length()
            && (text.charAt(digits - 1) == '-' || text.charAt(digits - 1) == '#');
    return marked && IssueId.isValid(text);
  }
}
