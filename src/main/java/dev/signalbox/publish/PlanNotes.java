package dev.signalbox.publish;

import dev.signalbox.limit.Limits;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.WrittenSection;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.OnBehalf;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.Issue;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.tracker.TrackerMarkdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plan's own text on its master issue. */
public final class PlanNotes {
  private static final String TITLE = "## The plan";

  private PlanNotes() {}

  /** The text in as many comments as it needs, each within what trackers take. */
  static List<String> of(String planFile, String text) {
    List<String> parts = parts(WrittenSection.blankIn(text).strip());
    List<String> notes = new ArrayList<>();
    for (String part : parts) {
      String count =
          parts.size() == 1 ? "" : " (%d of %d)".formatted(notes.size() + 1, parts.size());
      List<String> lines = new ArrayList<>();
      lines.add(TITLE + count);
      lines.add("");
      lines.add("`" + planFile.replace('`', '\'') + "`");
      lines.add("");
      lines.addAll(TrackerMarkdown.fenced(part));
      notes.add(String.join("\n", lines) + "\n");
    }
    return notes;
  }

  /** Cut between lines where there are any. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (text.length() - start > Limits.TRACKER_PART_CHARS_MAX) {
      int limit = start + Limits.TRACKER_PART_CHARS_MAX;
      int line = text.lastIndexOf('\n', limit);
      int end =
          line > start
              ? line + 1
              : Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
      parts.add(text.substring(start, end));
      start = end;
    }
    parts.add(text.substring(start));
    return parts;
  }

  /**
   * Demands that an issue has its plan with it before it is handed to an agent elsewhere.
   *
   * @param master the plan's master issue; without one nothing is handed over
   * @return refused with what is missing; the failure of a read where nobody can tell
   */
  public static Outcome<Nothing> demand(Tracker tracker, Optional<IssueId> master, Issue issue) {
    if (master.isEmpty()) {
      return refused("expected the plan to name its master issue, found none");
    }
    // The master issue is everybody's: no session is charged for it.
    return OnBehalf.shared(() ->
        tracker
            .read(master.get())
            .then(above ->
                tracker
                    .comments(above.id())
                    .then(notes ->
                        lack(issue, above, notes, List.of())
                            .map(PlanNotes::refused)
                            .orElseGet(Outcome::done))));
  }

  private static Outcome<Nothing> refused(String reason) {
    String whole =
        "not handed to an agent elsewhere: " + reason + "; run signalbox publish PLAN --yes";
    return new Outcome.Failed<>(Failure.of(Failure.Kind.REFUSED, whole));
  }

  /**
   * Why an issue may not be handed to an agent elsewhere: its plan is not with it. Empty where the
   * plan is attached to the issue or to its master issue, or stands there as a comment of ours.
   *
   * @param planAddresses where the plan's file can be read on the web; may be empty
   * @param onMaster all comments of the master issue
   */
  public static Optional<String> lack(
      Issue issue, Issue master, List<Comment> onMaster, List<String> planAddresses) {
    boolean isAttached =
        List.of(issue, master).stream()
            .flatMap(each -> each.text().attachments().stream())
            .anyMatch(each -> planAddresses.contains(each.url()));
    boolean isWritten =
        onMaster.stream().anyMatch(each -> each.key().equals(Optional.of(PlanKeys.plan(1))));
    boolean isBelow =
        issue.id().equals(master.id()) || issue.ties().parent().equals(Optional.of(master.id()));
    if (isBelow && (isAttached || isWritten)) {
      return Optional.empty();
    }
    return Optional.of(
        isBelow
            ? "expected the plan on " + master.id() + " or " + issue.id() + ", found none"
            : "expected a sub-issue of " + master.id() + ", found " + issue.id() + " elsewhere");
  }
}
