package dev.signalbox.engine;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.feedback.Destination;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.IssueId;
import dev.signalbox.session.SessionId;
import java.util.Optional;

/**
 * How what failed in production gets its specification: a session drafts it, and it becomes the
 * description of the issue that was made of the failure (mission section 7).
 */
final class AuthorRules {
  private AuthorRules() {}

  /** The issue is there. An issue that was opened again has its specification. */
  static void filed(Deciding deciding, Feedback feedback, IssueId issue) {
    Optional<SpecAuthor> author = deciding.spec().lineup().author();
    boolean isNew =
        feedback.destination() instanceof Destination.Report(Optional<IssueId> reopened)
            && reopened.isEmpty();
    if (!isNew || author.isEmpty() || !hasPlace(deciding)) {
      settle(deciding, feedback, issue);
      return;
    }
    SessionSpec session = AuthorSession.of(deciding, author.get(), feedback, issue);
    deciding.emit(new Fact.SessionAdded(session));
    deciding.emit(new Fact.FeedbackDrafting(feedback.number(), issue, session.id()));
  }

  /** A storm of alerts must not become a storm of agents. */
  private static boolean hasPlace(Deciding deciding) {
    long authors =
        deciding.run().sessions().stream()
            .filter(each -> each.spec().work().purpose() == Purpose.SPECIFY)
            .count();
    return !deciding.run().course().isCancelled() && authors < Limits.SPEC_AUTHORS_MAX;
  }

  private static void settle(Deciding deciding, Feedback feedback, IssueId issue) {
    FeedbackRules.settle(deciding, feedback, Fate.FILED, "Signalbox", issue.value());
  }

  /** Sessions that have drafted, or will not any more. */
  static void advance(Deciding deciding) {
    for (Feedback each : deciding.run().feedback()) {
      if (each.stage() instanceof Stage.Drafting(IssueId issue, SessionId author)) {
        advance(deciding, each, issue, deciding.session(author));
      }
    }
  }

  private static void advance(Deciding deciding, Feedback feedback, IssueId issue, Session author) {
    switch (author.state()) {
      case SessionState.Merged _ -> {
        if (author.known().summary().filter(ExitRules::isHandedIn).isPresent()) {
          deciding.emit(new Fact.FeedbackDescribing(feedback.number()));
        } else {
          settle(deciding, feedback, issue);
        }
      }
      case SessionState.Abandoned _ -> settle(deciding, feedback, issue);
      case SessionState.Failed _ -> {
        if (!deciding.hasGate(author.id(), GateKind.FAILURE)) {
          settle(deciding, feedback, issue);
        }
      }
      case SessionState.Planned _,
          SessionState.Claimed _,
          SessionState.Preparing _,
          SessionState.Live _,
          SessionState.BackingOff _,
          SessionState.InReview _,
          SessionState.MergeReady _,
          SessionState.Halted _ -> {
        // It is being drafted.
      }
    }
  }
}
