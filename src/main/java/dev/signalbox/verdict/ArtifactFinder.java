package dev.signalbox.verdict;

import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobIndex;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.Resource;
import dev.signalbox.plan.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The artifacts that the phases of a plan share, from the classes of paths and from the plan. */
final class ArtifactFinder {
  /** Hot files that are a contract between sessions: nothing but a person can tell if it holds. */
  static final String CONTRACT = "API description";

  /** Hot files that a build reads: where a command verifies each merge, it has the last word. */
  static final String MANIFEST = "build manifest";

  private final Plan plan;
  private final FolderTouches folders;

  ArtifactFinder(Plan plan, FolderTouches folders) {
    this.plan = plan;
    this.folders = folders;
  }

  /**
   * The artifacts, infrastructure first.
   *
   * @param groups which phases modify which class of infrastructure
   */
  List<ArtifactClass> find(PathClasses classes, List<Cliques.Clique> groups) {
    List<ArtifactClass> found = new ArrayList<>();
    for (PathClass each : classes.infrastructure()) {
      found.add(
          new ArtifactClass(
              each.name(),
              ArtifactClass.Kind.INFRASTRUCTURE,
              patterns(each),
              members(each.name(), groups)));
    }
    boolean isVerified = plan.header().policy().verify().isPresent();
    for (PathClass each : classes.hot()) {
      if (each.name().equals(CONTRACT) || (each.name().equals(MANIFEST) && !isVerified)) {
        found.add(
            new ArtifactClass(each.name(), ArtifactClass.Kind.FILE, patterns(each), List.of()));
      }
    }
    found.addAll(deliverables());
    return found;
  }

  private static List<String> patterns(PathClass each) {
    return each.globs().globs().stream().map(Glob::text).toList();
  }

  private List<PhaseId> members(String name, List<Cliques.Clique> groups) {
    List<PhaseId> members = new ArrayList<>();
    for (Cliques.Clique group : groups) {
      if (group.name().equals(name)) {
        for (int member : group.members()) {
          members.add(plan.phases().get(member).id());
        }
      }
    }
    return members;
  }

  private List<ArtifactClass> deliverables() {
    List<Glob> globs = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (int phase = 0; phase < plan.phases().size(); phase++) {
      for (Touch touch : plan.phases().get(phase).changedFiles()) {
        globs.add(folders.effective(touch.glob()));
        owners.add(phase);
      }
    }
    GlobIndex index = GlobIndex.of(globs);
    List<ArtifactClass> found = new ArrayList<>();
    for (Phase phase : plan.phases()) {
      List<Glob> made = made(phase);
      if (!made.isEmpty()) {
        Set<Integer> expected = new TreeSet<>();
        made.forEach(
            glob -> index.forEachMeeting(glob, meeting -> expected.add(owners.get(meeting))));
        found.add(
            new ArtifactClass(
                ArtifactClass.deliverableOf(phase.id()),
                ArtifactClass.Kind.DELIVERABLE,
                made.stream().map(Glob::text).toList(),
                expected.stream().map(each -> plan.phases().get(each).id()).toList()));
      }
    }
    return found;
  }

  private List<Glob> made(Phase phase) {
    List<Glob> made = new ArrayList<>();
    for (Resource each : phase.scope().produces()) {
      if (each instanceof Resource.Files files) {
        made.add(folders.effective(files.touch().glob()));
      }
    }
    return made;
  }
}
