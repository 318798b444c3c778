package dev.signalbox.delegation;

import dev.signalbox.delegation.WatchEvent.Kind;
import dev.signalbox.forge.Account;
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
   * A pull request that the agent's own account opened here and whose branch or title names the
   * issue. What anybody could write, such as a text that names it, is not enough.
   */
  private Optional<PullRequest> ofAgent(Errand errand, List<PullRequest> all) {
    return all.stream()
        .filter(request -> request.author().kind() == Account.Kind.BOT)
        .filter(request ->
            errand.logins().stream().anyMatch(request.author().bareLogin()::equalsIgnoreCase))
        .filter(request ->
            request
                .head()
                .repository()
                .filter(name -> forge.scope().endsWith(":" + name))
                .isPresent())
        .filter(request -> isNamed(errand, request))
        .findFirst();
  }

  private static boolean isNamed(Errand errand, PullRequest request) {
    return isNamed(errand.issue().value(), request.head().branch())
        || isNamed(errand.issue().value(), request.text().title());
  }

  /** A key that is no part of a longer word or number: SHOP-1 is not in SHOP-12 or ESHOP-1. */
  private static boolean isNamed(String issue, String text) {
    String key = issue.toLowerCase(Locale.ROOT);
    String found = text.toLowerCase(Locale.ROOT);
    for (int at = found.indexOf(key); at >= 0; at = found.indexOf(key, at + 1)) {
      if (!isWordAt(found, at - 1) && !isWordAt(found, at + key.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWordAt(String text, int index) {
    return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
  }
}
