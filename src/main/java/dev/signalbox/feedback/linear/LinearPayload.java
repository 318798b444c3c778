package dev.signalbox.feedback.linear;

import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Notification;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.feedback.Subject;
import dev.signalbox.feedback.Words;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What all of Linear's payloads have in common. */
record LinearPayload(Notification notification) {

  JsonView body() {
    return notification.body();
  }

  JsonView data() {
    return body().at("data");
  }

  String action() {
    return body().words("action");
  }

  Normalised ignored(String reason) {
    return Normalised.nothing(Words.line(body().words("type") + " " + action()) + ": " + reason);
  }

  Instant at(JsonView object, String... keys) {
    for (String key : keys) {
      Optional<Instant> time = object.time(key);
      if (time.isPresent()) {
        return time.get();
      }
    }
    return body().time("createdAt").orElse(notification.received());
  }

  /**
   * Who acts. A person in the workspace has a role there; one who only writes through a connected
   * chat has none. What an integration moves, such as a parent that is closed with its last
   * sub-issue, is no person's decision.
   */
  Speaker actor() {
    JsonView actor = body().at("actor");
    String name = Words.line(actor.words("name"));
    String type = actor.words("type").toLowerCase(Locale.ROOT);
    boolean isBot = data().at("botActor").isThere();
    boolean isOutside =
        data().at("externalUser").isThere() || data().text("externalUserId").isPresent();
    if (isOutside) {
      return new Speaker(Source.PERSON, known(name), Standing.STRANGER);
    }
    return switch (type) {
      case "user" ->
          isBot
              ? new Speaker(Source.LINEAR, known(name), Standing.KNOWN)
              : new Speaker(Source.PERSON, known(name), Standing.MEMBER);
      case "integration" -> new Speaker(Source.LINEAR, known(name), Standing.KNOWN);
      default -> new Speaker(Source.BOT, known(name), Standing.KNOWN);
    };
  }

  /** A person of the workspace; empty where Linear names none. */
  static Optional<Speaker> member(JsonView user) {
    return user.text("id")
        .map(_ ->
            new Speaker(Source.PERSON, known(Words.line(user.words("name"))), Standing.MEMBER));
  }

  private static String known(String name) {
    return name.isEmpty() ? "unknown" : name;
  }

  /** About an issue, by the key that Linear gives beside the text. */
  static Subject subject(JsonView issue) {
    return new Subject(
        Optional.empty(),
        Words.issue(issue.text("identifier")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Content content(String title, String text, Result result, Optional<String> url) {
    return new Content(
        Words.line(title),
        Words.text(text),
        Optional.empty(),
        result,
        Optional.empty(),
        Words.url(url),
        Optional.empty());
  }

  /** The first line of a text as its title. */
  static String title(String text) {
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("(without words)");
  }
}
