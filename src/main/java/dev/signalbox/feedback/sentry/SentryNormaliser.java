package dev.signalbox.feedback.sentry;

import dev.signalbox.feedback.AlertName;
import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sentry's events (docs.sentry.io, "Integration Platform Webhooks"). They name neither a branch nor
 * a pull request: what they are about is told by a release that is called like its commit, or by
 * the commit that an issue was resolved in.
 */
public final class SentryNormaliser implements Normaliser {
  private static final Speaker SENTRY = new Speaker(Source.SENTRY, "sentry", Standing.KNOWN);

  @Override
  public Normalised read(Notification notification) {
    JsonView body = notification.body();
    return switch (notification.event()) {
      case "event_alert" -> alert(notification, body.at("data", "event"));
      case "issue" -> issue(notification, body.at("data", "issue"));
      default -> Normalised.nothing("nobody acts on such events of Sentry");
    };
  }

  /** An alert fires for many events of one issue, which is one thing. */
  private static Normalised alert(Notification notification, JsonView event) {
    if (!notification.body().words("action").equals("triggered") || !event.isObject()) {
      return Normalised.nothing("no alert");
    }
    Optional<String> issue =
        event.text("issue_id").or(() -> event.number("issue_id").map(String::valueOf));
    return Normalised.of(
        new FeedbackItem(
            AlertName.SENTRY
                + issue.orElseGet(() -> "event:" + event.words("event_id"))
                + AlertName.NEW,
            SENTRY,
            Kind.ALERT,
            subject(release(event)),
            content(
                event.words("title"),
                words(event),
                Result.OPENED,
                place(event),
                event.text("web_url")),
            event.time("datetime").orElse(notification.received())));
  }

  private static Normalised issue(Notification notification, JsonView issue) {
    String action = notification.body().words("action");
    boolean isBack = List.of("regressed", "escalating").contains(issue.words("substatus"));
    if (!issue.isObject()
        || !(action.equals("created") || (action.equals("unresolved") && isBack))) {
      return Normalised.nothing(Words.line("issue " + action) + ": neither new nor back");
    }
    boolean isNew = action.equals("created");
    Instant at =
        issue.time("lastSeen").or(() -> issue.time("firstSeen")).orElse(notification.received());
    Optional<String> id = issue.text("id").or(() -> issue.number("id").map(String::valueOf));
    return Normalised.of(
        new FeedbackItem(
            AlertName.SENTRY + id.orElse("") + (isNew ? AlertName.NEW : AlertName.BACK + at),
            SENTRY,
            Kind.ALERT,
            subject(resolvedIn(issue)),
            content(
                issue.words("shortId") + " " + issue.words("title"),
                issue.words("culprit"),
                isNew ? Result.OPENED : Result.REOPENED,
                Optional.empty(),
                issue.text("web_url").or(() -> issue.text("permalink"))),
            at));
  }

  private static Subject subject(Optional<String> commit) {
    return new Subject(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), commit);
  }

  private static Content content(
      String title, String text, Result result, Optional<String> place, Optional<String> url) {
    return new Content(
        Words.line(title),
        Words.text(text),
        Optional.empty(),
        result,
        place,
        Words.url(url),
        Optional.empty());
  }

  /** {@code name@commit} or a commit. */
  private static Optional<String> release(JsonView event) {
    return Words.commit(
        event.text("release").map(name -> name.substring(name.lastIndexOf('@') + 1)));
  }

  private static Optional<String> resolvedIn(JsonView issue) {
    JsonView details = issue.at("statusDetails");
    return Words.commit(details.text("inCommit"))
        .or(() -> Words.commit(details.text("inCommit", "commit")))
        .or(() -> Words.commit(details.text("inCommit", "id")));
  }

  private static String words(JsonView event) {
    StringBuilder text = new StringBuilder(event.words("culprit"));
    for (JsonView exception : event.list("exception", "values")) {
      text.append("\n").append(exception.words("type")).append(": ");
      text.append(exception.words("value"));
    }
    return text.toString();
  }

  /** The innermost frame of the application's own code; frames go from the outside in. */
  private static Optional<String> place(JsonView event) {
    return event.list("exception", "values").stream()
        .flatMap(exception -> exception.list("stacktrace", "frames").stream())
        .filter(frame -> frame.isTrue("in_app"))
        .reduce((_, inner) -> inner)
        .flatMap(frame -> Words.place(frame.text("filename"), frame.count("lineno")));
  }
}
