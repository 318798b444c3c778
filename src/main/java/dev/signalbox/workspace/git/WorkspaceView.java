package dev.signalbox.workspace.git;

import dev.signalbox.git.GitProgram;
import dev.signalbox.git.GitResult;
import dev.signalbox.limit.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A git folder of our own that sees a workspace's objects and files, and none of its settings.
 *
 * <p>An agent can write anything into the git folder of its workspace: filters, hooks, a file
 * system monitor, a hook for packing. Each is a program that git would run. So git never opens that
 * folder. This one has our configuration and our index, borrows the workspace's objects, and gets
 * the values of refs from {@link WorkspaceRefs}.
 */
final class WorkspaceView {
  private final Path folder;
  private final Path workspace;
  private final SharedRepository repository;
  private final GitProgram git;

  private WorkspaceView(Path folder, Path workspace, SharedRepository repository) {
    this.folder = folder;
    this.workspace = workspace;
    this.repository = repository;
    this.git =
        repository
            .git()
            .in(folder)
            .withoutConfiguration()
            .withGitFolder(folder)
            .with("GIT_WORK_TREE", workspace.toString());
  }

  /**
   * Opens a view, and makes what is missing of it.
   *
   * @param folder of the view; outside the workspace
   */
  static WorkspaceView open(Path folder, Path workspace, SharedRepository repository)
      throws IOException, WorkspaceException {
    WorkspaceView view = new WorkspaceView(folder, workspace, repository);
    view.refuseForeignShape();
    view.complete();
    return view;
  }

  /** The agent may have put links in place of the folders that are read here. */
  private void refuseForeignShape() throws IOException, WorkspaceException {
    Path theirs = workspace.resolve(".git");
    for (Path part : List.of(workspace, theirs, theirs.resolve("objects"))) {
      if (!Folders.isFolder(part)) {
        throw WorkspaceException.lasting(
            "workspace: expected a folder " + part + ", found something else");
      }
    }
    // Through other borrowed objects a workspace could reach into repositories it may not see.
    String borrowed =
        WorkspaceRefs.text(theirs.resolve("objects").resolve("info").resolve("alternates"), 8192);
    if (borrowed.lines().anyMatch(line -> !line.equals(repository.objects().toString()))) {
      throw WorkspaceException.lasting(
          "workspace: expected objects borrowed from the repository only, found "
              + borrowed.strip());
    }
  }

  private void complete() throws IOException {
    Files.createDirectories(folder.resolve("refs").resolve("heads"));
    Files.createDirectories(folder.resolve("info"));
    Path info = Files.createDirectories(folder.resolve("objects").resolve("info"));
    Folders.note(
        info.resolve("alternates"),
        workspace.resolve(".git").resolve("objects") + "\n" + repository.objects() + "\n");
    Folders.note(folder.resolve("config"), configuration());
    if (!Files.exists(folder.resolve("HEAD"))) {
      Folders.note(folder.resolve("HEAD"), "ref: refs/heads/none\n");
    }
    // A git that was killed leaves its lock; nobody else works in here.
    Files.deleteIfExists(folder.resolve("index.lock"));
  }

  private String configuration() {
    // A graph of commits that lies among the workspace's objects could be forged.
    return repository.ownConfiguration("\tcommitGraph = false\n");
  }

  /**
   * Takes over the index of a workspace that no agent has touched yet, so that later only files
   * that changed are read.
   *
   * @param folder of the view
   */
  static void takeIndex(Path folder, Path gitFolder) throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve("index.lock"));
    Path made = folder.resolve(".made-index");
    Files.copy(gitFolder.resolve("index"), made, StandardCopyOption.REPLACE_EXISTING);
    Folders.move(made, folder.resolve("index"));
  }

  /** What is not to be reported as uncommitted: lines as in {@code .gitignore}. */
  void exclude(List<String> patterns) throws IOException {
    Folders.note(folder.resolve("info").resolve("exclude"), String.join("\n", patterns) + "\n");
  }

  /** Paths that differ from {@code head} or are new, sorted. */
  List<String> uncommitted(Optional<String> head) throws IOException, WorkspaceException {
    if (head.isPresent()) {
      SharedRepository.must(git.run("read-tree", "--reset", commitOf(head.get())));
      Folders.note(folder.resolve("HEAD"), head.get() + "\n");
    } else {
      SharedRepository.must(git.run("read-tree", "--empty"));
      Folders.note(folder.resolve("HEAD"), "ref: refs/heads/none\n");
    }
    GitResult status =
        git.run(
            "status",
            "--porcelain=v1",
            "-z",
            "--no-renames",
            "--untracked-files=all",
            "--ignore-submodules=all");
    return SharedRepository.must(status).values().stream()
        .map(entry -> entry.substring(Math.min(3, entry.length())))
        .sorted()
        .limit(Limits.UNCOMMITTED_PATHS_MAX)
        .toList();
  }

  /** Checked-out submodules: repositories of their own, into which nothing here looks. */
  List<String> submodules() throws WorkspaceException {
    List<String> found = new ArrayList<>();
    for (String entry : SharedRepository.must(git.run("ls-files", "--stage", "-z")).values()) {
      String path = entry.substring(entry.indexOf('\t') + 1);
      if (entry.startsWith("160000 ") && Folders.isThere(workspace.resolve(path).resolve(".git"))) {
        found.add(path);
      }
    }
    return found;
  }

  /** Commits of {@code tip} that {@code start} has not. */
  int commitsSince(String start, String tip) throws WorkspaceException {
    GitResult count = git.run("rev-list", "--count", tip, "^" + start, "--");
    return Integer.parseInt(SharedRepository.must(count).text());
  }

  /** What git says that stands at {@code commit:path}: a kind, a size; or nothing. */
  Optional<String> entry(String commit, String path) {
    GitResult found = git.run("ls-tree", "-l", "-z", "--full-tree", commit, "--", path);
    return found.isOk() ? found.values().stream().findFirst() : Optional.empty();
  }

  /** The bytes of an object as text. */
  String blob(String id) throws WorkspaceException {
    return SharedRepository.must(git.run("cat-file", "blob", id)).out();
  }

  /** Whether everything that {@code tip} has is in {@code base}. */
  boolean isIn(String base, String tip) throws WorkspaceException {
    GitResult found = git.run("rev-list", "--max-count=1", tip, "^" + base, "--");
    return SharedRepository.must(found).text().isEmpty();
  }

  /**
   * Offers one commit for fetching; the folder to fetch from, where it is {@code refs/heads/tip}.
   */
  Path offer(String tip) throws IOException {
    Folders.note(folder.resolve("refs").resolve("heads").resolve("tip"), tip + "\n");
    return folder;
  }

  Path folder() {
    return folder;
  }

  private static String commitOf(String id) {
    return id + "^{commit}";
  }
}
