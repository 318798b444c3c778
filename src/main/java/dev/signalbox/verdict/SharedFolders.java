package dev.signalbox.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups phases by the folders in which they name files directly. */
final class SharedFolders {
  private SharedFolders() {}

  /** One group per folder, in the order of the folders; the root is not a folder here. */
  static List<Cliques.Clique> groups(Incidence writes) {
    Map<String, IntSequence> members = new TreeMap<>();
    for (int glob = 0; glob < writes.globs().size(); glob++) {
      int id = glob;
      writes
          .globs()
          .get(glob)
          .directParent()
          .ifPresent(folder -> {
            IntSequence own = members.computeIfAbsent(folder, _ -> new IntSequence());
            for (int phase : writes.phasesOf(id)) {
              own.add(phase);
            }
          });
    }
    List<Cliques.Clique> groups = new ArrayList<>();
    members.forEach((folder, own) -> groups.add(new Cliques.Clique(folder, own.toSortedSet())));
    return groups;
  }
}
