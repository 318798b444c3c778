package dev.signalbox.workspace.git;

import dev.signalbox.git.GitResult;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What {@code git merge-tree --write-tree -z} says.
 *
 * @param tree the merged tree, with markers where there is a conflict
 * @param paths in conflict, sorted
 * @param notes what git says about them, one sentence each
 */
record MergeReport(String tree, boolean isClean, List<String> paths, List<String> notes) {
  MergeReport {
    paths = List.copyOf(paths);
    notes = List.copyOf(notes);
  }

  /** Exit 0, or 1 with an object id first; anything else is a failure of git. */
  static Optional<MergeReport> of(GitResult result) {
    List<String> values = result.values();
    boolean isAnswer = result.exit() == 0 || result.exit() == 1;
    if (!isAnswer || values.isEmpty() || !RefName.isObjectId(values.getFirst())) {
      return Optional.empty();
    }
    Iterator<String> rest = values.listIterator(1);
    TreeSet<String> paths = new TreeSet<>();
    while (rest.hasNext()) {
      // Mode, id and stage, then a tab and the path; an empty value ends the list.
      String entry = rest.next();
      if (entry.isEmpty()) {
        break;
      }
      paths.add(entry.substring(entry.indexOf('\t') + 1));
    }
    List<String> notes = new ArrayList<>();
    while (rest.hasNext()) {
      note(rest, result.exit() == 1 ? paths : new TreeSet<>(), notes);
    }
    return Optional.of(
        new MergeReport(values.getFirst(), result.exit() == 0, List.copyOf(paths), notes));
  }

  /** A count, as many paths, a kind, and a sentence. */
  private static void note(Iterator<String> rest, TreeSet<String> paths, List<String> notes) {
    int count = Integer.parseInt(rest.next());
    List<String> named = new ArrayList<>();
    for (int i = 0; i < count && rest.hasNext(); i++) {
      named.add(rest.next());
    }
    String kind = rest.hasNext() ? rest.next() : "";
    String sentence = rest.hasNext() ? rest.next().strip() : "";
    if (kind.startsWith("CONFLICT")) {
      notes.add(sentence);
      if (paths.isEmpty()) {
        paths.addAll(named);
      }
    }
  }
}
