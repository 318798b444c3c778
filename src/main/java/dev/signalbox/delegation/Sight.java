package dev.signalbox.delegation;

import dev.signalbox.forge.PullRequest;
import dev.signalbox.tracker.DelegatedWork;
import java.util.List;
import java.util.Optional;

/**
 * What trackers and forges show of an agent elsewhere.
 *
 * @param work its session as the tracker shows it; empty in trackers that show none
 * @param requests those that may be its pull request: more than one where nothing tells which
 */
record Sight(Optional<DelegatedWork> work, List<PullRequest> requests) {
  Sight {
    requests = List.copyOf(requests);
  }

  /** Its pull request, where there is no doubt. */
  Optional<PullRequest> request() {
    return requests.size() == 1 ? Optional.of(requests.getFirst()) : Optional.empty();
  }

  boolean isUnsure() {
    return requests.size() > 1;
  }
}
