package dev.signalbox.runtime;

import dev.signalbox.engine.PullRequestShown;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.pullrequest.PullRequests;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.OnBehalf;
import dev.signalbox.remote.OnBehalf.Urgency;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.Workspaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts what was found in sessions' works where people look for it: beside the branch, and on the
 * pull request. What was put there is remembered, so that only what changed is done again; after a
 * restart everything is, which changes nothing. Used by one lane.
 */
final class RecordHands {
  private final Workspaces workspaces;
  private final Optional<PullRequests> pullRequests;
  private final Map<SessionKey, String> kept = new HashMap<>();
  private final Map<SessionKey, Said> said = new HashMap<>();

  RecordHands(Workspaces workspaces, Optional<PullRequests> pullRequests) {
    this.workspaces = workspaces;
    this.pullRequests = pullRequests;
  }

  /** What a pull request was told. */
  private record Said(int number, String text) {}

  /**
   * Puts everything there that is not.
   *
   * @return what could not be, for a person; empty when everything is there
   */
  Optional<String> write(RunState state, RunId run) {
    List<String> refusals = new ArrayList<>();
    for (Session session : state.sessions().values()) {
      SessionKey key = new SessionKey(run, session.id());
      FindingsText.of(state, key)
          .ifPresent(text -> {
            keep(session, key, text).ifPresent(refusals::add);
            say(session, key, text).ifPresent(refusals::add);
          });
    }
    return refusals.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", refusals));
  }

  /** Work that was never taken in is not in the repository, and nothing can stand on it. */
  private Optional<String> keep(Session session, SessionKey key, FindingsText text) {
    String tip = session.trace().taken().tip();
    String file = text.file(session);
    if (tip.isEmpty() || file.equals(kept.get(key))) {
      return Optional.empty();
    }
    Optional<String> refusal = workspaces.keepRecord(key, tip, file);
    if (refusal.isEmpty()) {
      kept.put(key, file);
    }
    return refusal;
  }

  private Optional<String> say(Session session, SessionKey key, FindingsText text) {
    Optional<PullRequestShown> shown = session.trace().pullRequest();
    Optional<String> comment = text.comment(session);
    // What others work on is not ours to comment.
    boolean isOurs = !session.trace().hold().isGone();
    if (pullRequests.isEmpty() || shown.isEmpty() || comment.isEmpty() || !isOurs) {
      return Optional.empty();
    }
    Said due = new Said(shown.get().number(), comment.get());
    if (due.equals(said.get(key))) {
      return Optional.empty();
    }
    Outcome<Nothing> outcome =
        OnBehalf.of(key, Urgency.STEP)
            .call(() -> pullRequests.get().say(due.number(), "review/" + key, due.text()));
    return switch (outcome) {
      case Outcome.Done<Nothing> _ -> {
        said.put(key, due);
        yield Optional.empty();
      }
      case Outcome.Failed<Nothing>(Failure failure) ->
          Optional.of(
              "comment on pull request %d: %s: %s"
                  .formatted(due.number(), failure.kind(), failure.reason()));
    };
  }
}
