package dev.signalbox.feedback.generic;

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
import dev.signalbox.review.Severity;
import java.util.Locale;
import java.util.Optional;

/**
 * The form in which any other system says something (docs/guide/feedback.md). Whoever holds the
 * secret of the hook is known; who it says that it is, is a name to show and nothing more.
 */
public final class GenericNormaliser implements Normaliser {
  private static final int ID_CHARS_MAX = 200;

  /** The event is the name of the hook, which a person configured. */
  @Override
  public Normalised read(Notification notification) {
    JsonView body = notification.body();
    Optional<Kind> kind = word(Kind.class, body.words("kind"));
    Optional<String> id =
        body.text("id").map(Words::line).filter(text -> text.length() <= ID_CHARS_MAX);
    if (kind.isEmpty() || id.isEmpty()) {
      return Normalised.nothing("expected an id and a kind that docs/guide/feedback.md names");
    }
    return Normalised.of(
        new FeedbackItem(
            "hook:" + notification.event() + ":" + id.get(),
            speaker(notification, kind.get()),
            kind.get(),
            subject(body),
            content(body),
            body.time("at").orElse(notification.received())));
  }

  private static Speaker speaker(Notification notification, Kind kind) {
    Source source =
        switch (kind) {
          case CHECK, DEPLOYMENT -> Source.CI;
          case REVIEW, FINDING, AGENT -> Source.AGENT;
          case COMMENT, THREAD, PULL_REQUEST, PUSH, ISSUE, ALERT -> Source.BOT;
        };
    return new Speaker(source, notification.event(), Standing.KNOWN);
  }

  private static Subject subject(JsonView body) {
    return new Subject(
        Words.repository(body.text("repository")),
        Words.issue(body.text("issue")),
        body.count("pull-request"),
        Words.branch(body.text("branch")),
        Words.commit(body.text("commit")));
  }

  private static Content content(JsonView body) {
    return new Content(
        Words.line(body.words("title")),
        Words.text(body.words("text")),
        word(Severity.class, body.words("severity")),
        word(Result.class, body.words("result")).orElse(Result.NONE),
        Words.place(body.text("place"), Optional.empty()),
        Words.url(body.text("url")),
        Optional.empty());
  }

  /** An enum's constant by its name in lower case with dashes. */
  private static <E extends Enum<E>> Optional<E> word(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
