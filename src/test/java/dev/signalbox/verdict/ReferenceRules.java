package dev.signalbox.verdict;

import dev.signalbox.glob.Glob;
import dev.signalbox.plan.BranchUse;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseRef;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The decision tree written down pair by pair, without any index: slow and plain, to compare with.
 */
final class ReferenceRules {
  private final List<Phase> phases;
  private final int size;
  private final int[][] stated;
  private final boolean[][] derived;
  private final boolean[][] circular;
  private final boolean[][] path;
  private final boolean hasStatedCycle;

  ReferenceRules(Plan plan) {
    phases = plan.phases();
    size = phases.size();
    stated = new int[size][size];
    derived = new boolean[size][size];
    circular = new boolean[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        relate(i, j);
      }
    }
    hasStatedCycle = hasCycle(closure(false));
    boolean[][] all = closure(true);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        if (derivedEdge(i, j) && all[j][i]) {
          circular[i][j] = true;
        }
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        derived[i][j] &= !circular[i][j];
      }
    }
    path = closure(true);
  }

  private void relate(int i, int j) {
    for (PhaseRef ref : phases.get(j).scope().after()) {
      if (ref.id().equals(phases.get(i).id())) {
        stated[i][j] = 1;
      }
    }
    if (i != j && stated[i][j] == 0 && readsArtifact(i, j)) {
      stated[i][j] = 2;
    }
    for (PhaseRef ref : phases.get(i).scope().informs()) {
      if (ref.id().equals(phases.get(j).id()) && stated[i][j] == 0) {
        stated[i][j] = 3;
      }
    }
    derived[i][j] = i != j && readsFiles(i, j);
  }

  private boolean readsArtifact(int writer, int reader) {
    return artifacts(phases.get(reader).scope().reads())
        .anyMatch(key -> artifacts(phases.get(writer).scope().produces()).anyMatch(key::equals));
  }

  private static Stream<String> artifacts(List<Resource> resources) {
    return resources.stream()
        .filter(Resource.Artifact.class::isInstance)
        .map(r -> ((Resource.Artifact) r).key());
  }

  private boolean readsFiles(int writer, int reader) {
    return phases.get(reader).scope().reads().stream()
        .filter(Resource.Files.class::isInstance)
        .map(r -> ((Resource.Files) r).touch().glob())
        .anyMatch(read -> writes(writer).stream().anyMatch(w -> w.meet(read).isPresent()));
  }

  private List<Glob> writes(int phase) {
    return phases.get(phase).scope().touches().stream().map(t -> t.glob()).toList();
  }

  private boolean edge(int i, int j, boolean withDerived) {
    return stated[i][j] > 0 || (withDerived && derived[i][j] && stated[j][i] == 0);
  }

  private boolean[][] closure(boolean withDerived) {
    boolean[][] reach = new boolean[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        reach[i][j] = edge(i, j, withDerived);
      }
    }
    for (int k = 0; k < size; k++) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          reach[i][j] |= reach[i][k] && reach[k][j];
        }
      }
    }
    return reach;
  }

  private boolean hasCycle(boolean[][] reach) {
    for (int i = 0; i < size; i++) {
      if (reach[i][i]) {
        return true;
      }
    }
    return false;
  }

  /** The rule for a pair; empty when the plan has a stated cycle. */
  Optional<Rule> rule(int a, int b) {
    if (hasStatedCycle) {
      return Optional.empty();
    }
    int told = Math.min(code(a, b), code(b, a));
    if (told == 1) {
      return Optional.of(Rule.EXPLICIT_ORDER);
    }
    boolean reads = derivedEdge(a, b) || derivedEdge(b, a) || circular[a][b] || circular[b][a];
    if (told == 2 || reads) {
      return Optional.of(Rule.READS_OUTPUT);
    }
    if (told == 3) {
      return Optional.of(Rule.RESEARCH_FIRST);
    }
    return Optional.of(symmetric(a, b));
  }

  private int code(int i, int j) {
    return stated[i][j] == 0 ? Integer.MAX_VALUE : stated[i][j];
  }

  private boolean derivedEdge(int i, int j) {
    return derived[i][j] && stated[j][i] == 0;
  }

  private Rule symmetric(int a, int b) {
    boolean shares = shares(a, b);
    boolean isOnBase =
        phases.get(a).handling().branch() == BranchUse.NONE
            || phases.get(b).handling().branch() == BranchUse.NONE;
    if (shares
        && (isOnBase || (touches(a, "i/1.png") && touches(b, "i/1.png") && namesPicture()))) {
      return Rule.UNMERGEABLE_FILES;
    }
    if (isSchema(a) && isSchema(b)) {
      return Rule.SHARED_INFRASTRUCTURE;
    }
    if (path[a][b] || path[b][a]) {
      return Rule.IMPLIED_ORDER;
    }
    if (shares) {
      return Rule.SHARED_FILES;
    }
    boolean sharesFolder =
        writes(a).stream()
            .flatMap(g -> g.directParent().stream())
            .anyMatch(f ->
                writes(b).stream().flatMap(g -> g.directParent().stream()).anyMatch(f::equals));
    return sharesFolder ? Rule.SHARED_DIRECTORY : Rule.INDEPENDENT;
  }

  private boolean shares(int a, int b) {
    return writes(a).stream()
        .anyMatch(g -> writes(b).stream().anyMatch(h -> g.meet(h).isPresent()));
  }

  private boolean touches(int phase, String file) {
    return writes(phase).stream().anyMatch(g -> g.matches(file));
  }

  private boolean namesPicture() {
    return phases.stream()
        .anyMatch(
            p -> p.scope().touches().stream().anyMatch(t -> t.glob().text().equals("i/1.png")));
  }

  private boolean isSchema(int phase) {
    return writes(phase).stream().anyMatch(g -> g.text().startsWith("m/migrations/"));
  }
}
