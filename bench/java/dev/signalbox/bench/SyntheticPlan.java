package dev.signalbox.bench;

import dev.signalbox.error.Position;
import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobSyntaxException;
import dev.signalbox.plan.Estimate;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.PhaseRef;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.plan.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Plans of any size with three touch patterns per phase and few conflicts. */
final class SyntheticPlan {
  private static final Position AT = Position.startOf("plan.md");
  private static final long SEED = 42;

  private SyntheticPlan() {}

  /** The touch patterns of each phase: a file, a file pattern and a folder. */
  static List<List<String>> patterns(int phases) {
    Random random = new Random(SEED);
    List<List<String>> patterns = new ArrayList<>();
    for (int i = 0; i < phases; i++) {
      int module = random.nextInt(4 * phases);
      patterns.add(
          List.of(
              "src/main/m" + random.nextInt(4 * phases) + "/Type.java",
              "src/test/m" + module + "/*.java",
              "docs/m" + module + "/**"));
    }
    return patterns;
  }

  static Plan plan(int size) {
    Random random = new Random(SEED);
    List<List<String>> patterns = patterns(size);
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      PhaseDraft phase = new PhaseDraft(new PhaseId("P" + i), AT).title("Phase " + i);
      patterns.get(i).forEach(text -> phase.touches.add(new Touch(glob(text), AT)));
      if (i > 0 && random.nextInt(4) == 0) {
        phase.after.add(new PhaseRef(new PhaseId("P" + random.nextInt(i)), AT));
      }
      phase.estimate(new Estimate(Optional.empty(), OptionalInt.of(10 + random.nextInt(110))));
      phases.add(phase.build());
    }
    return new Plan(PlanHeader.untitled("plan.md", "Synthetic"), phases, List.of());
  }

  private static Glob glob(String text) {
    try {
      return Glob.parse(text);
    } catch (GlobSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same plan as a person would write it. */
  static String markdown(int size) {
    StringBuilder text =
        new StringBuilder("---\ntopic: synthetic\nproject: sdd\n---\n# Synthetic\n");
    Random random = new Random(SEED);
    List<List<String>> patterns = patterns(size);
    for (int i = 0; i < size; i++) {
      text.append("\n## Phase P").append(i).append(": Piece of work ").append(i).append('\n');
      text.append("- exec: tdd\n- touches: ").append(String.join(", ", patterns.get(i)));
      text.append("\n- infrastructure: none\n- estimate: $1, 30m\n");
      if (i > 0 && random.nextInt(4) == 0) {
        text.append("- after: P").append(random.nextInt(i)).append('\n');
      }
      text.append("\nContext:\n- one\n- two\n- three\n\nTasks:\n1. Do it\n\nDeliverable: Done.\n");
    }
    return text.toString();
  }
}
