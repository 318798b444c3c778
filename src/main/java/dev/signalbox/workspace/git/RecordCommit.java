package dev.signalbox.workspace.git;

import dev.signalbox.git.GitProgram;
import dev.signalbox.git.GitResult;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.RecordPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One commit on top of a session's work that holds what was found in it. Made in the repository's
 * objects and in no checkout; the ref is set last, so that a kill leaves the former commit or the
 * new one.
 */
final class RecordCommit {
  private static final List<String> OWN_INDEX =
      List.of("-c", "core.splitIndex=false", "-c", "index.sparse=false");

  private final SharedRepository repository;
  private final GitProgram git;
  private final SessionKey session;

  /**
   * Not yet made.
   *
   * @param scratch an empty folder, for an index and a work tree in which nothing is checked out
   */
  RecordCommit(SharedRepository repository, Path scratch, SessionKey session) throws IOException {
    this.repository = repository;
    this.session = session;
    Path tree = Files.createDirectories(scratch.resolve("tree"));
    this.git =
        repository
            .git()
            .in(tree)
            .with("GIT_WORK_TREE", tree.toString())
            .with("GIT_INDEX_FILE", scratch.resolve("index").toString());
  }

  /**
   * Makes it and sets the session's ref to it; does nothing where it is there.
   *
   * @param tip the full id of the work
   */
  void make(String tip, String text) throws IOException, WorkspaceException {
    String work =
        repository
            .commit(tip)
            .filter(_ -> RefName.isObjectId(tip))
            .orElseThrow(() ->
                WorkspaceException.lasting(
                    "review record: expected a commit that was taken in, found " + tip));
    String blob = must(git.run(List.of("hash-object", "-w", "--stdin"), text));
    String ref = RecordPlace.refOf(session);
    if (!isThere(ref, work, blob)) {
      String commit = commit(tree(work, blob), work);
      set(ref, commit);
    }
  }

  private boolean isThere(String ref, String work, String blob) {
    GitResult found =
        git.run("rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}");
    if (!found.isOk()) {
      return false;
    }
    String commit = found.text();
    GitResult parts = git.run("rev-parse", commit + "^@", commit + ":" + RecordPlace.FILE);
    return parts.isOk() && parts.text().lines().toList().equals(List.of(work, blob));
  }

  /** The work's tree with the file at its root, instead of one of that name. */
  private String tree(String work, String blob) throws WorkspaceException {
    String entry = "100644," + blob + "," + RecordPlace.FILE;
    must(git.run(own("read-tree", work), ""));
    must(git.run(own("update-index", "--add", "--replace", "--cacheinfo", entry), ""));
    return must(git.run(own("write-tree", "--missing-ok"), ""));
  }

  private static List<String> own(String... command) {
    List<String> words = new ArrayList<>(OWN_INDEX);
    words.addAll(List.of(command));
    return words;
  }

  /** Dated as the work is, so that the same record of the same work is the same commit. */
  private String commit(String tree, String work) throws WorkspaceException {
    List<String> words =
        List.of("-c", "i18n.commitEncoding=UTF-8", "commit-tree", "-F", "-", "-p", work, tree);
    String message =
        "Review record of %s\n\nKept beside the work %s, and no part of it.\n"
            .formatted(session, work);
    return must(SharedRepository.signing(git, dateOf(work)).run(words, message));
  }

  private long dateOf(String work) throws WorkspaceException {
    String date = must(git.run("log", "--no-show-signature", "-1", "--format=%ct", work));
    try {
      return Long.parseLong(date);
    } catch (NumberFormatException _) {
      // git takes commits whose date is none, and shows nothing for it.
      return 0;
    }
  }

  /** Only if nobody else sets it meanwhile. */
  private void set(String ref, String commit) throws IOException, WorkspaceException {
    Optional<String> before = repository.commit(ref);
    String line =
        before
            .map(old -> "update %s %s %s\n".formatted(ref, commit, old))
            .orElseGet(() -> "create %s %s\n".formatted(ref, commit));
    GitResult result = git.run(List.of("update-ref", "--stdin"), line);
    // Only the one engine of this run sets this ref: who locked it for that long was killed.
    boolean isAbandoned =
        result.isContended() && Files.deleteIfExists(repository.gitFolder().resolve(ref + ".lock"));
    must(isAbandoned ? git.run(List.of("update-ref", "--stdin"), line) : result);
  }

  private static String must(GitResult result) throws WorkspaceException {
    return SharedRepository.must(result).text();
  }
}
