package dev.signalbox.verdict;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobSyntaxException;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.Resource;
import dev.signalbox.plan.Touch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds touches that name a folder as if it were a file, such as {@code src/review}: read
 * literally, they would meet nothing below that folder and a collision would be missed.
 */
final class FolderTouches {
  private final Set<String> folders = new HashSet<>();

  FolderTouches(Plan plan, RepositoryFacts facts) {
    for (Phase phase : plan.phases()) {
      phase.scope().touches().forEach(touch -> add(touch.glob()));
      phase.scope().produces().forEach(this::add);
      phase.scope().reads().forEach(this::add);
    }
    for (String file : facts.files()) {
      int slash = file.lastIndexOf('/');
      if (slash > 0) {
        addFolder(file.substring(0, slash));
      }
    }
  }

  private void add(Resource resource) {
    if (resource instanceof Resource.Files files) {
      add(files.touch().glob());
    }
  }

  private void add(Glob glob) {
    glob.literalFolder().ifPresent(this::addFolder);
  }

  /** Adds a folder and those around it; what is known already has its parents too. */
  private void addFolder(String folder) {
    String next = folder;
    while (folders.add(next) && next.lastIndexOf('/') > 0) {
      next = next.substring(0, next.lastIndexOf('/'));
    }
  }

  /** The pattern itself, or everything below it where it names a folder. */
  Glob effective(Glob glob) {
    return isFolder(glob) ? below(glob) : glob;
  }

  private boolean isFolder(Glob glob) {
    return glob.literalPath().filter(folders::contains).isPresent();
  }

  private static Glob below(Glob folder) {
    try {
      return Glob.parse(folder.text() + "/**");
    } catch (GlobSyntaxException e) {
      throw new IllegalStateException("a literal with /** behind it must parse: " + folder, e);
    }
  }

  /** A warning for each touch that is read as a folder. */
  void report(Plan plan, List<Problem> problems) {
    for (Phase phase : plan.phases()) {
      for (Touch touch : phase.changedFiles()) {
        if (isFolder(touch.glob())) {
          problems.add(
              Problem.warning(
                  ErrorCode.PLAN_TOUCH_FOLDER,
                  touch.position(),
                  "expected a file or a pattern, found the folder " + touch.glob().text(),
                  "write " + touch.glob().text() + "/** for everything below it"));
        }
      }
    }
  }
}
