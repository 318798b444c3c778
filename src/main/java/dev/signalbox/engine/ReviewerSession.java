package dev.signalbox.engine;

import dev.signalbox.branch.Slug;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.prompt.ReviewPrompt;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The session of one reviewer in one round. */
final class ReviewerSession {
  /** Nothing may change: what an agent that asks wants to write is denied. */
  private static final SessionScope NOTHING =
      new SessionScope(ScopePolicy.ENFORCE, List.of(), List.of(), List.of());

  private ReviewerSession() {}

  /**
   * The session.
   *
   * @param round from 1
   */
  static SessionSpec of(Deciding deciding, ReviewPlan.Seat seat, Review review, int round) {
    IssueId issue = issue(deciding, review);
    String slug =
        Slug.of(issue + " review " + seat.reviewer() + " " + round, Limits.SLUG_CHARS_MAX);
    return new SessionSpec(
        JoiningId.next(deciding),
        new PhaseId("review-%s-%d".formatted(phase(deciding, review), round)),
        issue,
        new SessionSpec.Work(
            Purpose.REVIEW,
            "Review: " + seat.reviewer(),
            ExecMode.SPIKE,
            Deliverable.ANALYSIS,
            Optional.empty(),
            seat.canAsk() ? NOTHING : SessionScope.EVERYTHING),
        new SessionSpec.Handling(
            seat.agent(),
            LaunchMode.BYPASS,
            "%s review %s %d".formatted(issue, seat.reviewer(), round),
            seat.agent() + "/" + slug,
            seat.model(),
            seat.effort(),
            Optional.empty()),
        new SessionSpec.Order(List.of(), List.of()),
        prompt(deciding, seat, review));
  }

  /** The subject's phase, as far as it fits into a name. */
  private static String phase(Deciding deciding, Review review) {
    String phase =
        review.subject().map(id -> deciding.session(id).spec().phase().value()).orElse("plan");
    return phase.substring(0, Math.min(Limits.SLUG_CHARS_MAX, phase.length()));
  }

  private static IssueId issue(Deciding deciding, Review review) {
    return review
        .subject()
        .map(id -> deciding.session(id).spec().issue())
        .or(() -> deciding.spec().source().masterIssue())
        .orElseGet(() -> deciding.spec().sessions().getFirst().issue());
  }

  private static String prompt(Deciding deciding, ReviewPlan.Seat seat, Review review) {
    return ReviewPrompt.render(
        seat.perspective(),
        review
            .subject()
            .map(id -> ofWork(deciding.session(id), deciding.spec()))
            .orElseGet(() -> ofPlan(deciding.spec())),
        deciding.spec().bounds().costCheckpoint());
  }

  private static ReviewPrompt.Subject ofWork(Session session, RunSpec spec) {
    return new ReviewPrompt.Subject.Work(
        session.spec().issue(), spec.target().base(), session.spec().prompt());
  }

  private static ReviewPrompt.Subject ofPlan(RunSpec spec) {
    return new ReviewPrompt.Subject.Plan(
        spec.sessions().stream().map(SessionSpec::prompt).collect(Collectors.joining("\n---\n\n")));
  }

  /** The commit that a reviewer's workspace starts from; empty for the base as it is. */
  static Optional<String> start(RunState state, SessionId reviewer) {
    return state.reviews().values().stream()
        .filter(review -> review.round().seat(reviewer).isPresent())
        .map(review -> review.round().tip())
        .filter(tip -> !tip.isEmpty())
        .findFirst();
  }
}
