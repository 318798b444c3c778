package dev.signalbox.engine;

import dev.signalbox.branch.Slug;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.prompt.DebatePrompt;
import dev.signalbox.prompt.ReviewPrompt;
import dev.signalbox.review.RecordText;
import dev.signalbox.review.Row;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The sessions of reviewers, and of who sums up, in one round. */
final class ReviewerSession {
  /** Nothing may change: what an agent that asks wants to write is denied. */
  private static final SessionScope NOTHING =
      new SessionScope(ScopePolicy.ENFORCE, List.of(), List.of(), List.of());

  private ReviewerSession() {}

  /** What it does, as its title, its phase and its conversation say. */
  private enum Part {
    REVIEW,
    ANSWERS,
    SYNTHESIS;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private String title(String reviewer) {
      String word = name().charAt(0) + word().substring(1);
      return this == SYNTHESIS ? word : word + ": " + reviewer;
    }
  }

  /**
   * One that looks.
   *
   * @param round from 1
   */
  static SessionSpec of(Deciding deciding, ReviewPlan.Seat seat, Review review, int round) {
    String prompt =
        ReviewPrompt.render(
            seat.perspective(),
            subject(deciding, review),
            deciding.spec().bounds().costCheckpoint());
    return session(deciding, seat, review, new Kind(Part.REVIEW, round, prompt));
  }

  /** One that answers to those findings of others. */
  static SessionSpec answering(
      Deciding deciding, ReviewPlan.Seat seat, Review review, List<Row> rows) {
    String prompt =
        DebatePrompt.answers(
            seat.perspective(),
            subject(deciding, review),
            rows.stream().map(ReviewText::shortened).toList(),
            deciding.spec().bounds().costCheckpoint());
    return session(deciding, seat, review, new Kind(Part.ANSWERS, review.record().round(), prompt));
  }

  /** The one that sums up. */
  static SessionSpec summing(Deciding deciding, ReviewPlan.Seat seat, Review review) {
    String record =
        String.join("\n", RecordText.of(ReviewText.heading(deciding, review), review.record()));
    String prompt = DebatePrompt.synthesis(record, deciding.spec().bounds().costCheckpoint());
    return session(
        deciding, seat, review, new Kind(Part.SYNTHESIS, review.record().round(), prompt));
  }

  private record Kind(Part part, int round, String prompt) {}

  private static SessionSpec session(
      Deciding deciding, ReviewPlan.Seat seat, Review review, Kind kind) {
    IssueId issue = issue(deciding, review);
    String what = kind.part().word();
    // A tier ends its name with a slash, which no name of a branch or conversation needs.
    String reviewer = seat.reviewer().replace('/', '-');
    String who = kind.part() == Part.SYNTHESIS ? what : "%s %s".formatted(what, reviewer);
    String name = "%s %s %d".formatted(issue, who, kind.round());
    return new SessionSpec(
        JoiningId.next(deciding),
        new PhaseId("%s-%s-%d".formatted(what, phase(deciding, review), kind.round())),
        issue,
        new SessionSpec.Work(
            Purpose.REVIEW,
            kind.part().title(seat.reviewer()),
            ExecMode.SPIKE,
            Deliverable.ANALYSIS,
            Optional.empty(),
            seat.canAsk() ? NOTHING : SessionScope.EVERYTHING),
        new SessionSpec.Handling(
            seat.agent(),
            LaunchMode.BYPASS,
            name,
            seat.agent() + "/" + Slug.of(name, Limits.SLUG_CHARS_MAX),
            seat.model(),
            seat.effort(),
            Optional.empty()),
        new SessionSpec.Order(List.of(), List.of()),
        kind.prompt());
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

  private static ReviewPrompt.Subject subject(Deciding deciding, Review review) {
    return review
        .subject()
        .map(id -> ofWork(deciding, deciding.session(id)))
        .orElseGet(() -> ofPlan(deciding.spec()));
  }

  private static ReviewPrompt.Subject ofWork(Deciding deciding, Session session) {
    return new ReviewPrompt.Subject.Work(
        session.spec().issue(),
        deciding.spec().target().base(),
        deciding.run().freeze().promptOf(session));
  }

  private static ReviewPrompt.Subject ofPlan(RunSpec spec) {
    return new ReviewPrompt.Subject.Plan(spec.told());
  }

  /** The commit that a reviewer's workspace starts from; empty for the base as it is. */
  static Optional<String> start(RunState state, SessionId reviewer) {
    return state.reviews().values().stream()
        .filter(review -> review.round().sessions().contains(reviewer))
        .map(review -> review.round().tip())
        .filter(tip -> !tip.isEmpty())
        .findFirst();
  }
}
