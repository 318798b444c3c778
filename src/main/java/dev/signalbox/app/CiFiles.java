package dev.signalbox.app;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.review.yaml.ReviewFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the workflows with which CI reviews pull requests, and what they read, into a repository.
 */
final class CiFiles {
  /** Who looks: one agent (option A), models with a perspective each (option C). */
  static final List<String> KINDS = List.of("agent", "models");

  private static final String FOLDER = ".github/signalbox/review/";
  private static final List<String> PERSPECTIVES =
      List.of("challenger", "security", "devils-advocate");

  private final ReviewFiles shipped;

  /**
   * Files for a repository.
   *
   * @param shipped where the perspectives are taken from, a person's own first
   */
  CiFiles(ReviewFiles shipped) {
    this.shipped = shipped;
  }

  /** Whether git keeps something there: a folder with a head, or a link to a worktree's. */
  static boolean isRepository(Path root) {
    Path git = root.resolve(".git");
    return Files.isRegularFile(git) || Files.exists(git.resolve("HEAD"));
  }

  /**
   * Writes all of them or none: a file that is there and says something else is in the way, unless
   * {@code isForced}.
   *
   * @param root the repository's top folder
   * @return the paths of those that were written, from the root
   */
  List<String> write(Path root, List<String> kinds, boolean isForced) {
    Map<String, String> files = files(kinds);
    List<String> changed = files.keySet().stream().filter(it -> differs(root, it, files)).toList();
    List<String> there =
        changed.stream()
            .filter(it -> Files.exists(root.resolve(it), LinkOption.NOFOLLOW_LINKS))
            .toList();
    if (!there.isEmpty() && !isForced) {
      throw new SignalboxException(
          ErrorCode.INIT_FILE_EXISTS,
          "expected none of these files, or the same ones; found others: "
              + String.join(", ", there),
          List.of("nothing was written; --force writes over them", "or move them away"));
    }
    for (String path : changed) {
      write(root, path, files.getOrDefault(path, ""));
    }
    return changed;
  }

  private Map<String, String> files(List<String> kinds) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String kind : kinds) {
      String name = "signalbox-review-" + kind + ".yml";
      files.put(".github/workflows/" + name, shipped.resource("ci/" + name));
    }
    files.put(FOLDER + "review.sh", shipped.resource("ci/review.sh"));
    files.put(FOLDER + "findings.schema.json", shipped.resource("findings.schema.json"));
    for (String name : PERSPECTIVES) {
      files.put(
          FOLDER + "perspectives/" + name + ".md",
          shipped
              .perspective(name)
              .orElseThrow(() -> new IllegalStateException("expected the perspective " + name)));
    }
    return files;
  }

  private static boolean differs(Path root, String path, Map<String, String> files) {
    Path file = root.resolve(path);
    try {
      return !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || !Files.readString(file, StandardCharsets.UTF_8).equals(files.get(path));
    } catch (IOException e) {
      // What cannot be read is not the same.
      return true;
    }
  }

  /** A link in the repository does not lead a write out of it. */
  private static void write(Path root, String path, String text) {
    Path file = root.resolve(path);
    try {
      Path top = root.toRealPath();
      Path folder = file.resolveSibling(".").normalize();
      Files.createDirectories(folder);
      if (!folder.toRealPath().startsWith(top)
          || Files.isSymbolicLink(file)
          || Files.isDirectory(file)) {
        throw new SignalboxException(
            ErrorCode.OUTPUT_FAILED,
            "expected " + path + " to be a file inside the repository, found a link or a folder",
            List.of("move it away"));
      }
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.OUTPUT_FAILED,
          "expected to write " + path + ", found " + e.getClass().getSimpleName(),
          List.of("check the folder's permissions"),
          e);
    }
  }
}
