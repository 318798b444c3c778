package dev.signalbox.workspace.git;

import dev.signalbox.git.GitResult;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import java.util.List;
import java.util.Optional;

/**
 * Puts commits on one branch of a remote. A session that rebased replaces what it pushed before, so
 * pushes are forced, with a lease on what Signalbox itself put there.
 */
final class Push {
  private final SharedRepository repository;
  private final String remote;
  private final String branch;

  Push(SharedRepository repository, String remote, String branch) {
    this.repository = repository;
    this.remote = remote;
    this.branch = branch;
  }

  Outcome<Nothing> of(String commit) throws WorkspaceException {
    Optional<String> ours = repository.commit(pushedRef());
    Optional<String> tried = repository.commit(pushingRef());
    // Noted first: after a kill nobody knows whether it arrived.
    repository.pin(pushingRef(), commit);
    GitResult result = push(commit, ours.orElse(""));
    if (!result.isOk() && isStale(result)) {
      Optional<String> there = there();
      if (there.isPresent() && isOurs(there.get(), commit, List.of(ours, tried))) {
        result = push(commit, there.get());
      }
    }
    if (!result.isOk()) {
      return new Outcome.Failed<>(failure(result));
    }
    repository.pin(pushedRef(), commit);
    return Outcome.done();
  }

  private GitResult push(String commit, String expected) throws WorkspaceException {
    String ref = RefName.ofBranch(branch);
    return repository
        .git()
        .run(
            "push",
            "--quiet",
            "--no-verify",
            "--no-follow-tags",
            "--recurse-submodules=no",
            "--force-with-lease=" + ref + ":" + expected,
            remote,
            commit + ":" + ref);
  }

  private static boolean isStale(GitResult result) {
    return result.err().contains("stale info") || result.err().contains("[rejected]");
  }

  /** The commit that the branch has there. */
  private Optional<String> there() throws WorkspaceException {
    GitResult listed = repository.git().run("ls-remote", remote, RefName.ofBranch(branch));
    SharedRepository.must(listed);
    return Optional.of(listed.text().split("\\s", 2)[0]).filter(RefName::isObjectId);
  }

  /** Whether nothing of somebody else's is lost when the branch moves from there. */
  private boolean isOurs(String there, String commit, List<Optional<String>> pushed)
      throws WorkspaceException {
    return there.equals(commit)
        || pushed.contains(Optional.of(there))
        || (repository.commit(there).isPresent() && repository.contains(commit, there));
  }

  private Failure failure(GitResult result) {
    Kind kind = RemoteSays.kindOf(result);
    String reason =
        isStale(result)
            ? "git push: expected branch %s as Signalbox left it, found commits of others; take them into the session's branch, or remove them there"
                .formatted(branch)
            : result.failure();
    return Failure.of(kind, reason);
  }

  private String pushedRef() {
    return "refs/signalbox/pushed/" + MergeComputation.component(branch);
  }

  private String pushingRef() {
    return "refs/signalbox/pushing/" + MergeComputation.component(branch);
  }
}
