package dev.signalbox.workspace.git;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.git.GitProgram;
import dev.signalbox.git.GitResult;
import dev.signalbox.session.SessionKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The person's repository: what workspaces borrow from, and what takes their work. */
final class SharedRepository {
  private final Path root;
  private final Path gitFolder;
  private final int hashLength;
  private final GitProgram plain;
  private final GitProgram git;

  private SharedRepository(Path root, Path gitFolder, int hashLength, GitProgram plain) {
    this.root = root;
    this.gitFolder = gitFolder;
    this.hashLength = hashLength;
    this.plain = plain;
    this.git = plain.in(root).withGitFolder(gitFolder);
  }

  /**
   * Asks git where its folder is; a linked work tree leads to that of the main one.
   *
   * @throws SignalboxException {@code GIT_FAILED} if there is no repository
   */
  static SharedRepository at(Path root, GitProgram git) {
    GitResult found =
        git.in(root)
            .run("rev-parse", "--path-format=absolute", "--git-common-dir", "--show-object-format");
    if (!found.isOk()) {
      throw new SignalboxException(
          ErrorCode.GIT_FAILED, found.failure(), List.of("run git status in " + root));
    }
    List<String> lines = found.text().lines().toList();
    Path folder = Path.of(lines.getFirst());
    int hashLength = lines.getLast().equals("sha256") ? 64 : 40;
    return new SharedRepository(root, folder, hashLength, git);
  }

  /** The work tree from which files are copied. */
  Path root() {
    return root;
  }

  /** Its git folder, shared by all its work trees. */
  Path gitFolder() {
    return gitFolder;
  }

  Path objects() {
    return gitFolder.resolve("objects");
  }

  /** Characters of an object's id: 40, or 64 in a repository with the newer hash. */
  int hashLength() {
    return hashLength;
  }

  /**
   * The configuration of a git folder of our own that borrows from here.
   *
   * @param more lines of its first section
   */
  String ownConfiguration(String more) {
    boolean isSha256 = hashLength == 64;
    return "[core]\n\trepositoryFormatVersion = "
        + (isSha256 ? "1\n" : "0\n")
        + "\tbare = false\n\tuntrackedCache = false\n\tfsmonitor = false\n"
        + "\tattributesFile = /dev/null\n\texcludesFile = /dev/null\n"
        + more
        + (isSha256 ? "[extensions]\n\tobjectFormat = sha256\n" : "");
  }

  /** git with this repository's folder and no work tree. */
  GitProgram git() {
    return git;
  }

  /** git for a clone of this repository: the person's configuration, and no folder given. */
  GitProgram cloning() {
    return plain;
  }

  /** What to clone: the folder that a person would name. */
  Path source() {
    return gitFolder.equals(root.resolve(".git")) ? root : gitFolder;
  }

  /** Runs a command that has to succeed. */
  String must(String... arguments) throws WorkspaceException {
    return must(git.run(arguments)).text();
  }

  static GitResult must(GitResult result) throws WorkspaceException {
    if (!result.isOk()) {
      throw WorkspaceException.of(result);
    }
    return result;
  }

  /**
   * The same git for commits of our own: with names and a date that do not change, a repetition
   * makes the same commit.
   *
   * @param at seconds since 1970
   */
  static GitProgram signing(GitProgram git, long at) {
    String date = "@" + at + " +0000";
    return git.with("GIT_AUTHOR_DATE", date)
        .with("GIT_COMMITTER_DATE", date)
        .with("GIT_AUTHOR_NAME", "Signalbox")
        .with("GIT_COMMITTER_NAME", "Signalbox")
        .with("GIT_AUTHOR_EMAIL", "signalbox@localhost")
        .with("GIT_COMMITTER_EMAIL", "signalbox@localhost");
  }

  /** The commit that a full ref name or an id stands for. */
  Optional<String> commit(String ref) {
    GitResult found =
        git.run("rev-parse", "--verify", "--quiet", "--end-of-options", commitOf(ref));
    return Optional.of(found.text()).filter(id -> found.isOk() && RefName.isObjectId(id));
  }

  /** The commit of a branch that must be there. */
  String branch(String branch) throws WorkspaceException {
    return commit(RefName.ofBranch(branch))
        .orElseThrow(
            () -> WorkspaceException.lasting("base: expected a branch " + branch + ", found none"));
  }

  boolean contains(String descendant, String ancestor) throws WorkspaceException {
    GitResult result = git.run("merge-base", "--is-ancestor", ancestor, descendant);
    if (result.exit() > 1 || result.exit() < 0) {
      throw WorkspaceException.of(result);
    }
    return result.isOk();
  }

  /** The newest commit that a tip has in common with any of others; empty if there is none. */
  Optional<String> forkPoint(String tip, List<String> others) {
    List<String> words = new ArrayList<>(List.of("merge-base", tip));
    words.addAll(others);
    GitResult result = git.run(words, "");
    return Optional.of(result.text()).filter(id -> result.isOk() && !id.isEmpty());
  }

  void pin(String ref, String commit) throws WorkspaceException {
    must(git.run(List.of("update-ref", "--stdin"), "update " + ref + " " + commit + "\n"));
  }

  void unpin(String ref) throws WorkspaceException {
    if (commit(ref).isPresent()) {
      must(git.run(List.of("update-ref", "--stdin"), "delete " + ref + "\n"));
    }
  }

  /** Keeps the session's start alive, also when its branch is rewritten and git collects. */
  static String baseRef(SessionKey session) {
    return "refs/signalbox/base/" + session;
  }

  /** What was taken in from the session. */
  static String sessionRef(SessionKey session) {
    return "refs/signalbox/sessions/" + session;
  }

  private static String commitOf(String ref) {
    return ref + "^{commit}";
  }
}
