package dev.signalbox.verdict;

import dev.signalbox.error.Position;
import dev.signalbox.glob.Glob;
import dev.signalbox.plan.BranchUse;
import dev.signalbox.plan.Overrule;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says in words what made a rule fire: which patterns meet, on which path, which line of the plan.
 */
final class Evidence {
  private static final int PATH_SHOWN_MAX = 8;

  private final Plan plan;
  private final Footprints footprints;
  private final Relations relations;
  private final PathClasses classes;
  private final RepositoryFacts facts;
  private final Map<Glob, List<String>> filesOf = new HashMap<>();

  Evidence(
      Plan plan,
      Footprints footprints,
      Relations relations,
      PathClasses classes,
      RepositoryFacts facts) {
    this.plan = plan;
    this.footprints = footprints;
    this.relations = relations;
    this.classes = classes;
    this.facts = facts;
  }

  /** The evidence for a pair and the rule that fired, most telling first. */
  List<String> of(int a, int b, Rule rule, @Nullable Overrule overrule) {
    List<String> evidence = new ArrayList<>();
    if (overrule != null) {
      evidence.add(
          "overruled by the plan at line "
              + overrule.position().line()
              + ": "
              + overrule.decision().name().toLowerCase(java.util.Locale.ROOT)
              + " because "
              + overrule.reason());
    }
    switch (rule) {
      case EXPLICIT_ORDER, RESEARCH_FIRST, READS_OUTPUT -> edge(a, b, evidence);
      case UNMERGEABLE_FILES -> unmergeable(a, b, evidence);
      case SHARED_INFRASTRUCTURE -> infrastructure(a, b, evidence);
      case IMPLIED_ORDER -> implied(a, b, evidence);
      case SHARED_FILES -> sharedFiles(a, b, evidence);
      case SHARED_DIRECTORY -> sharedFolder(a, b, evidence);
      case INDEPENDENT -> {
        // Nothing meets: there is nothing to show.
      }
    }
    return evidence;
  }

  private PhaseId id(int phase) {
    return plan.phases().get(phase).id();
  }

  private void edge(int a, int b, List<String> evidence) {
    Edge direct = relations.edge(a, b);
    Edge cyclic = relations.exclusions.readCycle(a, b);
    if (direct != null) {
      evidence.add(sentence(direct));
    } else if (cyclic != null) {
      evidence.add(sentence(cyclic));
      evidence.add("the reads go round in a circle, so the two exclude each other");
    }
  }

  private String sentence(Edge edge) {
    return switch (edge.reason()) {
      case Edge.Reason.Stated stated ->
          edge.rule() == Rule.RESEARCH_FIRST
              ? id(edge.from()) + " informs " + id(edge.to()) + place(stated.position())
              : id(edge.to()) + " comes after " + id(edge.from()) + place(stated.position());
      case Edge.Reason.Decided decided ->
          id(edge.to())
              + " executes only what is approved of the recommendation of "
              + id(edge.from())
              + place(decided.position());
      case Edge.Reason.Artifact artifact ->
          id(edge.from()) + " produces " + artifact.key() + ", " + id(edge.to()) + " reads it";
      case Edge.Reason.Files files -> {
        Glob read = footprints.reads().globs().get(files.read());
        Glob write = footprints.writes().globs().get(files.write());
        yield id(edge.from())
            + " writes "
            + write.text()
            + ", "
            + id(edge.to())
            + " reads "
            + read.text()
            + meetingPath(write, read);
      }
    };
  }

  /** The file's name is enough: all evidence is about one plan. */
  private static String place(Position position) {
    String file = position.file().substring(position.file().lastIndexOf('/') + 1);
    return " (" + new Position(file, position.line(), position.column()) + ")";
  }

  private void unmergeable(int a, int b, List<String> evidence) {
    Cliques.Clique common = relations.exclusions.unmergeable().common(a, b);
    if (common != null) {
      evidence.add("git cannot merge " + common.name() + ", which both touch");
    }
    for (int phase : new int[] {a, b}) {
      if (plan.phases().get(phase).handling().branch() == BranchUse.NONE) {
        evidence.add(id(phase) + " works on the base itself (branch: none)");
      }
    }
    sharedFiles(a, b, evidence);
  }

  private void infrastructure(int a, int b, List<String> evidence) {
    Cliques.Clique common = relations.exclusions.infrastructure().common(a, b);
    if (common != null) {
      evidence.add("both modify " + common.name());
    }
  }

  private void implied(int a, int b, List<String> evidence) {
    int[] forward = relations.graph.path(a, b);
    int[] path = forward.length > 0 ? forward : relations.graph.path(b, a);
    String shown =
        IntStream.of(path)
            .limit(PATH_SHOWN_MAX)
            .mapToObj(phase -> id(phase).value())
            .collect(Collectors.joining(" → "));
    evidence.add(
        path.length > PATH_SHOWN_MAX ? shown + " → … → " + id(path[path.length - 1]) : shown);
  }

  private void sharedFiles(int a, int b, List<String> evidence) {
    SharedFiles.Meeting meeting = relations.files.common(a, b);
    if (meeting == null) {
      return;
    }
    Glob mine = footprints.writes().globs().get(meeting.glob());
    Glob other = footprints.writes().globs().get(meeting.other());
    if (mine.equals(other)) {
      evidence.add(
          "both touch "
              + mine.text()
              + (mine.literalPath().isPresent() ? "" : meetingPath(mine, other)));
    } else {
      evidence.add(
          id(a)
              + " touches "
              + mine.text()
              + ", "
              + id(b)
              + " touches "
              + other.text()
              + meetingPath(mine, other));
    }
    classes
        .hotClassOf(commonPath(mine, other))
        .ifPresent(
            hot -> evidence.add("hot file (" + hot + "): most real conflicts are in such files"));
  }

  private void sharedFolder(int a, int b, List<String> evidence) {
    Cliques.Clique common = relations.folders.common(a, b);
    if (common != null) {
      evidence.add("both name files directly in " + common.name());
    }
  }

  private String meetingPath(Glob one, Glob other) {
    return "; both match " + commonPath(one, other);
  }

  /** A file of today that both match, else an example path. */
  private String commonPath(Glob one, Glob other) {
    Optional<String> literal = one.literalPath().or(other::literalPath);
    if (literal.isPresent()) {
      return literal.get();
    }
    return files(one).stream()
        .filter(other::matches)
        .findFirst()
        .or(() -> one.meet(other))
        .orElseThrow(() -> new IllegalStateException(one + " and " + other + " do not meet"));
  }

  private List<String> files(Glob glob) {
    return filesOf.computeIfAbsent(glob, g -> facts.files().stream().filter(g::matches).toList());
  }
}
