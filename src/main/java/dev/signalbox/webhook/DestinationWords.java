package dev.signalbox.webhook;

import dev.signalbox.feedback.Destination;
import dev.signalbox.plan.IssueId;
import dev.signalbox.session.SessionId;
import java.util.Locale;
import java.util.Optional;

/** A destination in one line. */
public final class DestinationWords {
  private DestinationWords() {}

  /** Such as {@code S-A required} or {@code triage: about no session of this run}. */
  public static String of(Destination destination) {
    return switch (destination) {
      case Destination.ToSession(SessionId session, Destination.Use use) ->
          session + " " + use.name().toLowerCase(Locale.ROOT);
      case Destination.Progress(SessionId session) -> session + " progress";
      case Destination.DesignLoop(Optional<SessionId> session) ->
          "design loop" + session.map(id -> " of " + id).orElse("");
      case Destination.Report(Optional<IssueId> reopened) ->
          reopened.map(issue -> "reopen " + issue).orElse("new issue");
      case Destination.QuickFix(int pullRequest) -> "quick fix #" + pullRequest;
      case Destination.Review(
              int pullRequest,
              Destination.Manner manner,
              Optional<SessionId> compared) ->
          manner.name().toLowerCase(Locale.ROOT)
              + " review #"
              + pullRequest
              + compared.map(id -> " compared with " + id).orElse("");
      case Destination.Triage(String reason) -> "triage: " + reason;
      case Destination.Ignored(String reason) -> "ignored: " + reason;
    };
  }
}
