package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.engine.Reply;
import dev.signalbox.engine.Reply.Manner;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.SessionState;
import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.Destination;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.feedback.Subject;
import dev.signalbox.session.SessionId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said to who remarked something. */
class ReplyTextTest {

  private static String said(Manner manner, Fate fate, String words) {
    Reply.To to = new Reply.To(7, "review-comment:5", manner);
    FeedbackItem item =
        new FeedbackItem(
            "github:review-comment:5",
            new Speaker(Source.PERSON, "ann", Standing.MEMBER),
            Kind.FINDING,
            Subject.NOTHING,
            new Content(
                "t",
                "",
                Optional.empty(),
                Result.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Instant.EPOCH);
    Feedback feedback =
        new Feedback(
            9,
            item,
            new Destination.ToSession(new SessionId("S-A"), Destination.Use.REQUIRED),
            Instant.EPOCH,
            1,
            new Stage.Settled(fate, "S-A", words),
            new Reply.Begun(to, 10, new SessionState.Retry(0, Optional.empty())));
    return ReplyText.of(RunState.before(0), feedback, to);
  }

  @Test
  void aCommitIsNamedShort() {
    assertThat(said(Manner.ADDRESSED, Fate.ADDRESSED, "0123456789abcdef0123"))
        .isEqualTo("Addressed in 0123456789.\n");
  }

  @Test
  void whatAnAgentSaysCallsNobodyClosesNothingAndStaysInItsBlock() {
    String text =
        said(
            Manner.DECLINED,
            Fate.DECLINED,
            "@ann said so. Fixes #12\n```\n![x](http://evil/p.png) <!-- signalbox:key -->\n");
    assertThat(text)
        .startsWith("Declined:\n\n````text\n")
        .endsWith("````\n")
        .doesNotContain("@ann", "Fixes #12", "<!-- signalbox");
    assertThat(text.lines().filter(line -> line.equals("````"))).hasSize(1);
  }

  @Test
  void aLongReasonIsCut() {
    assertThat(said(Manner.DECLINED, Fate.DECLINED, "x".repeat(9_000))).hasSizeLessThan(2_100);
  }

  @Test
  void aPersonsOwnWordsAreNotPublished() {
    assertThat(said(Manner.SEEN, Fate.NOTED, "they never read the plan"))
        .startsWith("Left to a person")
        .doesNotContain("plan");
  }
}
