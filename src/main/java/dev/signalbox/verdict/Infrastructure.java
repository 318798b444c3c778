package dev.signalbox.verdict;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.glob.Glob;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.Touch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Classes that hold all of a pattern, and a path of each class that holds some of it. */
  private record Belonging(List<String> whole, Map<String, String> partial) {}

  Infrastructure(List<PathClass> classes, List<Problem> problems) {
    this.classes = classes;
    this.problems = problems;
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
    Map<String, String> partial = new LinkedHashMap<>();
    for (PathClass candidate : classes) {
      Optional<String> common = meeting(candidate, glob);
      if (common.isPresent() && glob.escapeFrom(candidate.globs()).isEmpty()) {
        whole.add(candidate.name());
      } else if (common.isPresent()) {
        partial.put(candidate.name(), common.get());
      }
    }
    return new Belonging(whole, partial);
  }

  private static Optional<String> meeting(PathClass candidate, Glob glob) {
    return candidate.globs().stream().flatMap(own -> own.meet(glob).stream()).findFirst();
  }

  private void tell(Touch touch, Map<String, String> partial) {
    Map.Entry<String, String> first = partial.entrySet().iterator().next();
    problems.add(
        Problem.warning(
            ErrorCode.PLAN_INFRASTRUCTURE_PARTIAL,
            touch.position(),
            "expected "
                + touch.glob().text()
                + " to lie inside or outside "
                + String.join(" and ", partial.keySet())
                + ", found that it may match "
                + first.getValue(),
            "add infrastructure: none or infrastructure: " + first.getKey() + " to the phase"));
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
