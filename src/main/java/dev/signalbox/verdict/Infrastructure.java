package dev.signalbox.verdict;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobIndex;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.Touch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which phases modify which class of shared infrastructure.
 *
 * <p>A touch belongs to a class only if every path that it can match does; where only some do, the
 * plan's author is asked to say so.
 */
final class Infrastructure {
  private final List<PathClass> classes;
  private final List<Problem> problems;
  private final Map<Glob, Belonging> belongings = new HashMap<>();
  private final List<String> classOf = new ArrayList<>();
  private final GlobIndex index;
  private int told;
  private int looks;

  /** Classes that hold all of a pattern, and classes that hold some of it. */
  private record Belonging(List<String> whole, List<PathClass> partial) {}

  Infrastructure(List<PathClass> classes, List<Problem> problems) {
    this.classes = classes;
    this.problems = problems;
    List<Glob> globs = new ArrayList<>();
    for (PathClass candidate : classes) {
      for (Glob glob : candidate.globs().globs()) {
        globs.add(glob);
        classOf.add(candidate.name());
      }
    }
    index = GlobIndex.of(globs);
  }

  /** One group per class, in the order of the classes; unknown names that phases state follow. */
  List<Cliques.Clique> groups(Plan plan, FolderTouches folders) {
    Map<String, IntSequence> members = new LinkedHashMap<>();
    classes.forEach(c -> members.put(c.name(), new IntSequence()));
    for (int i = 0; i < plan.phases().size(); i++) {
      for (String name : classesOf(plan.phases().get(i), folders)) {
        members.computeIfAbsent(name, _ -> new IntSequence()).add(i);
      }
    }
    tellWhereLookingEnded(plan);
    List<Cliques.Clique> groups = new ArrayList<>();
    members.forEach((name, own) -> groups.add(new Cliques.Clique(name, own.toArray())));
    return groups;
  }

  private Set<String> classesOf(Phase phase, FolderTouches folders) {
    if (phase.scope().infrastructure().isPresent()) {
      TreeSet<String> stated = new TreeSet<>(phase.scope().infrastructure().get());
      stated.forEach(name -> checkKnown(phase, name));
      return stated;
    }
    TreeSet<String> names = new TreeSet<>();
    boolean isTold = false;
    for (Touch touch : phase.changedFiles()) {
      Glob effective = folders.effective(touch.glob());
      Belonging belonging = belongings.computeIfAbsent(effective, this::belonging);
      names.addAll(belonging.whole());
      if (!isTold && !belonging.partial().isEmpty()) {
        isTold = true;
        tell(touch, effective, belonging.partial());
      }
    }
    return names;
  }

  private Belonging belonging(Glob glob) {
    List<String> whole = new ArrayList<>();
    List<PathClass> partial = new ArrayList<>();
    Set<String> meeting = looksOn(glob) ? meeting(glob) : Set.of();
    String example = glob.witness();
    for (PathClass candidate : classes) {
      if (isWithin(glob, example, candidate)) {
        whole.add(candidate.name());
      } else if (meeting.contains(candidate.name())) {
        partial.add(candidate);
      }
    }
    return new Belonging(whole, partial);
  }

  /**
   * Whether to look for a partial overlap. A path has none; and looking costs a search per class,
   * for a warning of which only so many are shown.
   */
  private boolean looksOn(Glob glob) {
    return glob.literalPath().isEmpty()
        && told < Limits.PROBLEMS_PER_CODE_MAX
        && looks++ < Limits.INFRASTRUCTURE_LOOKS_MAX;
  }

  /** One path outside settles it, and most patterns have one at hand. */
  private static boolean isWithin(Glob glob, String example, PathClass candidate) {
    return candidate.globs().matches(example)
        && (glob.literalPath().isPresent() || glob.escapeFrom(candidate.globs().globs()).isEmpty());
  }

  /** The classes that hold a path of the pattern. */
  private Set<String> meeting(Glob glob) {
    Set<String> names = new HashSet<>();
    index.forEachMeeting(glob, found -> names.add(classOf.get(found)));
    return names;
  }

  private void tell(Touch touch, Glob effective, List<PathClass> partial) {
    PathClass first = partial.getFirst();
    told++;
    String example =
        told > Limits.PROBLEMS_PER_CODE_MAX
            ? "a path of " + first.name()
            : example(first, effective);
    problems.add(
        Problem.warning(
            ErrorCode.PLAN_INFRASTRUCTURE_PARTIAL,
            touch.position(),
            "expected "
                + touch.glob().text()
                + " to lie inside or outside "
                + String.join(" and ", partial.stream().map(PathClass::name).toList())
                + ", found that it may match "
                + example,
            "add infrastructure: none or infrastructure: " + first.name() + " to the phase"));
  }

  private void tellWhereLookingEnded(Plan plan) {
    boolean isCut = told >= Limits.PROBLEMS_PER_CODE_MAX || looks > Limits.INFRASTRUCTURE_LOOKS_MAX;
    if (isCut) {
      problems.add(
          Problem.warning(
              ErrorCode.PLAN_PROBLEMS_OMITTED,
              plan.phases().getLast().position(),
              "expected few patterns that may reach shared infrastructure, found "
                  + told
                  + " and did not look at the rest",
              "say infrastructure: in each phase that has wide patterns"));
    }
  }

  private static String example(PathClass partial, Glob glob) {
    return partial.globs().globs().stream()
        .flatMap(own -> own.meet(glob).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(glob + " does not meet " + partial.name()));
  }

  private void checkKnown(Phase phase, String name) {
    if (classes.stream().noneMatch(c -> c.name().equals(name))) {
      problems.add(
          Problem.warning(
              ErrorCode.PLAN_INFRASTRUCTURE_UNKNOWN,
              phase.position(),
              "expected a class of shared infrastructure in phase "
                  + phase.id()
                  + ", found "
                  + name,
              "known classes: "
                  + String.join(", ", classes.stream().map(PathClass::name).toList())
                  + "; phases that name "
                  + name
                  + " are kept apart all the same"));
    }
  }
}
