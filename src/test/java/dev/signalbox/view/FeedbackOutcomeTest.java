package dev.signalbox.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.engine.Deed;
import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.engine.Reply;
import dev.signalbox.engine.SessionState.Retry;
import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Destination;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Subject;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.IssueId;
import dev.signalbox.session.SessionId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far a run is with what came in, in words. */
class FeedbackOutcomeTest {
  private static final String TIP = "1a2b3c4d5e6f70819203";
  private static final SessionId A = new SessionId("S-A");

  private static String words(Stage stage) {
    FeedbackItem item =
        new FeedbackItem(
            "f1",
            new Speaker(Speaker.Source.COPILOT, "Copilot", Speaker.Standing.KNOWN),
            FeedbackItem.Kind.FINDING,
            new Subject(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new Content(
                "t",
                "",
                Optional.empty(),
                Content.Result.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Instant.EPOCH);
    Destination to = new Destination.ToSession(A, Destination.Use.REQUIRED);
    return FeedbackOutcome.of(new Feedback(9, item, to, Instant.EPOCH, 0, stage, new Reply.None()));
  }

  private static String settled(Fate fate, String by, String words) {
    return words(new Stage.Settled(fate, by, words));
  }

  @Test
  void onItsWay() {
    assertThat(words(new Stage.Waiting())).isEqualTo("waits until S-A listens");
    assertThat(words(new Stage.Told(Optional.empty(), false))).isEqualTo("told to S-A");
    assertThat(words(new Stage.Told(Optional.of(TIP), true)))
        .isEqualTo("addressed, says S-A; its work is to be taken in");
    assertThat(words(new Stage.Asked(23))).isEqualTo("waits for a person at gate 23");
    assertThat(words(new Stage.Watched(TIP, Instant.EPOCH, 1)))
        .isEqualTo("waits for Copilot's review of 1a2b3c4d5e");
    assertThat(words(new Stage.Drafting(new IssueId("SHOP-9"), new SessionId("S-B"))))
        .isEqualTo("SHOP-9, whose specification S-B writes");
    assertThat(
            words(
                new Stage.Doing(
                    new Deed.PassOn(7, new AgentId("v0"), "@v0"),
                    3,
                    new Retry(0, Optional.empty()))))
        .isEqualTo("v0 is being called");
  }

  @Test
  void atItsEnd() {
    assertThat(settled(Fate.ADDRESSED, "S-A", TIP)).isEqualTo("addressed by S-A in 1a2b3c4d5e");
    assertThat(settled(Fate.DECLINED, "S-A", "it is emptied"))
        .isEqualTo("declined by S-A: it is emptied");
    assertThat(settled(Fate.NOTED, "ann", "")).isEqualTo("seen by ann");
    assertThat(settled(Fate.FILED, "S-B", "SHOP-9")).isEqualTo("is SHOP-9, by S-B");
    assertThat(settled(Fate.PASSED_ON, "v0", "called on pull request 7"))
        .isEqualTo("v0 was called on pull request 7");
  }

  @Test
  void wordsOfOthersAreOneLineThatNoTerminalObeys() {
    assertThat(settled(Fate.DECLINED, "S-A", "no\n\u001b[2Jgone"))
        .startsWith("declined by S-A: no ")
        .doesNotContain("\n", "\u001b");
  }
}
