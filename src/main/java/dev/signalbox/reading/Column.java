package dev.signalbox.reading;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column of a table of work holds, told by its header. */
public enum Column {
  /** The unit of work: Phase, Task, Step, PR. */
  WORK,
  /** The session of a dispatch table. */
  SESSION,
  /** The name an agent program gave to a session; a record of what ran, not a plan. */
  SESSION_NAME,
  ISSUE,
  ID,
  FOCUS,
  TITLE,
  BATCH,
  AFTER,
  BEFORE,
  MODE,
  /** Whether work is done in parallel or in sequence. */
  EXECUTION,
  AGENT,
  BRANCH,
  COST,
  STATUS,
  FILES;

  private static final Map<String, Column> NAMES =
      Map.ofEntries(
          Map.entry("session", SESSION),
          Map.entry("session name", SESSION_NAME),
          Map.entry("issue", ISSUE),
          Map.entry("issues", ISSUE),
          Map.entry("ticket", ISSUE),
          Map.entry("tickets", ISSUE),
          Map.entry("id", ID),
          Map.entry("focus", FOCUS),
          Map.entry("title", TITLE),
          Map.entry("topic", TITLE),
          Map.entry("name", TITLE),
          Map.entry("description", TITLE),
          Map.entry("summary", TITLE),
          Map.entry("goal", TITLE),
          Map.entry("objective", TITLE),
          Map.entry("scope", TITLE),
          Map.entry("deliverable", TITLE),
          Map.entry("deliverables", TITLE),
          Map.entry("what", TITLE),
          Map.entry("plan", TITLE),
          Map.entry("batch", BATCH),
          Map.entry("wave", BATCH),
          Map.entry("dependencies", AFTER),
          Map.entry("dependency", AFTER),
          Map.entry("depends on", AFTER),
          Map.entry("depends", AFTER),
          Map.entry("deps", AFTER),
          Map.entry("blocked by", AFTER),
          Map.entry("prerequisites", AFTER),
          Map.entry("after", AFTER),
          Map.entry("blocks", BEFORE),
          Map.entry("mode", MODE),
          Map.entry("exec", MODE),
          Map.entry("exec mode", MODE),
          Map.entry("execution mode", MODE),
          Map.entry("execution", EXECUTION),
          Map.entry("parallel", EXECUTION),
          Map.entry("agent", AGENT),
          Map.entry("branch", BRANCH),
          Map.entry("est", COST),
          Map.entry("estimate", COST),
          Map.entry("cost", COST),
          Map.entry("est cost", COST),
          Map.entry("estimated cost", COST),
          Map.entry("duration", COST),
          Map.entry("status", STATUS),
          Map.entry("state", STATUS),
          Map.entry("file", FILES),
          Map.entry("files", FILES),
          Map.entry("primary files", FILES),
          Map.entry("files touched", FILES),
          Map.entry("touches", FILES));

  /** The column of a header cell; empty for one that says nothing of use. */
  static Optional<Column> of(String header) {
    String words = words(header);
    Column known = NAMES.get(words);
    if (known != null) {
      return Optional.of(known);
    }
    return WorkWord.of(words).isPresent() ? Optional.of(WORK) : Optional.empty();
  }

  /** Lower-case letters with single spaces: {@code Est. Cost} is {@code est cost}. */
  static String words(String header) {
    StringBuilder words = new StringBuilder();
    for (char c : InlineText.plain(header).toLowerCase(Locale.ROOT).toCharArray()) {
      if (Ascii.isLetter(c)) {
        words.append(c);
      } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return words.toString().strip();
  }
}
