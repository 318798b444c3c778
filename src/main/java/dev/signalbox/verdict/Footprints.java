package dev.signalbox.verdict;

import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobIndex;
import dev.signalbox.glob.GlobSyntaxException;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.Resource;
import java.util.ArrayList;
import java.util.List;

/**
 * What all phases write and read, as patterns that meet.
 *
 * @param writes patterns of touched and produced files; everything for a phase that declares none
 * @param writeIndex finds written patterns
 * @param reads patterns of files read
 * @param writeMeetings per written pattern, the other written patterns that meet it, ascending
 * @param readMeetings per read pattern, the written patterns that meet it, ascending
 */
record Footprints(
    Incidence writes,
    GlobIndex writeIndex,
    Incidence reads,
    int[][] writeMeetings,
    int[][] readMeetings) {
  private static final Glob EVERYTHING = everything();

  static Footprints of(Plan plan, FolderTouches folders) {
    Incidence writes = writes(plan, folders);
    Incidence reads =
        Incidence.of(plan.phases().stream().map(p -> files(p.scope().reads(), folders)).toList());
    GlobIndex index = GlobIndex.of(writes.globs());
    int[][] writeMeetings = new int[writes.globs().size()][];
    for (int glob = 0; glob < writeMeetings.length; glob++) {
      writeMeetings[glob] = meeting(index, writes.globs().get(glob), glob);
    }
    int[][] readMeetings =
        reads.globs().stream().map(glob -> meeting(index, glob, -1)).toArray(int[][]::new);
    return new Footprints(writes, index, reads, writeMeetings, readMeetings);
  }

  /** What all phases write. */
  static Incidence writes(Plan plan, FolderTouches folders) {
    return Incidence.of(plan.phases().stream().map(p -> written(p, folders)).toList());
  }

  private static int[] meeting(GlobIndex index, Glob query, int self) {
    IntSequence found = new IntSequence();
    index.forEachMeeting(
        query,
        other -> {
          if (other != self) {
            found.add(other);
          }
        });
    return found.toArray();
  }

  private static List<Glob> written(Phase phase, FolderTouches folders) {
    List<Glob> globs = new ArrayList<>();
    phase.changedFiles().forEach(touch -> globs.add(folders.effective(touch.glob())));
    if (phase.touchesEverything()) {
      globs.add(EVERYTHING);
    }
    return globs;
  }

  private static List<Glob> files(List<Resource> resources, FolderTouches folders) {
    List<Glob> globs = new ArrayList<>();
    for (Resource resource : resources) {
      if (resource instanceof Resource.Files files) {
        globs.add(folders.effective(files.touch().glob()));
      }
    }
    return globs;
  }

  private static Glob everything() {
    try {
      return Glob.parse("**");
    } catch (GlobSyntaxException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
