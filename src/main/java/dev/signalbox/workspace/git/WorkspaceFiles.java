package dev.signalbox.workspace.git;

import dev.signalbox.workspace.WorkspaceOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The files that Signalbox puts into a workspace: its own, and copies of ignored ones. */
final class WorkspaceFiles {
  /** What Signalbox and its sessions keep in a workspace's root, whether it is there or not. */
  private static final List<String> OWN =
      List.of(".sdd-state.json", ".sdd-progress.md", ".sdd-summary.md", ".sdd-review.md");

  private final WorkspaceOrder order;
  private final Path root;
  private final Path parts;

  /**
   * Does nothing yet.
   *
   * @param root of the repository that copies are taken from
   * @param parts an existing folder of our own on the workspaces' disk
   */
  WorkspaceFiles(WorkspaceOrder order, Path root, Path parts) {
    this.order = order;
    this.root = root;
    this.parts = parts;
  }

  /** Lines for {@code info/exclude}, so that git does not see these files. */
  List<String> excluded() {
    Set<String> names = new LinkedHashSet<>(OWN);
    names.addAll(new TreeMap<>(order.stateFiles()).keySet());
    names.addAll(order.copies());
    return names.stream().map(WorkspaceFiles::pattern).toList();
  }

  /** Refuses names that could lead out of the workspace or the repository. */
  void check() throws WorkspaceException {
    for (String name : order.stateFiles().keySet()) {
      Path path = inside(name);
      if (path.getNameCount() != 1) {
        throw WorkspaceException.lasting("state file: expected a plain name, found " + name);
      }
    }
    for (String copy : order.copies()) {
      source(inside(copy), copy);
    }
  }

  /** Adds what is missing to a workspace. */
  void addTo(Path workspace) throws IOException, WorkspaceException {
    for (Map.Entry<String, String> file : new TreeMap<>(order.stateFiles()).entrySet()) {
      Path target = workspace.resolve(inside(file.getKey()));
      if (!Folders.isThere(target)) {
        Folders.write(parts, target, file.getValue());
      }
    }
    for (String copy : order.copies()) {
      Path relative = inside(copy);
      Path source = source(relative, copy);
      Path target = workspace.resolve(relative);
      if (Files.exists(source) && !Folders.isThere(target)) {
        makeFolders(workspace, relative);
        copy(source, target);
      }
    }
    addExcludes(workspace);
  }

  private void copy(Path source, Path target) throws IOException {
    Path made = parts.resolve(".made-copy");
    // With its rights: a file with secrets stays closed to others.
    Files.copy(
        source, made, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    Folders.move(made, target);
  }

  private void addExcludes(Path workspace) throws IOException, WorkspaceException {
    Path git = workspace.resolve(".git");
    Path info = git.resolve("info");
    if (!Folders.isThere(info)) {
      Files.createDirectory(info);
    }
    Path file = info.resolve("exclude");
    if (!Folders.isFolder(git) || !Folders.isFolder(info) || Files.isSymbolicLink(file)) {
      throw WorkspaceException.lasting(
          "workspace: expected plain folders, found a link at " + info);
    }
    List<String> lines =
        new ArrayList<>(WorkspaceRefs.text(file, Integer.MAX_VALUE).lines().toList());
    List<String> missing = excluded().stream().filter(line -> !lines.contains(line)).toList();
    if (!missing.isEmpty()) {
      lines.addAll(missing);
      Folders.write(parts, file, String.join("\n", lines) + "\n");
    }
  }

  /** A link that came with the repository's files could lead anywhere; so could an agent's. */
  private static void makeFolders(Path workspace, Path relative)
      throws IOException, WorkspaceException {
    Path folder = workspace;
    for (int i = 0; i < relative.getNameCount() - 1; i++) {
      folder = folder.resolve(relative.getName(i));
      if (!Folders.isThere(folder)) {
        Files.createDirectory(folder);
      } else if (!Folders.isFolder(folder)) {
        throw WorkspaceException.lasting(
            "copy: expected a folder, found something else at " + relative.getParent());
      }
    }
  }

  private static Path inside(String name) throws WorkspaceException {
    try {
      Path path = Path.of(name);
      boolean isPlain =
          !name.isBlank()
              && !path.isAbsolute()
              && path.normalize().equals(path)
              && !path.startsWith("..")
              && !path.getName(0).toString().equalsIgnoreCase(".git")
              && name.chars().noneMatch(c -> c < ' ');
      if (isPlain) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw WorkspaceException.lasting("copy: expected a path, found " + e.getMessage());
    }
    throw WorkspaceException.lasting(
        "copy: expected a path inside the repository, found " + name.strip());
  }

  private Path source(Path relative, String copy) throws WorkspaceException {
    Path source = root.resolve(relative);
    if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
      return source;
    }
    try {
      Path real = source.toRealPath();
      if (!real.startsWith(root.toRealPath()) || real.startsWith(root.resolve(".git"))) {
        throw WorkspaceException.lasting(
            "copy: expected a file inside the repository, found " + copy + ", which leads out");
      }
      if (!Files.isRegularFile(real)) {
        throw WorkspaceException.lasting("copy: expected a file, found " + copy);
      }
      return real;
    } catch (IOException e) {
      throw WorkspaceException.lasting("copy: expected to read " + copy + ", found " + e);
    }
  }

  /** The line that names exactly this path: git reads some letters as patterns. */
  private static String pattern(String path) {
    StringBuilder line = new StringBuilder("/");
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if ("\\*?[]#! ".indexOf(c) >= 0) {
        line.append('\\');
      }
      line.append(c);
    }
    return line.toString();
  }
}
