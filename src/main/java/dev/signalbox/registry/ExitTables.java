package dev.signalbox.registry;

import dev.signalbox.plan.IssueId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The two tables below a session's summary: the issues and the documents that it leaves (mission
 * section 8, session exit).
 *
 * @param issues the session's own first
 */
public record ExitTables(List<IssueLine> issues, List<DocumentLine> documents) {
  /** Nothing is known. */
  public static final ExitTables NONE = new ExitTables(List.of(), List.of());

  /** Rows of each: a summary and its tables are one comment of a tracker. */
  static final int ROWS_MAX = 15;

  private static final String UNKNOWN = "-";

  /** Addresses that cannot end a link early, or begin anything else. */
  private static final Pattern LINK = Pattern.compile("https?://[A-Za-z0-9._~:/?#@%&=+,;-]{1,500}");

  public ExitTables {
    issues = List.copyOf(issues);
    documents = List.copyOf(documents);
  }

  /**
   * How something is called.
   *
   * @param title any text
   * @param url where a person sees it; one that is no plain web address is left out
   */
  public record Named(String title, Optional<String> url) {}

  /**
   * An issue.
   *
   * @param status in words
   * @param assignee an agent or a person
   * @param weight how it is planned
   * @param blocking issues that wait for it
   * @param blockedBy issues that it waited for
   */
  public record IssueLine(
      Named issue,
      Optional<String> status,
      Optional<String> assignee,
      Weight weight,
      List<IssueId> blocking,
      List<IssueId> blockedBy) {
    public IssueLine {
      blocking = List.copyOf(blocking);
      blockedBy = List.copyOf(blockedBy);
    }
  }

  /**
   * How an issue is planned. A service is not asked for that: it is what was seen of the issue on
   * the way.
   *
   * @param milestone in the tracker
   * @param priority in the tracker's own words
   * @param estimate of its phase
   */
  public record Weight(
      Optional<String> milestone, Optional<String> priority, Optional<String> estimate) {
    /** Nothing is known. */
    public static final Weight UNKNOWN =
        new Weight(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * A document.
   *
   * @param project the repository that it is in
   */
  public record DocumentLine(Named document, String project) {}

  /**
   * Both tables as Markdown; none where there is nothing to show.
   *
   * @param cell makes any text one cell that nothing finds Markdown in
   */
  public List<String> lines(UnaryOperator<String> cell) {
    List<String> lines = new ArrayList<>();
    table(
        lines,
        List.of(
            "Issue",
            "Status",
            "Assignee",
            "Milestone",
            "Priority",
            "Estimate",
            "Blocking",
            "Blocked by"),
        issues.stream().map(each -> cells(each, cell)).toList());
    table(
        lines,
        List.of("Document", "Project"),
        documents.stream()
            .map(each -> List.of(link(each.document(), cell), cell.apply(each.project())))
            .toList());
    return lines;
  }

  private static List<String> cells(IssueLine line, UnaryOperator<String> cell) {
    return List.of(
        link(line.issue(), cell),
        cell.apply(line.status().orElse(UNKNOWN)),
        cell.apply(line.assignee().orElse(UNKNOWN)),
        cell.apply(line.weight().milestone().orElse(UNKNOWN)),
        cell.apply(line.weight().priority().orElse(UNKNOWN)),
        cell.apply(line.weight().estimate().orElse(UNKNOWN)),
        cell.apply(ids(line.blocking())),
        cell.apply(ids(line.blockedBy())));
  }

  private static String ids(List<IssueId> issues) {
    return issues.isEmpty()
        ? UNKNOWN
        : issues.stream().map(IssueId::value).collect(Collectors.joining(", "));
  }

  private static String link(Named named, UnaryOperator<String> cell) {
    String title = cell.apply(named.title().isBlank() ? UNKNOWN : named.title());
    return named
        .url()
        .filter(url -> LINK.matcher(url).matches())
        .map(url -> "[" + title + "](" + url + ")")
        .orElse(title);
  }

  private static void table(List<String> lines, List<String> titles, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    lines.add(row(titles));
    lines.add("|" + "---|".repeat(titles.size()));
    rows.stream().limit(ROWS_MAX).map(ExitTables::row).forEach(lines::add);
    lines.add("");
    if (rows.size() > ROWS_MAX) {
      lines.add("Cut here: %d more.".formatted(rows.size() - ROWS_MAX));
      lines.add("");
    }
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
