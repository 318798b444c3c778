package dev.signalbox.runtime;

import dev.signalbox.feedback.AlertName;
import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Tracker;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes a failure in production an issue, or opens the one again that it came back to. Whoever does
 * it, a run or {@code serve}, does it under keys that follow from the alert alone: however often it
 * is repeated, there is one issue and one comment.
 */
public final class AlertIssue {
  private AlertIssue() {}

  /**
   * Files it.
   *
   * @param known the issue that it came back to, where that is known; empty: the one that was made
   *     of the same failure before, else a new one
   * @param parent of which a new issue becomes a sub-issue
   */
  public static Outcome<IssueId> file(
      Tracker tracker, FeedbackItem item, Optional<IssueId> known, Optional<IssueId> parent) {
    if (known.isPresent()) {
      return reopen(tracker, known.get(), item);
    }
    NewIssue issue = ReportText.issue(item, parent);
    Outcome<IssueId> filed = tracker.create(key(AlertName.of(item.id())), issue);
    return isBack(item) ? filed.then(made -> reopen(tracker, made, item)) : filed;
  }

  /** Whether its sender says that it was over, and is there again. */
  public static boolean isBack(FeedbackItem item) {
    return item.content().result() == Content.Result.REOPENED;
  }

  /** What else is written about this item is kept under keys that begin so. */
  static NoteKey key(FeedbackItem item) {
    return key(item.id());
  }

  /** Ids are their senders' and may hold anything. */
  private static NoteKey key(String id) {
    return new NoteKey("alert/" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)));
  }

  private static Outcome<IssueId> reopen(Tracker tracker, IssueId issue, FeedbackItem item) {
    return tracker
        .comment(issue, key(item), ReportText.body(item))
        .then(_ -> tracker.move(issue, IssueStatus.UNSTARTED))
        .map(_ -> issue);
  }
}
