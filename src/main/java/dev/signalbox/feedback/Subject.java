package dev.signalbox.feedback;

import dev.signalbox.plan.IssueId;
import java.util.Optional;

/**
 * What it is about, as the sender says; what it does not say is empty.
 *
 * @param repository {@code owner/name}
 * @param pullRequest number within the repository
 * @param branch that the work is on
 * @param commit that it is about; for a remark on a line the one that it was made on first
 */
public record Subject(
    Optional<String> repository,
    Optional<IssueId> issue,
    Optional<Integer> pullRequest,
    Optional<String> branch,
    Optional<String> commit) {
  public static final Subject NOTHING =
      new Subject(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
