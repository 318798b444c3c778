package dev.signalbox.delegation;

import dev.signalbox.delegation.WatchEvent.Kind;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.tracker.Issue;
import java.time.Clock;
import java.util.List;

/**
 * Hands an issue over for an attempt: first it is kept what there is already, so that only what is
 * newer counts; then the issue is nobody's, so that its service sees a change; then it is the
 * agent's. What was done is kept after each step, so that whoever is killed goes on there.
 */
final class Handing {
  private final Post post;
  private final Search search;
  private final Attempts attempts;
  private final Clock clock;

  Handing(Post post, Search search, Attempts attempts, Clock clock) {
    this.post = post;
    this.search = search;
    this.attempts = attempts;
    this.clock = clock;
  }

  /**
   * Does what is left to do. A refusal leaves nothing behind in the tracker.
   *
   * @param text of the issue for an agent that reads nothing else
   */
  Outcome<Nothing> hand(AttemptKey attempt, Errand errand, String text) {
    return post.ready(attempt, errand)
        .then(ready ->
            know(attempt, errand)
                .then(_ -> post.brief(attempt, errand, ready.issue(), text))
                .then(_ -> free(attempt, errand, ready.issue()))
                .then(_ -> ready.handing().get()))
        .map(done -> keep(attempt, Kind.HANDED, errand.issue().value(), "", done));
  }

  private Outcome<Nothing> know(AttemptKey attempt, Errand errand) {
    // What the agent does at once is not before that.
    return isKept(attempt, Kind.HANDING)
        ? Outcome.done()
        : search
            .known(errand, attempts.before(attempt), clock.instant())
            .map(known ->
                keep(attempt, Kind.HANDING, errand.issue().value(), known.text(), new Nothing()));
  }

  /** Once it was free it is not taken back again: the agent may have got it since. */
  private Outcome<Nothing> free(AttemptKey attempt, Errand errand, Issue issue) {
    return isKept(attempt, Kind.FREED)
        ? Outcome.done()
        : post.free(errand, issue)
            .map(done -> keep(attempt, Kind.FREED, errand.issue().value(), "", done));
  }

  private boolean isKept(AttemptKey attempt, Kind kind) {
    return WatchEvent.last(attempts.log(attempt).events(), kind).isPresent();
  }

  private Nothing keep(AttemptKey attempt, Kind kind, String id, String text, Nothing done) {
    attempts.log(attempt).add(List.of(new WatchEvent(kind, clock.instant(), id, text)));
    return done;
  }
}
