package dev.signalbox.claim;

import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobIndex;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Resource;
import dev.signalbox.plan.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The phases with one claim, and an index of what they touch. */
final class ClaimGroup {
  private final List<List<Glob>> touches = new ArrayList<>();
  private final List<Glob> all = new ArrayList<>();

  /** For each of {@link #all} the number of its phase. */
  private final List<Integer> owners = new ArrayList<>();

  private final GlobIndex index;

  ClaimGroup(List<Phase> phases) {
    for (int number = 0; number < phases.size(); number++) {
      List<Glob> globs = globs(phases.get(number));
      touches.add(globs);
      for (Glob glob : globs) {
        all.add(glob);
        owners.add(number);
      }
    }
    index = GlobIndex.of(all);
  }

  /** The numbers of the phases before {@code later} that it meets, each with a common path. */
  SortedMap<Integer, String> earlier(int later) {
    SortedMap<Integer, String> common = new TreeMap<>();
    for (Glob glob : touches.get(later)) {
      index.forEachMeeting(
          glob,
          hit -> {
            if (owners.get(hit) < later) {
              common.computeIfAbsent(owners.get(hit), owner -> path(glob, all.get(hit)));
            }
          });
    }
    return common;
  }

  private static String path(Glob one, Glob other) {
    return one.meet(other).orElseGet(one::text);
  }

  private static List<Glob> globs(Phase phase) {
    List<Glob> globs = new ArrayList<>();
    phase.scope().touches().stream().map(Touch::glob).forEach(globs::add);
    for (Resource resource : phase.scope().produces()) {
      if (resource instanceof Resource.Files made) {
        globs.add(made.touch().glob());
      }
    }
    return globs;
  }
}
