package dev.signalbox.workspace.git;

import dev.signalbox.limit.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The refs of a workspace, read as plain files without git, whose configuration there is not ours.
 *
 * <p>Links are not followed and everything that is not a full id is passed over.
 */
final class WorkspaceRefs {
  private static final String SYMBOLIC = "ref: ";

  private final Path gitFolder;

  WorkspaceRefs(Path gitFolder) {
    this.gitFolder = gitFolder;
  }

  /** The full name of the ref that is checked out; empty if a commit is, or nothing. */
  Optional<String> checkedOut() throws IOException {
    return line(gitFolder.resolve("HEAD"))
        .filter(text -> text.startsWith(SYMBOLIC))
        .map(text -> text.substring(SYMBOLIC.length()).strip())
        .filter(RefName::isRef);
  }

  /** The commit that is checked out. */
  Optional<String> head() throws IOException {
    Optional<String> name = checkedOut();
    return name.isPresent() ? commit(name.get()) : idIn(gitFolder.resolve("HEAD"));
  }

  /** The value of a ref by its full name. */
  Optional<String> commit(String name) throws IOException {
    if (!RefName.isRef(name)) {
      return Optional.empty();
    }
    try {
      Path file = gitFolder.resolve(name);
      Optional<String> loose = isReachedWithoutLinks(file) ? idIn(file) : Optional.empty();
      return loose.isPresent() ? loose : Optional.ofNullable(packed().get(name));
    } catch (InvalidPathException e) {
      // The machine's character set lacks a letter of the name, so no such file can be opened.
      return Optional.ofNullable(packed().get(name));
    }
  }

  /**
   * Everything that holds work: branches, tags and other refs, the stash with all its entries, and
   * what is checked out here and in work trees linked to here. Refs that follow a remote are not
   * this session's work.
   */
  SortedMap<String, String> work() throws IOException {
    SortedMap<String, String> all = new TreeMap<>(packed());
    Path refs = gitFolder.resolve("refs");
    for (Path file : filesBelow(refs)) {
      idIn(file).ifPresent(id -> all.put("refs/" + refs.relativize(file), id));
    }
    all.keySet().removeIf(name -> name.startsWith("refs/remotes/"));
    addStash(all);
    head().ifPresent(id -> all.put("HEAD", id));
    Path linked = gitFolder.resolve("worktrees");
    for (Path file : filesBelow(linked)) {
      if (file.endsWith("HEAD")) {
        idIn(file).ifPresent(id -> all.put("worktrees/" + linked.relativize(file), id));
      }
    }
    return all;
  }

  /** Older entries of the stash are in its log alone: old id, new id, who, when, what. */
  private void addStash(Map<String, String> all) throws IOException {
    Path log = gitFolder.resolve("logs").resolve("refs").resolve("stash");
    int number = 0;
    for (String line : text(log, Limits.PACKED_REFS_BYTES_MAX).lines().toList()) {
      String[] words = line.split(" ", 3);
      if (words.length == 3 && RefName.isObjectId(words[1])) {
        all.put("stash entry " + ++number, words[1]);
      }
    }
  }

  private Map<String, String> packed() throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    String packed = text(gitFolder.resolve("packed-refs"), Limits.PACKED_REFS_BYTES_MAX);
    for (String line : packed.lines().toList()) {
      int space = line.indexOf(' ');
      if (space > 0 && RefName.isObjectId(line.substring(0, space))) {
        found.put(line.substring(space + 1).strip(), line.substring(0, space));
      }
    }
    return found;
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found =
          files
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .limit(Limits.WORKSPACE_REFS_MAX + 1L)
              .toList();
      if (found.size() > Limits.WORKSPACE_REFS_MAX) {
        throw new IOException("more than " + Limits.WORKSPACE_REFS_MAX + " refs in a workspace");
      }
      return found;
    }
  }

  private boolean isReachedWithoutLinks(Path file) {
    for (Path part = file; !part.equals(gitFolder); part = Folders.parentOf(part)) {
      if (Files.isSymbolicLink(part)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> idIn(Path file) throws IOException {
    return line(file).filter(RefName::isObjectId);
  }

  private static Optional<String> line(Path file) throws IOException {
    return text(file, 4096).lines().findFirst().map(String::strip);
  }

  /** The beginning of an ordinary file; empty for everything else, such as a pipe that blocks. */
  static String text(Path file, int bytesMax) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return "";
    }
    try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return new String(stream.readNBytes(bytesMax), StandardCharsets.UTF_8);
    }
  }
}
