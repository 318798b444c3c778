package dev.signalbox.feedback.github;

import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Subject;
import dev.signalbox.feedback.Words;
import java.util.Optional;

/** {@code push}, {@code create} and {@code delete} of branches; tags are nobody's work. */
final class BranchEvent {
  private static final String BRANCHES = "refs/heads/";

  private BranchEvent() {}

  static Normalised push(Payload payload) {
    JsonView body = payload.body();
    String ref = body.words("ref");
    if (!ref.startsWith(BRANCHES)) {
      return payload.ignored("a tag");
    }
    if (body.isTrue("deleted")) {
      return payload.ignored("a branch is gone: delete says so too");
    }
    return branch(
        payload,
        Optional.of(ref),
        Words.commit(body.text("after")),
        body.isTrue("created") ? Result.OPENED : Result.CHANGED,
        Words.line(body.words("head_commit", "message")));
  }

  /** A branch without a push of its own, such as one that was made on the web. */
  static Normalised created(Payload payload) {
    return payload.ignored("the first push to a branch says so too");
  }

  static Normalised deleted(Payload payload) {
    if (!payload.body().words("ref_type").equals("branch")) {
      return payload.ignored("a tag");
    }
    return branch(
        payload, payload.body().text("ref"), Optional.empty(), Result.CLOSED, "branch deleted");
  }

  private static Normalised branch(
      Payload payload, Optional<String> ref, Optional<String> commit, Result result, String title) {
    Optional<String> branch = Words.branch(ref);
    if (branch.isEmpty()) {
      return payload.ignored("without a branch's name");
    }
    return Normalised.of(
        payload.item(
            "github:branch:%s:%s:%s:%s:%s"
                .formatted(
                    payload.repository().orElse(""),
                    branch.get(),
                    result,
                    Words.commit(payload.body().text("before")).orElse(""),
                    commit.orElse("")),
            payload.sender(),
            Kind.PUSH,
            new Subject(payload.repository(), Optional.empty(), Optional.empty(), branch, commit),
            new Content(
                title,
                "",
                Optional.empty(),
                result,
                Optional.empty(),
                Words.url(payload.body().text("compare")),
                Optional.empty()),
            payload.at(payload.body().at("head_commit"), "timestamp")));
  }
}
