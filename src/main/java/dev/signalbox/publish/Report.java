package dev.signalbox.publish;

import dev.signalbox.plan.IssueId;
import java.util.List;
import java.util.Optional;

/**
 * What came of publishing a plan.
 *
 * @param scope within what, such as {@code linear:shop}
 * @param done one line for each thing that was made or changed
 * @param left what is still to be done after a failure
 * @param trouble why it ended before the end; empty where everything is there
 */
public record Report(
    String scope,
    Optional<IssueId> master,
    List<String> done,
    List<String> left,
    Optional<String> trouble) {
  public Report {
    done = List.copyOf(done);
    left = List.copyOf(left);
  }
}
