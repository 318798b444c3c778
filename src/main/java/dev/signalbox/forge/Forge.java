package dev.signalbox.forge;

import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where branches become pull requests (design section 7). One contract suite holds for all forges.
 *
 * <p>A write may be repeated after a kill, or after an answer that never came, and leaves one of
 * what it makes. Reading follows pages to their end. A read that fails is never an absent pull
 * request ({@link dev.signalbox.remote.Failure.Kind}).
 */
public interface Forge {

  /** The repository, such as {@code github:owner/name}. */
  String scope();

  /**
   * Opens a pull request, or finds the open one from that branch and gives it this title and text.
   */
  Outcome<PullRequest> open(NewPullRequest request);

  /** The pull request as it is now. */
  Outcome<PullRequest> read(int number);

  /**
   * A pull request with what was checked and said, each as it is now. With fewer requests than one
   * by one, where the forge lets that be.
   */
  default Outcome<Whole> whole(int number) {
    return read(number)
        .then(request ->
            checks(request.head().commit())
                .then(
                    checks -> remarks(number).map(remarks -> new Whole(request, checks, remarks))));
  }

  /**
   * A pull request and what is around it.
   *
   * @param checks of its head
   * @param remarks earliest first
   */
  record Whole(PullRequest request, Checks checks, List<Remark> remarks) {
    public Whole {
      remarks = List.copyOf(remarks);
    }
  }

  /** The latest pull request from that branch of the repository itself, open or not. */
  Outcome<Optional<PullRequest>> from(String branch);

  /** Pull requests changed at or after that time, latest change first. */
  Outcome<List<PullRequest>> changedSince(Instant since);

  /** The highest number that a pull request has; 0 where there is none. Later ones have higher. */
  Outcome<Integer> newest();

  /**
   * The numbers of the pull requests that the forge itself links with an issue of its own, closed
   * ones too; empty where the issue is none of this repository. Anybody's words may have made it
   * link one.
   */
  Outcome<List<Integer>> linkedWith(IssueId issue);

  /** What was checked on a commit. */
  Outcome<Checks> checks(String commit);

  /** The paths of the files that a pull request changes; where a file is renamed its new one. */
  Outcome<List<String>> paths(int number);

  /** Everything that was said on a pull request, earliest first: comments, reviews, lines. */
  Outcome<List<Remark>> remarks(int number);

  /** Says something, once under that key; said again with other words, it is rewritten. */
  Outcome<Nothing> comment(int number, String key, String body);

  /** Answers a remark on a line, once under that key. */
  Outcome<Nothing> reply(int number, String remark, String key, String body);

  /**
   * Closes the thread that a remark on a line is in; does nothing where that is done. A remark that
   * is gone is {@code ABSENT}.
   */
  Outcome<Nothing> resolve(int number, String remark);

  /** Adds and removes labels by name. */
  Outcome<Nothing> label(int number, List<String> added, List<String> removed);

  /** Asks an account for a review, and checks that it was asked. */
  Outcome<Nothing> requestReview(int number, String login);

  /**
   * Merges if the head still is {@code head}. Says {@code Merged} also if it was done before.
   *
   * @param message of the merge commit: first line, then a blank line and the rest if any
   */
  Outcome<Merging> merge(int number, String head, String message);

  /** Closes without merging, after saying why. */
  Outcome<Nothing> close(int number, String why);

  /** What the account may do in the repository; {@link Role#NONE} for strangers. */
  Outcome<Role> roleOf(String login);
}
