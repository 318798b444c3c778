package dev.signalbox.delegation;

import dev.signalbox.forge.PullRequest;
import dev.signalbox.tracker.DelegatedWork;
import java.util.Optional;

/**
 * What trackers and forges show of an agent elsewhere.
 *
 * @param work its session as the tracker shows it; empty in trackers that show none
 * @param request its pull request
 */
record Sight(Optional<DelegatedWork> work, Optional<PullRequest> request) {}
