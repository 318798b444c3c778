package dev.signalbox.prompt;

import dev.signalbox.glob.Glob;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Touch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which paths a session may change and which it may not. Paths that another session of the batch
 * touches are forbidden, but for those that this phase touches too: both work on them, on separate
 * branches.
 *
 * @param own what the phase touches and makes, as code; empty where it may change everything, or
 *     nothing
 * @param forbidden bullets, each a path and why
 * @param shared paths that are this phase's and another's, as code
 */
record Boundaries(List<String> own, List<String> forbidden, List<String> shared) {

  static Boundaries of(PromptContext context) {
    List<Glob> own = context.phase().changedFiles().stream().map(Touch::glob).distinct().toList();
    List<String> forbidden = new ArrayList<>();
    for (Touch protect : context.header().policy().protect()) {
      forbidden.add(code(protect.glob()) + " (protected by the plan)");
    }
    forbidden.add(
        Markdown.code(context.place().planFile()) + " (the plan file: Signalbox writes it)");
    Set<String> shared = new LinkedHashSet<>();
    for (Glob other : context.othersTouch()) {
      if (covers(context.phase(), own, other)) {
        shared.add(code(other));
      } else {
        List<Glob> within =
            own.stream().filter(mine -> mine.escapeFrom(List.of(other)).isEmpty()).toList();
        within.forEach(mine -> shared.add(code(mine)));
        forbidden.add(code(other) + anotherSession(!within.isEmpty()));
      }
    }
    return new Boundaries(
        own.stream().map(Boundaries::code).toList(), forbidden, List.copyOf(shared));
  }

  private static boolean covers(Phase phase, List<Glob> own, Glob other) {
    return phase.touchesEverything() || other.escapeFrom(own).isEmpty();
  }

  private static String anotherSession(boolean holdsShared) {
    return holdsShared
        ? " (another session of this batch, apart from the shared paths)"
        : " (another session of this batch)";
  }

  private static String code(Glob glob) {
    return Markdown.code(glob.text());
  }
}
