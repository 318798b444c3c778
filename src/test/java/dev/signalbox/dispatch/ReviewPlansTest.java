package dev.signalbox.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.engine.AwaitedReviewer;
import dev.signalbox.engine.ReviewPlan;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import dev.signalbox.review.Elsewhere.Way;
import dev.signalbox.session.SessionId;
import dev.signalbox.verdict.PlanText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run reviews where some reviewers look at pull requests only. */
class ReviewPlansTest {
  private static final AwaitedReviewer COPILOT =
      new AwaitedReviewer(
          "copilot",
          Way.FORGE,
          "copilot",
          List.of("Copilot"),
          Optional.empty(),
          Duration.ofMinutes(30));
  private static final ReviewPlan.Seat SECURITY =
      new ReviewPlan.Seat(
          "security", "Look.", new AgentId("claude"), Optional.empty(), Optional.empty(), true);

  private static Plan plan(String gates) {
    return PlanText.plan(
        """
        ---
        topic: cards
        project: shop
        issue: SHOP-1
        review: mine
        ---
        # Cards

        ## Phase 1A: Numbers (SHOP-2)
        - gates: %s
        """
            .formatted(gates));
  }

  private static RunChoice.Services services(MergeMode merge, ReviewPlan.Seat... seats) {
    return new RunChoice.Services(
        Optional.empty(),
        merge,
        Optional.empty(),
        Optional.of(
            new RunChoice.Reviewers(
                "mine", "mine", 1, List.of(seats), Optional.empty(), List.of(COPILOT))));
  }

  private static Optional<ReviewPlan> of(String gates, RunChoice.Services services) {
    return ReviewPlans.of(
        plan(gates), services, Map.of(new PhaseId("1A"), new SessionId("S-A")), _ -> true);
  }

  private static SignalboxException refusal(String gates, RunChoice.Services services) {
    return catchThrowableOfType(SignalboxException.class, () -> of(gates, services));
  }

  @Test
  void theTableSaysWhoIsWaitedForAndWhereTheyHaveNoSeat() {
    RunChoice.Services services = services(MergeMode.PULL_REQUEST, SECURITY);
    ReviewPlan plan = of("pre-dispatch, post-session", services).orElseThrow();
    List<AwaitedReviewer> elsewhere = ElsewhereSeats.of(Optional.of(plan), services.reviewers());

    assertThat(ElsewhereSeats.lines(elsewhere, plan))
        .containsExactly(
            "Waited for on each pull request: copilot (forge copilot) for 30m",
            "Those have no seat at the review of the plan, which has no pull request");
  }

  @Test
  void withoutPullRequestsThereIsNothingToLookAt() {
    SignalboxException refusal = refusal("post-session", services(MergeMode.LOCAL, SECURITY));

    assertThat(refusal.code()).isEqualTo(ErrorCode.REVIEWERS_ELSEWHERE);
    assertThat(refusal)
        .hasMessageContaining("review profile mine (copilot (forge copilot))")
        .hasMessageContaining("expected merge: pull-request");
  }

  @Test
  void aPlanIsNotReviewedByThemAlone() {
    assertThat(refusal("pre-dispatch", services(MergeMode.PULL_REQUEST)))
        .hasMessageContaining("gates: pre-dispatch has no pull request yet");
    assertThat(refusal("in-session", services(MergeMode.PULL_REQUEST)))
        .hasMessageContaining("gates: in-session has no pull request yet");
    assertThat(of("post-session", services(MergeMode.PULL_REQUEST)).orElseThrow().seats())
        .isEmpty();
  }
}
