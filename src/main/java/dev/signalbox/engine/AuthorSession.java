package dev.signalbox.engine;

import dev.signalbox.branch.Slug;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.prompt.SpecificationPrompt;
import java.util.List;
import java.util.Optional;

/** The session that drafts the specification of an issue. */
final class AuthorSession {
  private AuthorSession() {}

  static SessionSpec of(Deciding deciding, SpecAuthor author, Feedback feedback, IssueId issue) {
    String title = feedback.item().content().title();
    String slug = Slug.of(issue.value(), Limits.SLUG_CHARS_MAX);
    return new SessionSpec(
        JoiningId.next(deciding),
        new PhaseId("spec-" + feedback.number()),
        issue,
        new SessionSpec.Work(
            Purpose.SPECIFY,
            "Specification: " + title,
            ExecMode.QUICK,
            Deliverable.ANALYSIS,
            Optional.empty(),
            SessionScope.EVERYTHING),
        new SessionSpec.Handling(
            author.agent(),
            LaunchMode.BYPASS,
            issue + " specification",
            author.agent() + "/" + slug + "-specification",
            author.model(),
            author.effort(),
            Optional.empty()),
        new SessionSpec.Order(List.of(), List.of()),
        SpecificationPrompt.render(
            issue,
            FeedbackText.fenced(feedback.item()),
            deciding.spec().bounds().costCheckpoint()));
  }
}
