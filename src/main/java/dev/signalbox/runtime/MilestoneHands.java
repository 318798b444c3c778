package dev.signalbox.runtime;

import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.MilestoneLook;
import dev.signalbox.engine.ReviewPlan;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.review.EvidenceMatcher;
import dev.signalbox.review.MilestoneReader;
import dev.signalbox.review.MilestoneReport;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.ExitLook;
import dev.signalbox.workspace.Workspaces;
import java.util.List;

/** Looks at what a session hands in at a milestone, and at the files that its findings quote. */
final class MilestoneHands {
  private final Workspaces workspaces;

  MilestoneHands(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  Input look(RunSpec spec, String branch, Effect.LookAtMilestone effect) {
    SessionKey key = new SessionKey(spec.run(), effect.session());
    ExitLook work = workspaces.look(key, branch);
    String tip = work.isOnBranch() ? work.tip().orElse("") : "";
    List<String> reviewers = spec.lineup().review().map(ReviewPlan::reviewers).orElse(List.of());
    MilestoneReport report = MilestoneReader.read(reviewers, workspaces.handedInReview(key));
    return new Input.MilestoneSeen(
        effect.cause(),
        effect.session(),
        new MilestoneLook(
            tip,
            work.uncommitted(),
            report,
            EvidenceMatcher.check(
                report.opinions(),
                workspaces.filesAt(key, tip, EvidenceMatcher.paths(report.opinions())))));
  }
}
