package dev.signalbox.feedback.github;

import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.DeploymentId;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.feedback.Subject;
import dev.signalbox.feedback.Words;
import java.util.Optional;

/**
 * {@code deployment_status}. Where it went is said by the environment's name; {@code
 * production_environment} was false on real deployments to production.
 */
final class DeploymentEvent {
  private DeploymentEvent() {}

  static Normalised read(Payload payload) {
    JsonView status = payload.body().at("deployment_status");
    JsonView deployment = payload.body().at("deployment");
    Optional<Result> result =
        switch (status.words("state")) {
          case "success" -> Optional.of(Result.PASSED);
          case "failure", "error" -> Optional.of(Result.FAILED);
          case "pending", "queued", "in_progress", "waiting" -> Optional.of(Result.PENDING);
          default -> Optional.empty();
        };
    if (result.isEmpty()) {
      return payload.ignored("an earlier deployment was replaced, which nobody acts on");
    }
    Speaker speaker = deployer(payload.speaker(status.at("creator"), status));
    Optional<String> url =
        Words.url(status.text("environment_url")).or(() -> Words.url(status.text("target_url")));
    String environment = status.text("environment").orElse(deployment.words("environment"));
    return Normalised.of(
        payload.item(
            id(status, deployment, speaker, url, result.get()),
            speaker,
            Kind.DEPLOYMENT,
            new Subject(
                payload.repository(),
                Optional.empty(),
                Optional.empty(),
                branch(deployment),
                Words.commit(deployment.text("sha"))),
            new Content(
                Words.line(environment),
                Words.text(status.words("description")),
                Optional.empty(),
                result.get(),
                Optional.empty(),
                url,
                Optional.empty()),
            payload.at(status, "updated_at", "created_at")));
  }

  /** A person who may deploy, such as by a workflow, has a role in the repository. */
  private static Speaker deployer(Speaker creator) {
    return creator.source() == Source.PERSON
        ? new Speaker(Source.CI, creator.login(), Standing.KNOWN)
        : creator;
  }

  /** Vercel tells the same by a webhook of its own. */
  private static String id(
      JsonView status, JsonView deployment, Speaker speaker, Optional<String> url, Result result) {
    Optional<String> host = url.flatMap(DeploymentId::host);
    return speaker.source() == Source.VERCEL && host.isPresent()
        ? DeploymentId.of(host.get(), result)
        : "github:deployment-status:%d:%s:%s:%s"
            .formatted(
                status.number("id").orElse(0L),
                deployment.number("id").orElse(0L),
                result,
                status.words("updated_at"));
  }

  /** A deployment may be of a branch, a tag or a commit. */
  private static Optional<String> branch(JsonView deployment) {
    return Words.branch(deployment.text("ref"))
        .filter(ref -> Words.commit(Optional.of(ref)).isEmpty());
  }
}
