package dev.signalbox.verdict;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobIndex;
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

  /** Classes that hold all of a pattern, and classes that hold some of it. */
  private record Belonging(List<String> whole, List<PathClass> partial) {}

  Infrastructure(List<PathClass> classes, List<Problem> problems) {
    this.classes = classes;
    this.problems = problems;
    List<Glob> globs = new ArrayList<>();
    for (PathClass candidate : classes) {
      for (Glob glob : candidate.globs()) {
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
    for (Touch touch : phase.scope().touches()) {
      Belonging belonging =
          belongings.computeIfAbsent(folders.effective(touch.glob()), this::belonging);
      names.addAll(belonging.whole());
      if (!isTold && !belonging.partial().isEmpty()) {
        isTold = true;
        tell(touch, belonging.partial());
      }
    }
    return names;
  }

  private Belonging belonging(Glob glob) {
    List<String> whole = new ArrayList<>();
    List<PathClass> partial = new ArrayList<>();
    Set<String> meeting = glob.literalPath().isPresent() ? Set.of() : meeting(glob);
    for (PathClass candidate : classes) {
      if (isWithin(glob, candidate)) {
        whole.add(candidate.name());
      } else if (meeting.contains(candidate.name())) {
        partial.add(candidate);
      }
    }
    return new Belonging(whole, partial);
  }

  /** One path outside settles it, and most patterns have one at hand. */
  private static boolean isWithin(Glob glob, PathClass candidate) {
    String example = glob.witness();
    return candidate.globs().stream().anyMatch(own -> own.matches(example))
        && glob.escapeFrom(candidate.globs()).isEmpty();
  }

  /** The classes that hold a path of the pattern. */
  private Set<String> meeting(Glob glob) {
    Set<String> names = new HashSet<>();
    index.forEachMeeting(glob, found -> names.add(classOf.get(found)));
    return names;
  }

  private void tell(Touch touch, List<PathClass> partial) {
    PathClass first = partial.getFirst();
    String example =
        first.globs().stream()
            .flatMap(own -> own.meet(touch.glob()).stream())
            .findFirst()
            .orElse(first.globs().getFirst().text());
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
