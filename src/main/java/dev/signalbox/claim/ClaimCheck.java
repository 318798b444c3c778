package dev.signalbox.claim;

import dev.signalbox.error.Problem;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.ParallelClaim;
import dev.signalbox.plan.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the pairs of phases with one {@link ParallelClaim} that name a common file. Such labels are
 * often wrong: 31% of the pairs in public spec-kit files are (design section 2).
 *
 * <p>Phases that name no file are left alone: nothing contradicts their claim.
 */
public final class ClaimCheck {
  private ClaimCheck() {}

  /**
   * The false claims, each pair once; by group as first met in the plan, then by the later phase,
   * then by the earlier one. At most {@link Limits#PAIRS_PRINTED_MAX}: beyond that the labels mean
   * nothing and the first ones say so.
   *
   * <p>Patterns are looked up in an index and not compared pairwise.
   */
  public static List<FalseClaim> falseClaims(List<Phase> phases) {
    Map<ParallelClaim, List<Phase>> groups = new LinkedHashMap<>();
    for (Phase phase : phases) {
      phase
          .handling()
          .claim()
          .ifPresent(claim -> groups.computeIfAbsent(claim, key -> new ArrayList<>()).add(phase));
    }
    List<FalseClaim> found = new ArrayList<>();
    groups.forEach((claim, members) -> check(claim, members, found));
    return List.copyOf(found);
  }

  /** The same as warnings. */
  public static List<Problem> problems(List<Phase> phases) {
    return falseClaims(phases).stream().map(FalseClaim::problem).toList();
  }

  private static void check(ParallelClaim claim, List<Phase> members, List<FalseClaim> found) {
    ClaimGroup group = new ClaimGroup(members);
    for (int later = 0; later < members.size(); later++) {
      for (Map.Entry<Integer, String> common : group.earlier(later).entrySet()) {
        if (found.size() == Limits.PAIRS_PRINTED_MAX) {
          return;
        }
        Phase earlier = members.get(common.getKey());
        found.add(new FalseClaim(earlier, members.get(later), claim, common.getValue()));
      }
    }
  }
}
