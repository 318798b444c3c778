package dev.signalbox.app;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.repository.Repository;
import dev.signalbox.repository.git.GitRepository;
import dev.signalbox.view.TableText;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder whose plans a model may name: with any path it could have files of the machine read
 * that nobody meant to be plans.
 *
 * @param top the repository around the folder that the person is in, else that folder
 */
record PlanFolder(Path top) {
  private static final int SHOWN_CHARS_MAX = 200;

  static PlanFolder here() {
    Path here = Path.of("").toAbsolutePath();
    return new PlanFolder(GitRepository.containing(here).map(Repository::root).orElse(here));
  }

  /**
   * What the planning is asked for: an issue in a tracker as it is, a file by its real path.
   *
   * @throws SignalboxException where it is not there, or outside, or leads outside
   */
  String plan(String name) {
    if (TrackerRef.of(name).isPresent()) {
      return name;
    }
    Path real;
    Path inside;
    try {
      inside = top.toRealPath();
      real = inside.resolve(name).toRealPath();
    } catch (IOException | InvalidPathException e) {
      throw refused("expected a plan in " + top + ", found none named ", name);
    }
    if (!real.startsWith(inside)) {
      throw refused("expected a plan in " + top + ", found one outside: ", name);
    }
    return real.toString();
  }

  private static SignalboxException refused(String message, String name) {
    String shown = name.substring(0, Math.min(name.length(), SHOWN_CHARS_MAX));
    return new SignalboxException(
        ErrorCode.USAGE_INVALID,
        message + TableText.plain(shown),
        List.of(
            "name a file or folder of that repository, or an issue such as linear:SHOP-100",
            "for another repository, start signalbox mcp there"));
  }
}
