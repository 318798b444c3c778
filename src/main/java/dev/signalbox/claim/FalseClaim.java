package dev.signalbox.claim;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.ParallelClaim;
import dev.signalbox.plan.Phase;

/**
 * Two phases that the source claims to be parallel and that name a common file.
 *
 * @param earlier the one that comes first in the plan
 * @param path an example of a path that both touch
 */
public record FalseClaim(Phase earlier, Phase later, ParallelClaim claim, String path) {

  /** The warning, at the later phase. */
  public Problem problem() {
    return Problem.warning(
        ErrorCode.PLAN_CLAIM_FALSE,
        later.position(),
        "expected %s and %s of %s to name different files, found %s in both"
            .formatted(earlier.id(), later.id(), claim.group(), path),
        "take the parallel label from one of them, or let only one of them change the file");
  }
}
