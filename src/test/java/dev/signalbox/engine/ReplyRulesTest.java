package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Reply.Manner;
import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.RoutingRules;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Subject;
import dev.signalbox.limit.Limits;
import dev.signalbox.review.Severity;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.WorkLook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said to who remarked something on a pull request. */
class ReplyRulesTest {
  private static final SessionId A = new SessionId("S-A");
  private static final String REMARK = "review-comment:5";

  private static EngineRun shown() {
    return Example.of("S-A").pullRequests().open().working("S-A").handsIn("S-A").shown("S-A");
  }

  private static EngineRun comes(EngineRun run, String id, int pullRequest) {
    return comes(run, id, Kind.FINDING, pullRequest, "https://forge/7#discussion_r5");
  }

  private static EngineRun comes(EngineRun run, String id, Kind kind, int pullRequest, String url) {
    FeedbackItem item =
        new FeedbackItem(
            id,
            new Speaker(Source.PERSON, "ann", Speaker.Standing.MEMBER),
            kind,
            new Subject(
                Optional.empty(),
                Optional.empty(),
                Optional.of(pullRequest),
                Optional.of("branch-S-A"),
                Optional.empty()),
            new Content(
                "A typo",
                "",
                Optional.of(Severity.CONSIDER),
                Result.NONE,
                Optional.empty(),
                Optional.of(url),
                Optional.empty()),
            Instant.EPOCH);
    run.give(
        new Input.FeedbackCame(
            item, RoutingRules.plain(Optional.empty(), new AgentCatalogue(List.of()))));
    return run;
  }

  /** Its agent goes on and answers it so. */
  private static EngineRun answers(EngineRun run, boolean isAddressed, String reason) {
    run.later(Duration.ofSeconds(31)).tick();
    run.tick().working("S-A");
    long number = run.state().feedback().lastKey();
    return run.heard("S-A", new AgentSignal.FeedbackAnswered(number, isAddressed, reason));
  }

  private static EngineRun takenIn(EngineRun run, String tip) {
    run.completes("S-A").seen("S-A", EngineRun.goodLook()).exits("S-A", 0);
    run.give(
        new Input.TakenIn(
            run.cause("S-A"),
            A,
            new TakeInOutcome.TakenIn(tip, List.of("a")),
            WorkLook.Seen.NOTHING));
    return run;
  }

  private static EngineRun shows(EngineRun run, String tip) {
    run.give(new Input.PullRequestOpened(run.cause("S-A"), A, 7, "forge/7", "branch-S-A", tip));
    return run;
  }

  private static List<Effect.SayBack> replies(EngineRun run) {
    return Engine.outstanding(run.state()).stream()
        .filter(Effect.SayBack.class::isInstance)
        .map(Effect.SayBack.class::cast)
        .toList();
  }

  private static void said(EngineRun run, Optional<String> failure, boolean mayPass) {
    Effect.SayBack it = replies(run).getFirst();
    run.give(new Input.ReplyAnswered(it.cause(), it.number(), failure, mayPass));
  }

  private static Reply reply(EngineRun run) {
    return run.state().feedback().lastEntry().getValue().reply();
  }

  @Test
  void theCommitIsNamedWhenThePullRequestShowsItAndOnlyOnce() {
    EngineRun run = answers(comes(shown(), "github:review-comment:5", 7), true, "");
    takenIn(run, "tip-2");
    assertThat(replies(run)).isEmpty();
    shows(run, "tip-2");
    assertThat(replies(run))
        .extracting(Effect.SayBack::to)
        .containsExactly(new Reply.To(7, REMARK, Manner.ADDRESSED));
    Effect.SayBack it = replies(run).getFirst();
    said(run, Optional.empty(), false);
    assertThat(replies(run)).isEmpty();
    run.give(new Input.ReplyAnswered(it.cause(), it.number(), Optional.of("late"), true));
    assertThat(run.facts()).isEmpty();
    run.tick();
    assertThat(replies(run)).isEmpty();
  }

