package dev.signalbox.delegation;

import dev.signalbox.agent.Delegation.Way;
import dev.signalbox.forge.Forge;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.Issue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Owners;
import dev.signalbox.tracker.Tracker;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Hands issues to agents elsewhere, talks to them and takes issues back. All may be repeated. */
final class Post {
  private final Tracker tracker;
  private final Forge forge;
  private final HandingRule rule;

  Post(Tracker tracker, Forge forge, HandingRule rule) {
    this.tracker = tracker;
    this.forge = forge;
    this.rule = rule;
  }

  /**
   * Hands the issue over with everything that the agent needs in its text.
   *
   * @param text of the issue for an agent that reads nothing else
   */
  Outcome<Nothing> hand(AttemptKey attempt, Errand errand, String text) {
    // A refusal leaves nothing behind, so that everything is asked before anything is written.
    return tracker
        .read(errand.issue())
        .then(issue ->
            free(errand, issue)
                .then(_ -> rule.demand(issue))
                .then(_ -> handing(attempt, errand, issue))
                .then(handing -> brief(attempt, errand, issue, text).then(_ -> handing.get())));
  }

  private static Outcome<Nothing> free(Errand errand, Issue issue) {
    if (issue.standing().status().isOver()) {
      return refused("expected an open issue, found " + errand.issue() + " closed");
    }
    return issue
        .standing()
        .owners()
        .delegate()
        .filter(other -> !isAgent(errand, other))
        .map(other -> taken(errand, other))
        .orElseGet(Outcome::done);
  }

  /** A tracker may show an agent under another name than the one that it is handed work under. */
  private static boolean isAgent(Errand errand, Actor actor) {
    String name = errand.way().name();
    String bare = name.startsWith("@") ? name.substring(1) : name;
    return actor.name().equalsIgnoreCase(bare)
        || errand.logins().stream().anyMatch(actor.name()::equalsIgnoreCase);
  }

  private Outcome<Nothing> brief(AttemptKey attempt, Errand errand, Issue issue, String text) {
    if (issue.text().description().strip().equals(text.strip())) {
      return Outcome.done();
    }
    NoteKey key = new NoteKey("dispatch/" + attempt.session());
    return tracker.comment(errand.issue(), key, text).then(_ -> Outcome.done());
  }

  /** What hands it over, with the agent's account found. */
  private Outcome<Supplier<Outcome<Nothing>>> handing(
      AttemptKey attempt, Errand errand, Issue issue) {
    Optional<Actor> assignee = issue.standing().owners().assignee();
    Way way = errand.way();
    return switch (way.kind()) {
      case DELEGATE ->
          account(way)
              .map(agent ->
                  () -> tracker.hand(errand.issue(), new Owners(assignee, Optional.of(agent))));
      case ASSIGN ->
          account(way)
              .map(agent ->
                  () ->
                      tracker.hand(
                          errand.issue(), new Owners(Optional.of(agent), Optional.empty())));
      case LABEL ->
          new Outcome.Done<>(() -> tracker.label(errand.issue(), List.of(way.name()), List.of()));
      case MENTION ->
          new Outcome.Done<>(() ->
              tracker
                  .comment(
                      errand.issue(),
                      new NoteKey("mention/" + attempt),
                      way.name() + " please work on this issue as it is described here.")
                  .then(_ -> Outcome.done()));
    };
  }

  private static Outcome<Nothing> taken(Errand errand, Actor other) {
    return refused(
        "expected issue %s to be nobody's, found it delegated to %s"
            .formatted(errand.issue(), other.name()));
  }

  private Outcome<Actor> account(Way way) {
    return tracker
        .named(way.name())
        .then(found ->
            found
                .<Outcome<Actor>>map(Outcome.Done::new)
                .orElseGet(() ->
                    refused(
                        "expected an agent called %s in %s, found none: connect it, or name it in"
                                .formatted(way.name(), tracker.scope())
                            + " agents: as it is called there")));
  }

  private static <T> Outcome<T> refused(String reason) {
    return new Outcome.Failed<>(Failure.of(Failure.Kind.REFUSED, reason));
  }

  /** Takes the issue back, where it still is there and the agent's. */
  Outcome<Nothing> takeBack(AttemptKey attempt, Errand errand) {
    Outcome<Nothing> taken = take(attempt, errand);
    boolean isGone =
        taken instanceof Outcome.Failed<Nothing>(Failure failure)
            && failure.kind() == Failure.Kind.ABSENT;
    return isGone ? Outcome.done() : taken;
  }

  private Outcome<Nothing> take(AttemptKey attempt, Errand errand) {
    Way way = errand.way();
    return switch (way.kind()) {
      case DELEGATE, ASSIGN ->
          tracker
              .read(errand.issue())
              .then(issue -> {
                Owners owners = issue.standing().owners();
                Owners left = without(errand, owners);
                return left.equals(owners) ? Outcome.done() : tracker.hand(errand.issue(), left);
              });
      case LABEL -> tracker.label(errand.issue(), List.of(), List.of(way.name()));
      case MENTION ->
          tracker
              .comment(
                  errand.issue(),
                  new NoteKey("stop/" + attempt),
                  way.name() + " please stop: this issue is taken back.")
              .then(_ -> Outcome.done());
    };
  }

  private static Owners without(Errand errand, Owners owners) {
    return new Owners(
        owners.assignee().filter(it -> !isAgent(errand, it)),
        owners.delegate().filter(it -> !isAgent(errand, it)));
  }

  /**
   * Says something to the agent: on its pull request if there is one, else on the issue.
   *
   * @param request the number of its pull request
   */
  Outcome<Nothing> say(AttemptKey attempt, Errand errand, Optional<Integer> request, Said said) {
    String key = "tell/" + attempt + "/" + said.sequence();
    String body = mention(errand) + said.text();
    return request.isPresent()
        ? forge.comment(request.get(), key, body)
        : tracker.comment(errand.issue(), new NoteKey(key), body).then(_ -> Outcome.done());
  }

  /**
   * Something to be said.
   *
   * @param sequence tells it from what else is said in the attempt
   */
  record Said(long sequence, String text) {}

  private static String mention(Errand errand) {
    return errand.way().kind() == Way.Kind.MENTION ? errand.way().name() + "\n\n" : "";
  }
}
