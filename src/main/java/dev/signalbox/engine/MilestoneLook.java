package dev.signalbox.engine;

import dev.signalbox.review.FindingProof;
import dev.signalbox.review.MilestoneReport;
import java.util.List;

/**
 * A session's work at a milestone, and what it handed in about it.
 *
 * @param tip the branch's commit; empty if the branch is gone or another one is checked out
 * @param uncommitted paths that are changed and not committed
 * @param report what was handed in
 * @param proofs what was found of the evidence of its findings, at {@code tip}
 */
public record MilestoneLook(
    String tip, List<String> uncommitted, MilestoneReport report, List<FindingProof> proofs) {
  public MilestoneLook {
    uncommitted = List.copyOf(uncommitted);
    proofs = List.copyOf(proofs);
  }
}
