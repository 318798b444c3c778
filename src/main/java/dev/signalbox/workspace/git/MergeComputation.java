package dev.signalbox.workspace.git;

import dev.signalbox.git.GitProgram;
import dev.signalbox.git.GitResult;
import dev.signalbox.workspace.MergeOrder;
import dev.signalbox.workspace.MergeOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One merge, computed in the repository's objects and in no checkout. */
final class MergeComputation {
  private final SharedRepository repository;
  private final Path scratch;
  private final MergeOrder order;
  private final GitProgram git;

  MergeComputation(SharedRepository repository, Path scratch, MergeOrder order) {
    this.repository = repository;
    this.scratch = scratch;
    this.order = order;
    Path tree = scratch.resolve("tree");
    this.git =
        repository
            .git()
            .in(tree)
            .with("GIT_WORK_TREE", tree.toString())
            .with("GIT_INDEX_FILE", scratch.resolve("index").toString());
  }

  /** Keeps the computed commit of a base alive until it has landed or a newer one is computed. */
  static String pinOf(String base) {
    return "refs/signalbox/merges/" + component(base);
  }

  /** A branch as one component of a ref's name, so that none is in the way of another. */
  static String component(String branch) {
    return branch.replace("%", "%25").replace("/", "%2F");
  }

  MergeOutcome compute() throws IOException, WorkspaceException {
    String base = repository.branch(order.base());
    String tip =
        repository
            .commit(order.tip())
            .filter(_ -> RefName.isObjectId(order.tip()))
            .orElseThrow(() ->
                WorkspaceException.lasting(
                    "merge: expected a commit that was taken in, found " + order.tip()));
    if (repository.contains(base, tip)) {
      return new MergeOutcome.Nothing(base);
    }
    Files.createDirectories(scratch.resolve("tree"));
    DroppedPaths dropped = new DroppedPaths(repository, git, order.dropped());
    List<String> left = dropped.changedBetween(base, tip);
    String merged = left.isEmpty() ? tip : commit(dropped.treeWithout(left, base, tip), tip);
    layOutAttributes(base);
    return outcomeOf(git.run("merge-tree", "--write-tree", "-z", base, merged), base, tip, left);
  }

  private MergeOutcome outcomeOf(GitResult result, String base, String tip, List<String> left)
      throws WorkspaceException {
    Optional<MergeReport> report = MergeReport.of(result);
    if (report.isEmpty()) {
      throw WorkspaceException.of(result);
    }
    if (!report.get().isClean()) {
      String shown = new ConflictText(git, order, base).of(report.get());
      return new MergeOutcome.Conflict(base, report.get().paths(), shown);
    }
    String commit = commit(report.get().tree(), base, tip);
    repository.pin(pinOf(order.base()), commit);
    return new MergeOutcome.Clean(base, commit, left);
  }

  /**
   * Attributes such as {@code merge=union} are read from files, and count as the base has them, not
   * as the branch would like them.
   */
  private void layOutAttributes(String base) throws WorkspaceException {
    SharedRepository.must(git.run("read-tree", base));
    GitResult files =
        SharedRepository.must(git.run("ls-files", "-z", "--", ":(top,glob)**/.gitattributes"));
    if (!files.out().isEmpty()) {
      SharedRepository.must(
          git.run(List.of("checkout-index", "--force", "-z", "--stdin"), files.out()));
    }
  }

  /** With names and dates that do not change, so that a repetition makes the same commit. */
  private String commit(String tree, String... parents) throws WorkspaceException {
    ArrayList<String> arguments =
        new ArrayList<>(List.of("-c", "i18n.commitEncoding=UTF-8", "commit-tree", "-F", "-"));
    for (String parent : parents) {
      arguments.addAll(List.of("-p", parent));
    }
    arguments.add(tree);
    GitProgram writing = SharedRepository.signing(git, order.at().getEpochSecond());
    return SharedRepository.must(writing.run(arguments, order.message() + "\n")).text();
  }
}
