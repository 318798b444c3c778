package dev.signalbox.forge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A pull request as its forge shows it. All text in it is from outside and untrusted.
 *
 * @param number within the repository
 * @param url where a person sees it
 */
public record PullRequest(
    int number, String url, Text text, Head head, State state, Size size, Account author) {

  /**
   * What it says.
   *
   * @param body Markdown; may be empty
   */
  public record Text(String title, String body, List<String> labels) {
    public Text {
      labels = List.copyOf(labels);
    }
  }

  /**
   * What it brings, and where to.
   *
   * @param branch that it comes from
   * @param repository {@code owner/name} of that branch, which may be a fork; empty when it is gone
   * @param commit its tip
   * @param base the branch that it shall be merged into
   */
  public record Head(String branch, Optional<String> repository, String commit, String base) {}

  /**
   * Where it stands.
   *
   * @param mergeCommit of a merged one
   */
  public record State(Kind kind, boolean isDraft, Optional<String> mergeCommit, Instant updated) {

    /** Whether it is open. */
    public enum Kind {
      OPEN,
      MERGED,
      CLOSED
    }
  }

  /** How much it changes, in lines; empty where the answer did not say. */
  public record Size(Optional<Integer> additions, Optional<Integer> deletions) {}
}
