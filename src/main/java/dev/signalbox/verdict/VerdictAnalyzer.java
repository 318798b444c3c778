package dev.signalbox.verdict;

import dev.signalbox.error.Problem;
import dev.signalbox.plan.BranchUse;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decides on every two phases of a plan by the mission's decision tree (design section 3). */
public final class VerdictAnalyzer {
  private final Plan plan;
  private final PathClasses classes;
  private final RepositoryFacts facts;
  private final List<Problem> problems = new ArrayList<>();
  private List<ArtifactClass> artifacts = List.of();

  private VerdictAnalyzer(Plan plan, PathClasses classes, RepositoryFacts facts) {
    this.plan = plan;
    this.classes = classes;
    this.facts = facts;
  }

  /**
   * What came out.
   *
   * @param table empty when a stated cycle or a contradicting overrule makes an order impossible
   * @param artifacts that the phases share; empty without a table
   * @param problems in the order found
   */
  public record Result(
      Optional<VerdictTable> table, List<ArtifactClass> artifacts, List<Problem> problems) {
    public Result {
      artifacts = List.copyOf(artifacts);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Analyses a plan.
   *
   * @param plan with distinct phase ids; references to unknown phases are ignored, being reported
   *     elsewhere
   */
  public static Result analyze(Plan plan, PathClasses classes, RepositoryFacts facts) {
    VerdictAnalyzer analyzer = new VerdictAnalyzer(plan, classes, facts);
    Optional<VerdictTable> table = analyzer.table();
    return new Result(table, analyzer.artifacts, analyzer.problems);
  }

  private Optional<VerdictTable> table() {
    Map<PhaseId, Integer> indexOf = indices();
    FolderTouches folders = new FolderTouches(plan, facts);
    folders.report(plan, problems);
    Footprints footprints = Footprints.of(plan, folders);
    EdgeMap edges = EdgeFinder.find(plan, indexOf, footprints, problems);
    if (problems.stream().anyMatch(Problem::isError)) {
      return Optional.empty();
    }
    Overrules overrules = Overrules.apply(plan.overrules(), indexOf, edges, problems);
    CycleCheck cycles = new CycleCheck(plan, edges, problems);
    if (!cycles.isOrderPossible()) {
      return Optional.empty();
    }
    Map<Long, Edge> readCycles = Exclusions.byPair(cycles.excludeReadCycles());
    SharedFiles files = new SharedFiles(footprints);
    int size = plan.phases().size();
    List<Cliques.Clique> infrastructure =
        new Infrastructure(classes.infrastructure(), problems).groups(plan, folders);
    artifacts = new ArtifactFinder(plan, folders).find(classes, infrastructure);
    Exclusions exclusions =
        new Exclusions(
            new Cliques(size, UnmergeableFiles.groups(footprints, classes, facts)),
            new Cliques(size, infrastructure),
            readCycles,
            withoutBranch(files),
            overrules.parallel());
    Cliques shared = new Cliques(size, SharedFolders.groups(footprints.writes()));
    Relations relations = new Relations(edges, exclusions, files, shared, overrules);
    overrules.checkAgainst(relations.graph, problems);
    if (problems.stream().anyMatch(Problem::isError)) {
      return Optional.empty();
    }
    Evidence evidence = new Evidence(plan, footprints, relations, classes, facts);
    int[] rank = TotalOrder.ranks(relations.graph, exclusions.ordered(planOrder(size)));
    return Optional.of(new VerdictTable(plan, indexOf, relations, evidence, rank));
  }

  private Map<PhaseId, Integer> indices() {
    Map<PhaseId, Integer> indices = new HashMap<>();
    for (int i = 0; i < plan.phases().size(); i++) {
      indices.put(plan.phases().get(i).id(), i);
    }
    return indices;
  }

  private static int[] planOrder(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    return order;
  }

  /** Pairs of which one works on the base itself and both touch a path. */
  private Set<Long> withoutBranch(SharedFiles files) {
    Set<Long> pairs = new TreeSet<>();
    for (int phase = 0; phase < plan.phases().size(); phase++) {
      if (plan.phases().get(phase).handling().branch() == BranchUse.NONE) {
        BitSet others = new BitSet();
        files.addNeighbours(phase, others);
        others.clear(phase);
        int self = phase;
        others.stream().forEach(other -> pairs.add(Exclusions.key(self, other)));
      }
    }
    return pairs;
  }
}
