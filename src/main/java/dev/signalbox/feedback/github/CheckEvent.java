package dev.signalbox.feedback.github;

import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.feedback.Subject;
import dev.signalbox.feedback.Words;
import java.util.List;
import java.util.Optional;

/**
 * {@code check_run}, {@code workflow_run} and {@code status}. Who may report a check has been given
 * that right in the repository, so every check is known; a catalogued app keeps its name.
 */
final class CheckEvent {
  private CheckEvent() {}

  static Normalised checkRun(Payload payload) {
    JsonView run = payload.body().at("check_run");
    if (!payload.action().equals("completed")) {
      return payload.ignored("only the end of a check says something");
    }
    String app = run.words("app", "slug");
    Subject subject = subject(payload, run, run.list("pull_requests"));
    String output = run.words("output", "title");
    return Normalised.of(
        payload.item(
            "github:check-run:%d:%s:%s"
                .formatted(
                    run.number("id").orElse(0L),
                    payload.at(run, "completed_at"),
                    conclusion(run.words("conclusion"))),
            speaker(payload, app),
            Kind.CHECK,
            subject,
            new Content(
                Words.line(
                    output.isEmpty() ? run.words("name") : run.words("name") + ": " + output),
                Words.text(run.words("output", "summary")),
                Optional.empty(),
                conclusion(run.words("conclusion")),
                Optional.empty(),
                Words.url(run.text("html_url")),
                Optional.empty()),
            payload.at(run, "completed_at", "started_at")));
  }

  /** Each job of a workflow has a check run, except where the workflow could not even start. */
  static Normalised workflowRun(Payload payload) {
    JsonView run = payload.body().at("workflow_run");
    boolean isStillborn =
        payload.action().equals("completed") && run.words("conclusion").equals("startup_failure");
    if (!isStillborn) {
      return payload.ignored("its jobs' check runs say more");
    }
    boolean isOwn =
        payload.repository().isPresent()
            && payload.repository().equals(run.text("head_repository", "full_name"));
    return Normalised.of(
        payload.item(
            "github:workflow-run:%d:%d"
                .formatted(run.number("id").orElse(0L), run.number("run_attempt").orElse(1L)),
            speaker(payload, "github-actions"),
            Kind.CHECK,
            new Subject(
                payload.repository(),
                Optional.empty(),
                number(payload, run.list("pull_requests")),
                isOwn ? Words.branch(run.text("head_branch")) : Optional.empty(),
                isOwn ? Words.commit(run.text("head_sha")) : Optional.empty()),
            new Content(
                Words.line(run.words("name") + ": the workflow did not start"),
                "",
                Optional.empty(),
                Result.FAILED,
                Optional.empty(),
                Words.url(run.text("html_url")),
                Optional.empty()),
            payload.at(run, "updated_at", "created_at")));
  }

  static Normalised status(Payload payload) {
    JsonView status = payload.body();
    Optional<Result> result =
        switch (status.words("state")) {
          case "success" -> Optional.of(Result.PASSED);
          case "failure", "error" -> Optional.of(Result.FAILED);
          default -> Optional.empty();
        };
    if (result.isEmpty()) {
      return payload.ignored("only the end of a check says something");
    }
    Speaker sender = payload.sender();
    return Normalised.of(
        payload.item(
            "github:status:%d:%s".formatted(status.number("id").orElse(0L), status.words("state")),
            sender.standing() == Standing.KNOWN
                ? sender
                : new Speaker(Source.CI, sender.login(), Standing.KNOWN),
            Kind.CHECK,
            new Subject(
                payload.repository(),
                Optional.empty(),
                Optional.empty(),
                onlyBranch(status),
                Words.commit(status.text("sha"))),
            new Content(
                Words.line(status.words("context")),
                Words.text(status.words("description")),
                Optional.empty(),
                result.get(),
                Optional.empty(),
                Words.url(status.text("target_url")),
                Optional.empty()),
            payload.at(status, "updated_at", "created_at")));
  }

  /** The branch of the repository whose tip it is, if it is one only. */
  private static Optional<String> onlyBranch(JsonView status) {
    List<JsonView> tips =
        status.list("branches").stream()
            .filter(branch -> branch.text("commit", "sha").equals(status.text("sha")))
            .toList();
    return tips.size() == 1 ? Words.branch(tips.getFirst().text("name")) : Optional.empty();
  }

  private static Speaker speaker(Payload payload, String app) {
    Source source = app.isEmpty() ? Source.CI : payload.speakers().app(app).orElse(Source.CI);
    return new Speaker(source, app.isEmpty() ? "unknown" : Words.line(app), Standing.KNOWN);
  }

  /**
   * What a check run is about. GitHub lists pull requests of other repositories too, and names a
   * fork's branch like one of the repository's own: the branch counts only beside a pull request
   * from the repository itself.
   */
  private static Subject subject(Payload payload, JsonView run, List<JsonView> listed) {
    Optional<Integer> number = number(payload, listed);
    Optional<String> branch =
        number.isPresent()
            ? Words.branch(run.text("check_suite", "head_branch"))
            : Optional.empty();
    return new Subject(
        payload.repository(), Optional.empty(), number, branch, Words.commit(run.text("head_sha")));
  }

  private static Optional<Integer> number(Payload payload, List<JsonView> listed) {
    Optional<Long> own = payload.body().number("repository", "id");
    List<JsonView> fromHere =
        listed.stream()
            .filter(each -> own.isPresent())
            .filter(each -> each.number("base", "repo", "id").equals(own))
            .filter(each -> each.number("head", "repo", "id").equals(own))
            .toList();
    return fromHere.size() == 1 ? fromHere.getFirst().count("number") : Optional.empty();
  }

  private static Result conclusion(String word) {
    return switch (word) {
      case "success" -> Result.PASSED;
      case "failure", "timed_out", "startup_failure" -> Result.FAILED;
      case "action_required" -> Result.PENDING;
      // Neutral is no praise: a reviewer ends so with severe findings open.
      default -> Result.NONE;
    };
  }
}
