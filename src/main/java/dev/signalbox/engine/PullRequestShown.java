package dev.signalbox.engine;

import dev.signalbox.forge.PullRequestLook;
import java.time.Instant;
import java.util.Optional;

/**
 * A session's pull request.
 *
 * @param branch that it comes from
 * @param tip the commit of the session that it was opened for or brought up to last
 * @param since when that was
 * @param look what was seen of it since then; empty before the first look
 */
public record PullRequestShown(
    int number,
    String url,
    String branch,
    String tip,
    Instant since,
    Optional<PullRequestLook> look) {

  PullRequestShown seen(PullRequestLook next) {
    return new PullRequestShown(number, url, branch, tip, since, Optional.of(next));
  }
}
