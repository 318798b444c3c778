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
   * An issue that may be handed over.
   *
   * @param issue as it was read
   * @param handing hands it over
   */
  record Ready(Issue issue, Supplier<Outcome<Nothing>> handing) {}

  /** Asks everything that may be refused, and writes nothing. */
  Outcome<Ready> ready(AttemptKey attempt, Errand errand) {
    return tracker
        .read(errand.issue())
        .then(issue ->
            nobodys(errand, issue)
                .then(_ -> rule.demand(issue))
                .then(_ -> handing(attempt, errand, issue))
                .map(handing -> new Ready(issue, handing)));
  }

  /**
   * Takes the issue back if it is the agent's already: to set again what is set is no change, and
   * starts nothing. A mention is a new one each time.
   *
   * @param issue as it was read
   */
  Outcome<Nothing> free(Errand errand, Issue issue) {
    if (!isHeld(errand, issue)) {
      return Outcome.done();
    }
    Outcome<Nothing> taken =
        errand.way().kind() == Way.Kind.LABEL
            ? tracker.label(errand.issue(), List.of(), List.of(errand.way().name()))
            : tracker.hand(errand.issue(), without(errand, issue.standing().owners()));
    return taken
        .then(_ -> tracker.read(errand.issue()))
        .then(after ->
            isHeld(errand, after)
                ? new Outcome.Failed<>(
                    Failure.of(
                        Failure.Kind.CONFLICTING,
                        "expected %s to be nobody's after it was taken back, found it is %s's"
                            .formatted(errand.issue(), errand.way().name())))
                : Outcome.done());
  }

  private static boolean isHeld(Errand errand, Issue issue) {
    Owners owners = issue.standing().owners();
    return switch (errand.way().kind()) {
      case DELEGATE, ASSIGN -> !without(errand, owners).equals(owners);
      case LABEL -> issue.labels().stream().anyMatch(errand.way().name()::equalsIgnoreCase);
      case MENTION -> false;
    };
  }

  private static Outcome<Nothing> nobodys(Errand errand, Issue issue) {
    if (issue.standing().status().isOver()) {
      return refused("expected an open issue, found " + errand.issue() + " closed");
    }
    return issue
        .standing()
        .owners()
        .delegate()
        .filter(other -> !errand.isAgent(other))
        .map(other -> taken(errand, other))
        .orElseGet(Outcome::done);
  }

  /** Says on the issue what is to be done, where the issue itself does not. */
  Outcome<Nothing> brief(AttemptKey attempt, Errand errand, Issue issue, String text) {
    if (issue.text().description().strip().equals(text.strip())) {
      return Outcome.done();
    }
    NoteKey key = new NoteKey("dispatch/" + attempt.session());
    return tracker.comment(errand.issue(), key, text).then(_ -> Outcome.done());
  }

  /** What hands it over, with the agent's account found. */
  private Outcome<Supplier<Outcome<Nothing>>> handing(
      AttemptKey attempt, Errand errand, Issue issue) {
    Optional<Actor> assignee = without(errand, issue.standing().owners()).assignee();
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
        owners.assignee().filter(it -> !errand.isAgent(it)),
        owners.delegate().filter(it -> !errand.isAgent(it)));
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
