package dev.signalbox.runtime;

import dev.signalbox.feedback.Approach;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.feedback.Speakers;
import dev.signalbox.feedback.StrayLook;
import dev.signalbox.feedback.StrayLook.Reviewed;
import dev.signalbox.forge.Forge;
import dev.signalbox.forge.Merging;
import dev.signalbox.pullrequest.PullRequests;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.workspace.Upstream;

/** Pull requests that belong to no session, on the forge. Every method may be called again. */
public final class Strays {
  /** The one of Copilot's names under which GitHub asks it (docs/guide/forges.md). */
  private static final String REVIEWER = "copilot-pull-request-reviewer[bot]";

  private final Forge forge;
  private final Upstream upstream;
  private final Speakers speakers;

  /** Those of one repository. */
  public Strays(Forge forge, Upstream upstream, Speakers speakers) {
    this.forge = forge;
    this.upstream = upstream;
    this.speakers = speakers;
  }

  /** How it stands, with everything that was said on it. */
  Outcome<StrayLook> look(int number) {
    return new PullRequests(forge, upstream)
        .look(number)
        .map(seen -> StrayLook.of(seen.request(), seen.remarks(), seen.look(), speakers));
  }

  /** Asks Copilot for its review, unless it reviewed the head before; how it stood at that time. */
  Outcome<StrayLook> askReview(int number) {
    return look(number)
        .then(look -> {
          Outcome<Nothing> asked =
              look.reviewed() == Reviewed.NOT_YET
                  ? forge.requestReview(number, REVIEWER)
                  : Outcome.done();
          return asked.map(_ -> look);
        });
  }

  /** How it stands beside another one. */
  Outcome<Approach> approach(int number) {
    return new PullRequests(forge, upstream)
        .look(number)
        .then(seen ->
            forge
                .paths(number)
                .map(paths ->
                    Approach.of(seen.request(), seen.checks(), paths, seen.look(), speakers)));
  }

  /** Says something on it, once under that key. */
  Outcome<Nothing> say(int number, String key, String body) {
    return forge.comment(number, key, body);
  }

  /** Answers a remark on a line, once under that key. */
  Outcome<Nothing> answer(int number, String remark, String key, String body) {
    return forge.reply(number, remark, key, body);
  }

  /** Closes the thread of a remark on a line. */
  Outcome<Nothing> resolve(int number, String remark) {
    return forge.resolve(number, remark);
  }

  /** Closes it after saying why, once; one that no agent opened is refused. */
  Outcome<Nothing> close(int number, String why) {
    return forge
        .read(number)
        .then(request ->
            speakers.of(request.author(), false).standing() == Standing.KNOWN
                ? forge.close(number, why)
                : new Outcome.Failed<>(
                    Failure.of(
                        Failure.Kind.REFUSED,
                        "expected it to be of an agent, found it is of "
                            + request.author().login())));
  }

  /** Merges that head; the base here follows if it can, and else when the next session merges. */
  Outcome<Merging> merge(int number, String head, String message, String base) {
    return forge
        .merge(number, head, message)
        .map(merging -> {
          if (merging instanceof Merging.Merged) {
            Outcome<String> _ = upstream.sync(base);
          }
          return merging;
        });
  }
}
