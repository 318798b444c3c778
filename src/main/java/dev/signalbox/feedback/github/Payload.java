package dev.signalbox.feedback.github;

import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Notification;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speakers;
import dev.signalbox.feedback.Subject;
import dev.signalbox.feedback.Words;
import dev.signalbox.forge.Account;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What all of GitHub's payloads have in common. */
record Payload(Notification notification, Speakers speakers) {
  /** Author associations that come with a role in the repository or its organisation. */
  private static final Set<String> MEMBERS = Set.of("OWNER", "MEMBER", "COLLABORATOR");

  JsonView body() {
    return notification.body();
  }

  String action() {
    return body().words("action");
  }

  Optional<String> repository() {
    return Words.repository(body().text("repository", "full_name"));
  }

  /** Nothing, because of the action. */
  Normalised ignored(String reason) {
    String action = Words.line(action());
    return Normalised.nothing(action.isEmpty() ? reason : action + ": " + reason);
  }

  /** The first of these times that is there, else when it was received. */
  Instant at(JsonView object, String... keys) {
    for (String key : keys) {
      Optional<Instant> time = object.time(key);
      if (time.isPresent()) {
        return time.get();
      }
    }
    return notification.received();
  }

  /**
   * Who that is.
   *
   * @param user an account, which may be null
   * @param said the object with {@code author_association} and {@code performed_via_github_app}
   */
  Speaker speaker(JsonView user, JsonView said) {
    boolean isMember = MEMBERS.contains(said.words("author_association"));
    return speakers.of(account(user, said.text("performed_via_github_app", "slug")), isMember);
  }

  /** The sender of the event; what a member may do is not said of it. */
  Speaker sender() {
    return speaker(body().at("sender"), JsonView.NOTHING);
  }

  private static Account account(JsonView user, Optional<String> app) {
    Account.Kind kind =
        switch (user.words("type")) {
          case "Bot" -> Account.Kind.BOT;
          case "Organization" -> Account.Kind.ORGANIZATION;
          // An account that is gone, or of a type that nobody knows, is a person without a role.
          default -> Account.Kind.PERSON;
        };
    String login = Words.line(user.words("login"));
    return new Account(
        user.number("id").orElse(0L), login.isEmpty() ? "unknown" : login, kind, app);
  }

  /**
   * What a pull request of this payload is about. A fork can have a branch of any name, so it does
   * not tell the session's.
   */
  Subject subject(JsonView pullRequest) {
    boolean isOwn = isOwn(pullRequest);
    return new Subject(
        repository(),
        Optional.empty(),
        pullRequest.count("number"),
        isOwn ? Words.branch(pullRequest.text("head", "ref")) : Optional.empty(),
        isOwn ? Words.commit(pullRequest.text("head", "sha")) : Optional.empty());
  }

  /** Whether it comes from a branch of the repository itself. */
  boolean isOwn(JsonView pullRequest) {
    Optional<String> head = pullRequest.text("head", "repo", "full_name");
    return head.isPresent()
        && repository().filter(own -> own.equalsIgnoreCase(head.get())).isPresent();
  }

  /** A comment that was edited says something new: its time is part of what it is. */
  String said(JsonView comment, String kind) {
    String id = "github:" + kind + ":" + comment.number("id").orElse(0L);
    return action().equals("edited") || action().equals("deleted")
        ? id + ":" + action() + ":" + at(comment, "updated_at", "created_at")
        : id;
  }

  FeedbackItem item(
      String id,
      Speaker speaker,
      FeedbackItem.Kind kind,
      Subject subject,
      Content content,
      Instant at) {
    return new FeedbackItem(id.toLowerCase(Locale.ROOT), speaker, kind, subject, content, at);
  }
}
