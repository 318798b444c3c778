package dev.signalbox.delegation;

import dev.signalbox.delegation.WatchEvent.Kind;
import dev.signalbox.forge.Forge;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.DelegatedWork;
import dev.signalbox.tracker.Tracker;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks for an agent elsewhere in the tracker and on the forge. */
final class Search {
  private final Tracker tracker;
  private final Forge forge;

  Search(Tracker tracker, Forge forge) {
    this.tracker = tracker;
    this.forge = forge;
  }

  /**
   * What is to be seen of an agent now.
   *
   * @param events what was seen before, from the delegation on
   */
  Outcome<Sight> look(Errand errand, List<WatchEvent> events) {
    Instant since = WatchEvent.last(events, Kind.HANDED).map(WatchEvent::at).orElse(Instant.EPOCH);
    return tracker
        .delegatedWork(errand.issue())
        .map(all -> current(errand, all))
        .then(work -> request(errand, events, since).map(found -> new Sight(work, found)));
  }

  /** The latest of the agent that the issue was handed to. */
  private static Optional<DelegatedWork> current(Errand errand, List<DelegatedWork> all) {
    return all.stream()
        .filter(work -> work.agent().name().equalsIgnoreCase(errand.way().name()))
        .findFirst();
  }

  private Outcome<Optional<PullRequest>> request(
      Errand errand, List<WatchEvent> events, Instant since) {
    Optional<WatchEvent> known = WatchEvent.last(events, Kind.PULL_REQUEST);
    if (known.isPresent()) {
      return forge.read(Integer.parseInt(known.get().id())).map(Optional::of);
    }
    return forge
        .from(errand.branch())
        .then(found ->
            found.isPresent() && !found.get().state().updated().isBefore(since)
                ? new Outcome.Done<>(found)
                : forge.changedSince(since).map(all -> ofAgent(errand, all)));
  }

  /**
   * A pull request that the agent's own account opened and whose branch or title names the issue.
   * What anybody could write, such as a text that names it, is not enough.
   */
  private static Optional<PullRequest> ofAgent(Errand errand, List<PullRequest> all) {
    return all.stream()
        .filter(request -> errand.logins().contains(request.author().bareLogin()))
        .filter(request ->
            isNamed(errand, request.head().branch()) || isNamed(errand, request.text().title()))
        .findFirst();
  }

  private static boolean isNamed(Errand errand, String text) {
    String key = errand.issue().value().toLowerCase(Locale.ROOT);
    String found = text.toLowerCase(Locale.ROOT);
    int at = found.indexOf(key);
    return at >= 0 && !isDigitAt(found, at + key.length());
  }

  private static boolean isDigitAt(String text, int index) {
    return index < text.length() && Character.isDigit(text.charAt(index));
  }
}
