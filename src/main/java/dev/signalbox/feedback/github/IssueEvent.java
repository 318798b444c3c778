package dev.signalbox.feedback.github;

import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Subject;
import dev.signalbox.feedback.Words;
import dev.signalbox.plan.IssueId;
import java.time.Instant;
import java.util.Optional;

/** {@code issues}: an issue of GitHub as a tracker changed. */
final class IssueEvent {
  private IssueEvent() {}

  static Normalised read(Payload payload) {
    JsonView issue = payload.body().at("issue");
    Result result =
        switch (payload.action()) {
          case "opened" -> Result.OPENED;
          case "reopened" -> Result.REOPENED;
          case "closed", "deleted", "transferred" -> Result.CLOSED;
          case "edited", "assigned", "unassigned", "labeled", "unlabeled" -> Result.CHANGED;
          default -> Result.NONE;
        };
    Optional<IssueId> id = id(payload, issue.count("number"));
    if (result == Result.NONE || id.isEmpty()) {
      return payload.ignored("changes nothing that a session works with");
    }
    Instant at = payload.at(issue, "updated_at", "created_at");
    return Normalised.of(
        payload.item(
            "github:issue:%s:%s:%s:%s"
                .formatted(
                    id.get(),
                    payload.action(),
                    at,
                    payload.body().text("label", "name").map(Words::line).orElse("")),
            payload.sender(),
            Kind.ISSUE,
            new Subject(
                payload.repository(), id, Optional.empty(), Optional.empty(), Optional.empty()),
            new Content(
                Words.line(issue.words("title")),
                "",
                Optional.empty(),
                result,
                Optional.empty(),
                Words.url(issue.text("html_url")),
                Optional.empty()),
            at));
  }

  /** {@code owner/name#12}. */
  static Optional<IssueId> id(Payload payload, Optional<Integer> number) {
    return number.flatMap(
        own -> Words.issue(payload.repository().map(repository -> repository + "#" + own)));
  }
}
