package dev.signalbox.verdict;

import dev.signalbox.error.Position;
import dev.signalbox.plan.BranchUse;
import dev.signalbox.plan.Estimate;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.PhaseRef;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.plan.Resource;
import dev.signalbox.plan.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Plans from a seed. */
public final class RandomPlan {
  private static final List<String> PATTERNS =
      List.of(
          "a/x",
          "a/y",
          "a/**",
          "b/x",
          "b/*",
          "c/d/e",
          "c/**",
          "**/x",
          "m/migrations/1",
          "m/migrations/2",
          "{a,c}/x",
          "i/1.png",
          "i/*",
          "q",
          "**");
  private static final Position AT = Position.startOf("p.md");

  private RandomPlan() {}

  /** A small plan in which every rule has a chance; it may hold cycles. */
  public static Plan dense(Random random) {
    int size = 2 + random.nextInt(7);
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      PhaseDraft phase = new PhaseDraft(id(i), AT);
      for (int t = random.nextInt(3); t >= 0; t--) {
        phase.touches.add(touch(PATTERNS.get(random.nextInt(PATTERNS.size() - random.nextInt(2)))));
      }
      if (random.nextInt(4) == 0) {
        phase.reads.add(new Resource.Files(touch(PATTERNS.get(random.nextInt(PATTERNS.size())))));
      }
      if (random.nextInt(5) == 0) {
        phase.reads.add(new Resource.Artifact("api", "v" + random.nextInt(3), AT));
      }
      if (random.nextInt(5) == 0) {
        phase.produces.add(new Resource.Artifact("api", "v" + random.nextInt(3), AT));
      }
      if (random.nextInt(5) == 0) {
        phase.after.add(new PhaseRef(id(random.nextInt(size)), AT));
      }
      if (random.nextInt(9) == 0) {
        phase.informs.add(new PhaseRef(id(random.nextInt(size)), AT));
      }
      if (random.nextInt(9) == 0) {
        phase.branch(BranchUse.NONE);
      }
      phases.add(phase.build());
    }
    return plan(phases);
  }

  /** A larger plan with few conflicts and an order that always works. */
  public static Plan sparse(Random random, int size) {
    List<Phase> phases = new ArrayList<>();
    int folders = Math.max(2, size * (1 + random.nextInt(4)));
    for (int i = 0; i < size; i++) {
      PhaseDraft phase = new PhaseDraft(id(i), AT);
      for (int t = 0; t < 3; t++) {
        phase.touches.add(touch("src/d" + random.nextInt(folders) + (t == 0 ? "/**" : "/f" + t)));
      }
      if (i > 0 && random.nextInt(3) == 0) {
        phase.after.add(new PhaseRef(id(random.nextInt(i)), AT));
      }
      if (random.nextInt(20) == 0) {
        phase.touches.add(touch("db/migrations/" + i));
      }
      phase.estimate(new Estimate(Optional.empty(), OptionalInt.of(10 + random.nextInt(120))));
      phases.add(phase.build());
    }
    return plan(phases);
  }

  private static Plan plan(List<Phase> phases) {
    return new Plan(PlanHeader.untitled("p.md", "p"), phases, List.of());
  }

  private static PhaseId id(int index) {
    return new PhaseId("P" + index);
  }

  private static Touch touch(String text) {
    return new Touch(PlanText.glob(text), AT);
  }
}
