package dev.signalbox.view;

import dev.signalbox.engine.Deed;
import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.engine.Reply;
import dev.signalbox.plan.IssueId;
import dev.signalbox.session.SessionId;
import java.time.Instant;
import java.util.Optional;

/** How far a run is with something that came in, in one line. */
public final class FeedbackOutcome {
  private static final int COMMIT_CHARS = 10;

  private FeedbackOutcome() {}

  /** Such as {@code addressed by S-A in 1a2b3c4d5e}, or {@code waits for a person at gate 23}. */
  public static String of(Feedback feedback) {
    return switch (feedback.stage()) {
      case Stage.Waiting _ -> waiting(feedback);
      case Stage.Told(Optional<String> _, boolean isClaimed) ->
          isClaimed
              ? "addressed, says " + session(feedback) + "; its work is to be taken in"
              : "told to " + session(feedback);
      case Stage.Asked(long gate) -> "waits for a person at gate " + gate;
      case Stage.Filing _ -> "is being made an issue";
      case Stage.Drafting(IssueId issue, SessionId author) ->
          issue + ", whose specification " + author + " writes";
      case Stage.Describing(long _, IssueId issue, SessionId author, var _) ->
          issue + ", whose specification of " + author + " is being written there";
      case Stage.Doing(Deed deed, long _, var _) -> doing(deed);
      case Stage.Watched(String head, Instant _, int _) ->
          "waits for Copilot's review of " + commit(head);
      case Stage.Settled settled -> settled(settled) + unsaid(feedback.reply());
    };
  }

  private static String waiting(Feedback feedback) {
    return feedback
        .session()
        .map(id -> "waits until " + id + " listens")
        .orElse("waits until it is plain whose it is");
  }

  private static String session(Feedback feedback) {
    return feedback.session().map(SessionId::value).orElse("its session");
  }

  private static String doing(Deed deed) {
    return switch (deed) {
      case Deed.AskReview _ -> "Copilot is being asked to review it";
      case Deed.Merge(int _, String head, int _) -> commit(head) + " is being merged";
      case Deed.Compare compare -> "is being compared with the work of " + compare.session();
      case Deed.Close close -> "is being closed in favour of " + close.chosen();
      case Deed.PassOn pass -> pass.agent() + " is being called";
    };
  }

  private static String settled(Stage.Settled settled) {
    // An agent or a person wrote them: one line, and nothing that a terminal obeys.
    String words = String.join(" ", ShownText.lines(settled.words())).strip();
    return switch (settled.fate()) {
      case ADDRESSED -> "addressed by " + settled.by() + " in " + commit(words);
      case DECLINED -> "declined by " + settled.by() + because(words);
      case LEFT -> "left by " + settled.by() + because(words);
      case NOTED -> "seen by " + settled.by() + because(words);
      case FILED -> "is " + words + ", by " + settled.by();
      case PASSED_ON -> settled.by() + " was " + words;
      case MERGED -> "merged by " + settled.by() + because(words);
      case CLOSED -> "closed by " + settled.by() + because(words);
      case WITHDRAWN -> "withdrawn by " + settled.by() + because(words);
    };
  }

  /** Where its sender could not be told. */
  private static String unsaid(Reply reply) {
    return reply instanceof Reply.Over(Reply.To _, String note) && !note.isEmpty()
        ? "; not answered on the forge: " + String.join(" ", ShownText.lines(note)).strip()
        : "";
  }

  private static String because(String words) {
    return words.isBlank() ? "" : ": " + words;
  }

  private static String commit(String text) {
    return text.length() > COMMIT_CHARS ? text.substring(0, COMMIT_CHARS) : text;
  }
}