  @Test
  void whatWasChangedAndNeverShownIsNotCalledAddressed() {
    EngineRun run = answers(comes(shown(), "github:review-comment:5", 7), true, "");
    takenIn(run, "tip-2").cancels("S-A");
    assertThat(replies(run)).extracting(it -> it.to().manner()).containsExactly(Manner.GIVEN_UP);
  }

  @Test
  void theReasonForDecliningIsSaidAtOnce() {
    EngineRun run = answers(comes(shown(), "github:review-comment:5", 7), false, "as agreed");
    assertThat(replies(run))
        .extracting(Effect.SayBack::to)
        .containsExactly(new Reply.To(7, REMARK, Manner.DECLINED));
  }

  @Test
  void aFindingWithItsReviewersOwnIdIsAnsweredWhereItStands() {
    EngineRun run = answers(comes(shown(), "bugbot:3f2a", 7), false, "as agreed");
    assertThat(replies(run))
        .extracting(Effect.SayBack::to)
        .containsExactly(new Reply.To(7, REMARK, Manner.DECLINED));
  }

  @Test
  void aCommentBelowIsAnsweredToo() {
    EngineRun run =
        comes(shown(), "github:issue-comment:9", Kind.COMMENT, 7, "https://f/7#issuecomment-9");
    answers(run, false, "no");
    assertThat(replies(run)).extracting(it -> it.to().remark()).containsExactly("issue-comment:9");
  }

  @Test
  void nothingIsSaidOnPullRequestsOfOthersOrAboutWhatIsNoRemark() {
    EngineRun other = comes(shown(), "github:review-comment:5", 8);
    if (other.hasGate(GateKind.TRIAGE)) {
      other.approve(GateKind.TRIAGE);
    }
    assertThat(replies(other)).isEmpty();
    EngineRun check = comes(shown(), "deployment:1", Kind.DEPLOYMENT, 7, "https://c/1").tick();
    assertThat(replies(check)).isEmpty();
  }

  @Test
  void nothingIsSaidForWhoLostItsIssue() {
    EngineRun run = comes(shown(), "github:review-comment:5", 7).loses("S-A");
    run.reject(GateKind.CLAIM, "theirs").tick();
    if (run.hasGate(GateKind.TRIAGE)) {
      run.approve(GateKind.TRIAGE);
    }
    assertThat(run.state().feedback().lastEntry().getValue().isSettled()).isTrue();
    assertThat(replies(run)).isEmpty();
  }

  @Test
  void whatComesAfterTheMergeIsToldTogether() {
    EngineRun run = shown().passes("S-A").merges("S-A");
    comes(run, "github:review-comment:5", 7).tick();
    run.approve(GateKind.TRIAGE);
    assertThat(replies(run)).extracting(it -> it.to().manner()).containsExactly(Manner.SUMMARY);
  }

  @Test
  void aForgeThatIsAwayIsAskedAgainAndTheRunDoesNotWaitForEver() {
    EngineRun run = shown().passes("S-A").merges("S-A");
    comes(run, "github:review-comment:5", 7).tick();
    run.approve(GateKind.TRIAGE).leaves("S-A").registryWritten();
    for (int i = 1; i < Limits.FORGE_FAILURES_MAX; i++) {
      said(run, Optional.of("away"), true);
      assertThat(replies(run)).isEmpty();
      assertThat(run.state().course().isClosed()).isFalse();
      run.later(Limits.BACK_OFF_MAX).tick();
    }
    said(run, Optional.of("away"), true);
    assertThat(run.state().course().isClosed()).isTrue();
  }

  @Test
  void aForgeThatRefusesEndsItWithANote() {
    EngineRun run = answers(comes(shown(), "github:review-comment:5", 7), false, "as agreed");
    said(run, Optional.of("the remark is gone"), false);
    assertThat(reply(run))
        .isEqualTo(new Reply.Over(new Reply.To(7, REMARK, Manner.DECLINED), "the remark is gone"));
  }
}
