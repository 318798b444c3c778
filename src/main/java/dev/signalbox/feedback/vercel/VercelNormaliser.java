package dev.signalbox.feedback.vercel;

import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.DeploymentId;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Normaliser;
import dev.signalbox.feedback.Notification;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.feedback.Subject;
import dev.signalbox.feedback.Words;
import java.util.Locale;
import java.util.Optional;

/** Vercel's own events (vercel.com/docs/webhooks). The type is the body's {@code type}. */
public final class VercelNormaliser implements Normaliser {

  @Override
  public Normalised read(Notification notification) {
    JsonView body = notification.body();
    Result result =
        switch (body.words("type")) {
          case "deployment.created" -> Result.PENDING;
          case "deployment.ready", "deployment.succeeded" -> Result.PASSED;
          case "deployment.error" -> Result.FAILED;
          case "deployment.canceled" -> Result.CLOSED;
          default -> Result.NONE;
        };
    JsonView deployment = body.at("payload", "deployment");
    if (result == Result.NONE || !deployment.isObject()) {
      return Normalised.nothing(
          Words.line(body.words("type")) + ": nobody acts on such events of Vercel");
    }
    Optional<String> url = url(deployment.text("url"));
    return Normalised.of(
        new FeedbackItem(
            url.flatMap(DeploymentId::host)
                .map(host -> DeploymentId.of(host, result))
                .orElseGet(() -> "vercel:deployment:" + deployment.words("id") + ":" + result)
                .toLowerCase(Locale.ROOT),
            new Speaker(Source.VERCEL, "vercel", Standing.KNOWN),
            Kind.DEPLOYMENT,
            subject(deployment.at("meta")),
            new Content(
                Words.line(title(body, deployment)),
                "",
                Optional.empty(),
                result,
                Optional.empty(),
                url,
                Optional.empty()),
            body.time("createdAt").orElse(notification.received())));
  }

  private static String title(JsonView body, JsonView deployment) {
    String name = deployment.text("name").orElse(body.words("payload", "project", "name"));
    String target = body.words("payload", "target");
    return target.isEmpty() ? name : name + " (" + target + ")";
  }

  /** Vercel writes hosts without a scheme. */
  private static Optional<String> url(Optional<String> text) {
    return Words.url(text.map(host -> host.contains("://") ? host : "https://" + host));
  }

  /** The commit of a fork is in the fork's repository, and its branch is none of this one's. */
  private static Subject subject(JsonView meta) {
    String owner = meta.text("githubOrg").orElse(meta.words("githubCommitOrg"));
    String name = meta.text("githubRepo").orElse(meta.words("githubCommitRepo"));
    boolean isOwn =
        meta.text("githubCommitOrg").orElse(owner).equals(owner)
            && meta.text("githubCommitRepo").orElse(name).equals(name);
    return new Subject(
        Words.repository(Optional.of(owner + "/" + name)),
        Optional.empty(),
        pullRequest(meta),
        isOwn ? Words.branch(meta.text("githubCommitRef")) : Optional.empty(),
        isOwn ? Words.commit(meta.text("githubCommitSha")) : Optional.empty());
  }

  /** Present where the deployment belongs to a pull request; a number as text. */
  private static Optional<Integer> pullRequest(JsonView meta) {
    return meta.text("githubPrId")
        .filter(text -> text.matches("[1-9][0-9]{0,8}"))
        .map(Integer::valueOf)
        .or(() -> meta.count("githubPrId"));
  }
}
