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
    return tracker
        .read(errand.issue())
        .then(issue -> open(errand, issue))
        .then(issue -> rule.demand(issue).map(_ -> issue))
        .then(issue -> brief(attempt, errand, issue, text))
        .then(issue -> pass(attempt, errand, issue));
  }

  private static Outcome<Issue> open(Errand errand, Issue issue) {
    return issue.standing().status().isOver()
        ? refused("expected an open issue, found " + errand.issue() + " closed")
        : new Outcome.Done<>(issue);
  }

  private Outcome<Issue> brief(AttemptKey attempt, Errand errand, Issue issue, String text) {
    if (issue.text().description().strip().equals(text.strip())) {
      return new Outcome.Done<>(issue);
    }
    NoteKey key = new NoteKey("dispatch/" + attempt.session());
    return tracker.comment(errand.issue(), key, text).map(_ -> issue);
  }

  private Outcome<Nothing> pass(AttemptKey attempt, Errand errand, Issue issue) {
    Owners owners = issue.standing().owners();
    Way way = errand.way();
    return switch (way.kind()) {
      case DELEGATE ->
          account(way)
              .then(agent ->
                  owners
                      .delegate()
                      .filter(other -> !other.uid().equals(agent.uid()))
                      .<Outcome<Nothing>>map(other -> taken(errand, other))
                      .orElseGet(() ->
                          tracker.hand(
                              errand.issue(), new Owners(owners.assignee(), Optional.of(agent)))));
      case ASSIGN ->
          account(way)
              .then(agent ->
                  tracker.hand(errand.issue(), new Owners(Optional.of(agent), Optional.empty())));
      case LABEL -> tracker.label(errand.issue(), List.of(way.name()), List.of());
      case MENTION ->
          tracker
              .comment(
                  errand.issue(),
                  new NoteKey("mention/" + attempt),
                  way.name() + " please work on this issue as it is described here.")
              .then(_ -> Outcome.done());
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

  /** Takes the issue back, where it still is the agent's. */
  Outcome<Nothing> takeBack(AttemptKey attempt, Errand errand) {
    Way way = errand.way();
    return switch (way.kind()) {
      case DELEGATE, ASSIGN ->
          tracker
              .read(errand.issue())
              .then(issue -> tracker.hand(errand.issue(), without(issue, way)));
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

  private static Owners without(Issue issue, Way way) {
    Owners owners = issue.standing().owners();
    return new Owners(
        owners.assignee().filter(it -> !it.name().equals(way.name())),
        owners.delegate().filter(it -> !it.name().equals(way.name())));
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
