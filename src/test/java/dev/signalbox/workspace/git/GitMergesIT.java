package dev.signalbox.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.limit.Limits;
import dev.signalbox.workspace.LandOrder;
import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.MergeOrder;
import dev.signalbox.workspace.MergeOutcome;
import dev.signalbox.workspace.Merges;
import dev.signalbox.workspace.TestRepository;
import dev.signalbox.workspace.VerifyOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitMergesIT {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path temp;
  private Path scratch;
  private TestRepository repository;
  private Merges merges;

  @BeforeEach
  void open() throws IOException {
    Path real = temp.toRealPath();
    scratch = real.resolve("scratch");
    repository = TestRepository.create(real.resolve("repository"));
    merges = GitMerges.of(repository.folder(), scratch, GitWorkspacesContractTest.walls());
  }

  /** A commit of a session, on no branch of the repository. */
  private String work(String name, String text) {
    repository.git("checkout", "-q", "--detach");
    String tip = repository.commit(name, text);
    repository.git("update-ref", "refs/signalbox/sessions/run-1/S-A", tip);
    repository.git("checkout", "-q", "main");
    return tip;
  }

  private static MergeOrder order(String tip, String... dropped) {
    return new MergeOrder("main", tip, "Merge session S-A\n\nWhy.", AT, List.of(dropped));
  }

  private MergeOutcome.Clean clean(String tip, String... dropped) {
    MergeOutcome outcome = merges.compute(order(tip, dropped));
    assertThat(outcome).isInstanceOf(MergeOutcome.Clean.class);
    return (MergeOutcome.Clean) outcome;
  }

  @Test
  void aMergeIsACommitOfBothSidesAndTheSameOneEachTime() {
    String tip = work("a", "1\n");
    String base = repository.commit("b", "2\n");

    MergeOutcome.Clean first = clean(tip);

    assertThat(clean(tip)).isEqualTo(first);
    assertThat(first.base()).isEqualTo(base);
    assertThat(repository.git("show", "-s", "--format=%P|%an|%cI|%B", first.commit()))
        .isEqualTo(
            base + " " + tip + "|Signalbox|2026-11-22T10:00:00+00:00|Merge session S-A\n\nWhy.");
    assertThat(repository.git("ls-tree", "--name-only", first.commit()))
        .isEqualTo("README.md\na\nb");
    assertThat(repository.git("rev-parse", "main")).isEqualTo(base);
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void aMergeInOneLineIsAMergeCommitToo() {
    String base = repository.git("rev-parse", "main");
    String tip = work("a", "1\n");

    assertThat(repository.git("show", "-s", "--format=%P", clean(tip).commit()))
        .isEqualTo(base + " " + tip);
  }

  @Test
  void aComputedCommitOutlivesACollectionOfGarbage() {
    MergeOutcome.Clean merge = clean(work("a", "1\n"));

    repository.git("gc", "-q", "--prune=now");

    assertThat(merges.land(landing(merge))).isEqualTo(new LandOutcome.Landed());
    assertThat(repository.git("for-each-ref", "refs/signalbox/merges")).isEmpty();
  }

  @Test
  void whatTheBaseHasIsNothing() {
    String base = repository.git("rev-parse", "main");

    assertThat(merges.compute(order(base))).isEqualTo(new MergeOutcome.Nothing(base));
  }

  @Test
  void attributesOfTheBaseCountAndThoseOfTheBranchDoNot() {
    repository.write("docs/LOG", "0\n");
    repository.commit("docs/.gitattributes", "LOG merge=union\n");
    String tip = work("docs/LOG", "0\nsession\n");
    repository.commit("docs/LOG", "0\nbase\n");

    assertThat(repository.git("show", clean(tip).commit() + ":docs/LOG"))
        .contains("session")
        .contains("base");

    repository.git("checkout", "-q", "--detach");
    repository.commit(".gitattributes", "* merge=union\n");
    String other = repository.commit("README.md", "session\n");
    repository.git("checkout", "-q", "main");
    repository.commit("README.md", "base\n");
    assertThat(merges.compute(order(other))).isInstanceOf(MergeOutcome.Conflict.class);
  }

  @Test
  void aConflictShowsBothSides() {
    String tip = work("README.md", "session\n");
    String base = repository.commit("README.md", "base\n");

    assertThat(merges.compute(order(tip)))
        .isEqualTo(
            new MergeOutcome.Conflict(
                base,
                List.of("README.md"),
                """
                CONFLICT (content): Merge conflict in README.md

                README.md, line 1:
                <<<<<<< main
                base
                =======
                session
                >>>>>>> the session's branch at %s
                """
                    .formatted(tip.substring(0, 10))));
  }

  @Test
  void whatIsShownOfAConflictOrACommandHoldsNoToken() {
    String token = "gh" + "p_" + "a1B2".repeat(9);
    String tip = work("README.md", "session " + token + "\n");
    String base = repository.commit("README.md", "base\n");

    assertThat(((MergeOutcome.Conflict) merges.compute(order(tip))).shown())
        .contains("session [redacted]")
        .doesNotContain(token);
    assertThat(merges.verify(base, "echo " + token + "; exit 1"))
        .isEqualTo(new VerifyOutcome.Failed(1, "[redacted]\n"));
  }

  @Test
  void aFileDeletedHereAndChangedThereIsAConflict() {
    String tip = work("README.md", "session\n");
    repository.git("rm", "-q", "README.md");
    repository.commit("other", "x\n");

    assertThat(merges.compute(order(tip)))
        .isInstanceOfSatisfying(
            MergeOutcome.Conflict.class,
            conflict -> {
              assertThat(conflict.paths()).containsExactly("README.md");
              assertThat(conflict.shown())
                  .startsWith("CONFLICT (modify/delete): README.md deleted");
            });
  }

  @Test
  void aLongConflictIsCut() {
    String tip = work("README.md", "s\n".repeat(Limits.CONFLICT_CHARS_MAX));
    repository.commit("README.md", "b\n".repeat(Limits.CONFLICT_CHARS_MAX));

    assertThat(((MergeOutcome.Conflict) merges.compute(order(tip))).shown())
        .endsWith("\n(cut here)\n")
        .hasSizeLessThan(Limits.CONFLICT_CHARS_MAX + 20);
  }

  @Test
  void droppedPathsStayAsTheBaseHasThem() {
    repository.commit("plan.md", "0\n");
    repository.git("checkout", "-q", "--detach");
    repository.commit("plan.md", "session\n");
    repository.commit("new-plan.md", "session\n");
    String tip = repository.commit("a", "1\n");
    repository.git("checkout", "-q", "main");
    repository.commit("plan.md", "base\n");

    MergeOutcome.Clean merge = clean(tip, "plan.md", "new-plan.md", "README.md", "absent");

    assertThat(merge.droppedPaths()).containsExactly("plan.md", "new-plan.md");
    assertThat(repository.git("show", merge.commit() + ":plan.md")).isEqualTo("base");
    assertThat(repository.git("ls-tree", "--name-only", merge.commit()))
        .isEqualTo("README.md\na\nplan.md");
    assertThat(repository.git("show", "-s", "--format=%P", merge.commit())).endsWith(tip);
  }

  @Test
  void aTipOrBaseThatIsNotThereIsSaid() {
    assertThat(merges.compute(order("f".repeat(40))))
        .isEqualTo(
            new MergeOutcome.Failed(
                "merge: expected a commit that was taken in, found " + "f".repeat(40), false));
    MergeOrder nowhere = new MergeOrder("nowhere", "f".repeat(40), "m", AT, List.of());
    assertThat(merges.compute(nowhere))
        .isEqualTo(new MergeOutcome.Failed("base: expected a branch nowhere, found none", false));
  }

  @Test
  void unrelatedHistoriesAreAFailureAndNotAConflict() {
    repository.git("checkout", "-q", "--orphan", "other");
    String tip = repository.commit("a", "1\n");
    repository.git("checkout", "-q", "main");

    assertThat(merges.compute(order(tip)))
        .isInstanceOfSatisfying(
            MergeOutcome.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .isEqualTo(
                        "git merge-tree: expected success, found"
                            + " fatal: refusing to merge unrelated histories"));
  }

  @Test
  void landingMovesACheckoutWithItsBranch() {
    MergeOutcome.Clean merge = clean(work("a", "1\n"));
    repository.write("own", "untracked, and not in the way\n");
    repository.write("README.md", "changed, and not in the way\n");

    assertThat(merges.land(landing(merge))).isEqualTo(new LandOutcome.Landed());

    assertThat(repository.git("rev-parse", "HEAD")).isEqualTo(merge.commit());
    assertThat(repository.git("status", "--porcelain")).isEqualTo("M README.md\n?? own");
    assertThat(merges.land(landing(merge))).isEqualTo(new LandOutcome.Landed());
  }

  @Test
  void landingInADirtyCheckoutIsRefusedWhole() {
    MergeOutcome.Clean merge = clean(work("README.md", "session\n"));
    repository.write("README.md", "mine\n");

    assertThat(merges.land(landing(merge)))
        .isInstanceOfSatisfying(
            LandOutcome.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .contains("would be overwritten")
                    .contains("README.md"));

    assertThat(repository.git("rev-parse", "main")).isEqualTo(merge.base());
    assertThat(repository.read("README.md")).isEqualTo("mine\n");
    assertThat(repository.git("status", "--porcelain")).isEqualTo("M README.md");
  }

  @Test
  void landingMovesALinkedWorkTree() {
    MergeOutcome.Clean merge = clean(work("a", "1\n"));
    repository.git("checkout", "-q", "-b", "elsewhere");
    TestRepository linked = new TestRepository(scratch.resolveSibling("linked tree"));
    repository.git("worktree", "add", "-q", linked.folder().toString(), "main");

    assertThat(merges.land(landing(merge))).isEqualTo(new LandOutcome.Landed());

    assertThat(linked.read("a")).isEqualTo("1\n");
    assertThat(linked.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void landingMovesABranchThatIsNowhereCheckedOut() {
    MergeOutcome.Clean merge = clean(work("a", "1\n"));
    repository.git("checkout", "-q", "-b", "elsewhere");

    assertThat(merges.land(landing(merge))).isEqualTo(new LandOutcome.Landed());

    assertThat(repository.git("rev-parse", "main")).isEqualTo(merge.commit());
    assertThat(repository.path("a")).doesNotExist();
  }

  @Test
  void aBaseThatMovedIsSaidAndMergedAgain() {
    MergeOutcome.Clean merge = clean(work("a", "1\n"));
    String moved = repository.commit("b", "2\n");

    assertThat(merges.land(landing(merge))).isEqualTo(new LandOutcome.BaseMoved(moved));
    assertThat(repository.git("rev-parse", "main")).isEqualTo(moved);

    MergeOutcome.Clean again = clean(repository.git("rev-parse", merge.commit() + "^2"));
    assertThat(merges.land(landing(again))).isEqualTo(new LandOutcome.Landed());
  }

  @Test
  void aLockThatStaysIsSaidToPass() throws IOException {
    MergeOutcome.Clean merge = clean(work("a", "1\n"));
    Path lock = Files.createFile(repository.path(".git/index.lock"));

    assertThat(merges.land(landing(merge)))
        .isInstanceOfSatisfying(
            LandOutcome.Failed.class, failed -> assertThat(failed.mayPass()).isTrue());
    assertThat(repository.git("rev-parse", "main")).isEqualTo(merge.base());

    Files.delete(lock);
    assertThat(merges.land(landing(merge))).isEqualTo(new LandOutcome.Landed());
  }

  @Test
  void noHookOfThePersonRunsWhenWorkLands() throws IOException {
    Path ran = temp.resolve("ran");
    for (String hook : List.of("post-merge", "reference-transaction", "post-checkout")) {
      Path script = repository.write(".hooks/" + hook, "#!/bin/sh\necho >>'" + ran + "'\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
    String tip = work("a", "1\n");
    repository.git("config", "core.hooksPath", ".hooks");

    MergeOutcome.Clean merge = clean(tip);
    merges.land(landing(merge));

    assertThat(ran).doesNotExist();
  }

  @Test
  void verificationSeesTheCommitAndGitWorksThere() {
    String tip = work("a", "1\n");
    MergeOutcome.Clean merge = clean(tip);

    assertThat(
            merges.verify(
                merge.commit(), "test \"$(cat a)\" = 1 && test \"$(git status --porcelain)\" = ''"))
        .isEqualTo(new VerifyOutcome.Passed());
    assertThat(merges.verify(merge.commit(), "git log -1 --format=%H; exit 3"))
        .isEqualTo(new VerifyOutcome.Failed(3, merge.commit() + "\n"));
    assertThat(scratch).isEmptyDirectory();
    assertThat(repository.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void verificationHasNoSecretsAndALogWithAnEnd() {
    String commit = repository.git("rev-parse", "main");

    VerifyOutcome outcome = merges.verify(commit, "env; seq 100000; echo end; exit 1");

    assertThat(((VerifyOutcome.Failed) outcome).log())
        .hasSizeBetween(Limits.COMMAND_LOG_BYTES_MAX - 6, Limits.COMMAND_LOG_BYTES_MAX)
        .as("from the start of a line")
        .startsWith("97272\n")
        .endsWith("99999\n100000\nend\n");
    VerifyOutcome environment = merges.verify(commit, "env | cut -d= -f1 | sort; exit 1");
    assertThat(((VerifyOutcome.Failed) environment).log().lines())
        .isSubsetOf("HOME", "LANG", "LC_ALL", "OLDPWD", "PATH", "PWD", "SHLVL", "TERM", "_");
  }

  @Test
  void verificationOfSomethingElseIsNotRun() {
    assertThat(merges.verify("--help", "true")).isInstanceOf(VerifyOutcome.NotRun.class);
    assertThat(merges.verify("f".repeat(40), "true")).isInstanceOf(VerifyOutcome.NotRun.class);
  }

  @Test
  void whatAKillLeftBehindIsRemoved() throws IOException {
    Path left = Files.createDirectories(scratch.resolve("work-123/tree"));
    Files.writeString(left.resolve("file"), "x");

    merges.verify(repository.git("rev-parse", "main"), "true");

    assertThat(scratch).isEmptyDirectory();
  }

  private static LandOrder landing(MergeOutcome.Clean merge) {
    LandOrder.Work work = new LandOrder.Work("agent/work", merge.commit(), "Merge it");
    return new LandOrder("main", merge.base(), merge.commit(), work);
  }
}
