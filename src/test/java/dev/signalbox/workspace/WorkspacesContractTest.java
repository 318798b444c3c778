package dev.signalbox.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.limit.Limits;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of workspaces does. */
public abstract class WorkspacesContractTest {
  protected static final SessionKey SESSION = session("S-A");
  protected static final String BRANCH = "claude/1-a";

  @TempDir protected Path temp;
  protected TestRepository repository;
  protected Workspaces workspaces;

  /** New workspaces of a repository, or the same ones as after a restart of Signalbox. */
  protected abstract Workspaces workspacesOf(Path repository, Path root);

  @BeforeEach
  final void open() throws IOException {
    Path real = temp.toRealPath();
    repository = TestRepository.create(real.resolve("repository"));
    workspaces = workspacesOf(repository.folder(), real.resolve("workspaces"));
  }

  protected static SessionKey session(String id) {
    return new SessionKey(new RunId("run-1"), new SessionId(id));
  }

  protected static WorkspaceOrder order(SessionKey session, String branch) {
    return new WorkspaceOrder(
        session, "main", branch, List.of(), Map.of(".sdd-state.json", "{}"), Optional.empty());
  }

  /** Makes the workspace, which must succeed. */
  protected TestRepository prepared() {
    assertThat(workspaces.prepare(order(SESSION, BRANCH))).isInstanceOf(PrepareOutcome.Ready.class);
    return new TestRepository(workspaces.folderOf(SESSION));
  }

  @Test
  void aWorkspaceIsOnItsBranchWithItsFilesAndNothingToCommit() {
    String start = repository.git("rev-parse", "main");

    PrepareOutcome outcome = workspaces.prepare(order(SESSION, BRANCH));

    Path folder = workspaces.folderOf(SESSION);
    TestRepository workspace = new TestRepository(folder);
    assertThat(outcome).isEqualTo(new PrepareOutcome.Ready(folder, start));
    assertThat(workspace.git("symbolic-ref", "--short", "HEAD")).isEqualTo(BRANCH);
    assertThat(workspace.read(".sdd-state.json")).isEqualTo("{}");
    assertThat(workspace.git("status", "--porcelain")).isEmpty();
    assertThat(workspaces.list()).containsExactly(SESSION);
  }

  @Test
  void filesAreReadAsTheyAreInACommit() throws IOException {
    TestRepository workspace = prepared();
    String tip = workspace.commit("src/pay.txt", "take(amount)\n");
    workspace.write("src/pay.txt", "changed since\n");
    workspace.write(".sdd-review.md", "Commit: " + tip + "\n");

    List<String> none = List.of("src", "../repository/x", "/etc/passwd", "src/p*", "gone");
    Map<String, CommittedFile> files = workspaces.filesAt(SESSION, tip, none);
    assertThat(files.keySet()).containsExactlyInAnyOrderElementsOf(none);
    assertThat(files.values()).allMatch(CommittedFile.Absent.class::isInstance);
    assertThat(workspaces.filesAt(SESSION, tip, List.of("src/pay.txt")))
        .isEqualTo(Map.of("src/pay.txt", new CommittedFile.Text("take(amount)\n")));
    assertThat(workspaces.filesAt(SESSION, "HEAD", List.of("src/pay.txt"))).isEmpty();
    assertThat(workspaces.handedInReview(SESSION)).isEqualTo("Commit: " + tip + "\n");
    assertThat(workspaces.look(SESSION, BRANCH).uncommitted()).containsExactly("src/pay.txt");
  }

  @Test
  void whatIsThereIsKeptAndOnlyWhatIsMissingIsAdded() throws IOException {
    TestRepository workspace = prepared();
    String tip = workspace.commit("a", "1\n");
    workspace.write("b", "2\n");
    workspace.write(".sdd-state.json", "mine");
    String start = repository.git("rev-parse", "main");
    repository.commit("later", "x\n");
    repository.write(".env", "k=v\n");

    WorkspaceOrder more =
        new WorkspaceOrder(
            SESSION,
            "main",
            BRANCH,
            List.of(".env", "absent"),
            Map.of(".sdd-state.json", "{}", ".sdd-progress.md", "p"),
            Optional.empty());

    assertThat(workspaces.prepare(more))
        .isEqualTo(new PrepareOutcome.Ready(workspace.folder(), start));
    assertThat(workspace.git("rev-parse", "HEAD")).isEqualTo(tip);
    assertThat(workspace.read(".sdd-state.json")).isEqualTo("mine");
    assertThat(workspace.read(".sdd-progress.md")).isEqualTo("p");
    assertThat(workspace.read(".env")).isEqualTo("k=v\n");
    assertThat(Files.exists(workspace.path("absent"))).isFalse();
    assertThat(workspaces.look(SESSION, BRANCH).uncommitted()).containsExactly("b");
  }

  @Test
  void aSessionThatDidNothingLeavesNothing() {
    TestRepository workspace = prepared();
    String start = repository.git("rev-parse", "main");

    assertThat(workspaces.look(SESSION, BRANCH))
        .isEqualTo(new ExitLook(Optional.of(start), 0, List.of(), true, Optional.empty()));
    assertThat(workspaces.takeIn(SESSION, BRANCH, "main"))
        .isEqualTo(new TakeInOutcome.TakenIn(start, List.of()));
    assertThat(workspaces.clean(SESSION, "main")).isEqualTo(new CleanOutcome.Removed());
    assertThat(workspace.folder()).doesNotExist();
    assertThat(repository.git("for-each-ref", "refs/signalbox")).isEmpty();
  }

  @Test
  void whatASessionLeftIsSeen() {
    TestRepository workspace = prepared();
    workspace.commit("a", "1\n");
    String tip = workspace.commit("dir/b", "2\n");
    workspace.write(".gitignore", "*.log\n");
    workspace.write("x.log", "");
    workspace.write("README.md", "changed\n");
    workspace.write("new/file", "");
    workspace.write(".sdd-summary.md", "All done.\n");

    assertThat(workspaces.look(SESSION, BRANCH))
        .isEqualTo(
            new ExitLook(
                Optional.of(tip),
                2,
                List.of(".gitignore", "README.md", "new/file"),
                true,
                Optional.of("All done.\n")));
    assertThat(workspaces.takeIn(SESSION, BRANCH, "main"))
        .isEqualTo(new TakeInOutcome.TakenIn(tip, List.of("a", "dir/b")));
    assertThat(repository.git("rev-parse", "refs/signalbox/sessions/run-1/S-A")).isEqualTo(tip);
  }

  @Test
  void whatAWorkDoesToArtifactsIsTold() {
    TestRepository workspace = prepared();
    workspace.commit("db/7.sql", "create table carts;\n");
    String tip = workspace.commit("[a]*", "odd name\n");
    repository.commit("merged-meanwhile", "2\n");
    workspaces.takeIn(SESSION, BRANCH, "main");

    String elsewhere = repository.git("rev-parse", "main");
    String below = repository.git("rev-parse", "main~1");
    WorkLook look =
        workspaces.describe(
            SESSION,
            new WorkQuestion(
                "main",
                tip,
                new TreeMap<>(Map.of("db", List.of("db/7.sql"), "odd", List.of("[a]*"))),
                new TreeMap<>(
                    Map.of(
                        new SessionId("S-B"), List.of("gone", elsewhere),
                        new SessionId("S-C"), List.of(elsewhere, below))),
                Optional.empty()));

    assertThat(look).isInstanceOf(WorkLook.Seen.class);
    WorkLook.Seen seen = (WorkLook.Seen) look;
    assertThat(seen.contained()).containsExactly(new SessionId("S-C"));
    assertThat(seen.touched()).extracting(Touched::artifact).containsExactly("db", "odd");
    assertThat(seen.touched().getFirst().diff())
        .contains("+create table carts;")
        .doesNotContain("odd name", "merged-meanwhile");
    assertThat(seen.touched().getLast().diff()).contains("+odd name").doesNotContain("carts");
  }

  @Test
  void aLargeDiffIsCut() {
    TestRepository workspace = prepared();
    String tip = workspace.commit("db/7.sql", "insert into carts;\n".repeat(1_000));
    workspaces.takeIn(SESSION, BRANCH, "main");

    WorkQuestion question =
        new WorkQuestion(
            "main",
            tip,
            new TreeMap<>(Map.of("db", List.of("db/7.sql"))),
            new TreeMap<>(),
            Optional.empty());
    Touched touched = ((WorkLook.Seen) workspaces.describe(SESSION, question)).touched().getFirst();
    assertThat(touched.diff())
        .hasSizeLessThan(Limits.ARTIFACT_DIFF_CHARS_MAX + 20)
        .endsWith("(cut here)");
    assertThat(touched.isSame(touched)).isFalse();
  }

  @Test
  void whatARebaseBroughtInIsNoChangeOfTheBranch() {
    TestRepository workspace = prepared();
    workspace.commit("a", "1\n");
    repository.commit("merged-meanwhile", "2\n");
    assertThat(workspaces.refresh(SESSION, "main")).isEmpty();
    workspace.git("rebase", "-q", "origin/main");

    assertThat(workspaces.takeIn(SESSION, BRANCH, "main"))
        .isEqualTo(new TakeInOutcome.TakenIn(workspace.git("rev-parse", "HEAD"), List.of("a")));
  }

  @Test
  void aBranchThatIsGoneIsSaid() {
    TestRepository workspace = prepared();
    workspace.git("checkout", "-q", "-b", "another");
    workspace.git("branch", "-q", "-D", BRANCH);
    workspace.commit("a", "1\n");

    ExitLook look = workspaces.look(SESSION, BRANCH);
    assertThat(look.tip()).isEmpty();
    assertThat(look.isOnBranch()).isFalse();
    assertThat(workspaces.takeIn(SESSION, BRANCH, "main"))
        .isEqualTo(
            new TakeInOutcome.Failed(
                "workspace: expected a branch claude/1-a, found refs/heads/another checked out",
                false));
    assertThat(workspaces.clean(SESSION, "main"))
        .isEqualTo(
            new CleanOutcome.Kept(
                "workspace: expected nothing to lose, found not in main: HEAD,"
                    + " refs/heads/another"));
  }

  @Test
  void uncommittedWorkIsNeverRemoved() {
    TestRepository workspace = prepared();
    workspace.write("a", "1\n");

    assertThat(workspaces.clean(SESSION, "main"))
        .isEqualTo(
            new CleanOutcome.Kept("workspace: expected nothing to lose, found uncommitted: a"));
    assertThat(workspace.read("a")).isEqualTo("1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"branch", "detached", "stash", "second stash", "linked work tree", "packed"})
  void unmergedWorkIsNeverRemoved(String where) {
    repository.commit(".gitignore", ".trees\n");
    TestRepository workspace = prepared();
    switch (where) {
      case "branch" -> {
        workspace.git("checkout", "-q", "-b", "side");
        workspace.commit("a", "1\n");
        workspace.git("checkout", "-q", BRANCH);
      }
      case "detached" -> {
        workspace.git("checkout", "-q", "--detach");
        workspace.commit("a", "1\n");
      }
      case "stash", "second stash" -> {
        workspace.write("README.md", "1\n");
        workspace.git("stash");
        if (where.startsWith("second")) {
          workspace.write("README.md", "2\n");
          workspace.git("stash");
          workspace.git("update-ref", "refs/stash", "main");
        }
      }
      case "linked work tree" -> {
        workspace.git("worktree", "add", "-q", "--detach", ".trees/t");
        new TestRepository(workspace.path(".trees/t")).commit("a", "1\n");
      }
      default -> {
        workspace.commit("a", "1\n");
        workspace.git("pack-refs", "--all");
      }
    }

    assertThat(workspaces.clean(SESSION, "main"))
        .as(where)
        .isInstanceOfSatisfying(
            CleanOutcome.Kept.class,
            kept ->
                assertThat(kept.reason())
                    .startsWith("workspace: expected nothing to lose, found not in main: "));
    assertThat(workspace.folder()).exists();
  }

  @Test
  void mergedWorkIsRemovedAndAgainIsAbsent() {
    TestRepository workspace = prepared();
    workspace.commit("a", "1\n");
    workspaces.takeIn(SESSION, BRANCH, "main");
    repository.git("merge", "-q", "refs/signalbox/sessions/run-1/S-A");

    assertThat(workspaces.clean(SESSION, "main")).isEqualTo(new CleanOutcome.Removed());
    assertThat(workspaces.clean(SESSION, "main")).isEqualTo(new CleanOutcome.Absent());
    assertThat(workspaces.list()).isEmpty();
  }

  @Test
  void aWorkspaceThatStartsFromOthersWorkHoldsNothingOfItsOwn() throws IOException {
    TestRepository work = prepared();
    String tip = work.commit("a", "1\n");
    assertThat(workspaces.takeIn(SESSION, BRANCH, "main"))
        .isInstanceOf(TakeInOutcome.TakenIn.class);
    SessionKey reviewer = session("S-B");
    WorkspaceOrder order =
        new WorkspaceOrder(
            reviewer,
            "main",
            Optional.of(tip),
            "claude/review",
            List.of(),
            Map.of(),
            Optional.empty());

    assertThat(workspaces.prepare(order))
        .isEqualTo(new PrepareOutcome.Ready(workspaces.folderOf(reviewer), tip));
    TestRepository review = new TestRepository(workspaces.folderOf(reviewer));
    assertThat(review.git("symbolic-ref", "--short", "HEAD")).isEqualTo("claude/review");
    assertThat(review.git("diff", "--name-only", "origin/main...HEAD")).isEqualTo("a");
    assertThat(workspaces.clean(reviewer, "main")).isEqualTo(new CleanOutcome.Removed());
    assertThat(repository.git("rev-parse", "refs/signalbox/sessions/run-1/S-A")).isEqualTo(tip);
  }

  @Test
  void whatAWorkspaceAddsToOthersWorkIsKept() throws IOException {
    String tip = prepared().commit("a", "1\n");
    workspaces.takeIn(SESSION, BRANCH, "main");
    SessionKey reviewer = session("S-B");
    workspaces.prepare(
        new WorkspaceOrder(
            reviewer,
            "main",
            Optional.of(tip),
            "claude/review",
            List.of(),
            Map.of(),
            Optional.empty()));
    new TestRepository(workspaces.folderOf(reviewer)).commit("b", "2\n");

    assertThat(workspaces.clean(reviewer, "main")).isInstanceOf(CleanOutcome.Kept.class);
  }

  @Test
  void aMissingBaseIsSaid() {
    WorkspaceOrder order =
        new WorkspaceOrder(SESSION, "nowhere", BRANCH, List.of(), Map.of(), Optional.empty());

    assertThat(workspaces.prepare(order))
        .isEqualTo(new PrepareOutcome.Failed("base: expected a branch nowhere, found none", false));
    assertThat(workspaces.list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b-1.2_c",
        "feature/#12",
        "x'y\"z",
        "a$(b)`c`",
        "a;b&c|d",
        "me@home",
        "ümlaut/日本"
      })
  void unusualNamesOfBranchesAreNames(String branch) {
    assertThat(workspaces.prepare(order(SESSION, branch))).isInstanceOf(PrepareOutcome.Ready.class);
    String tip = new TestRepository(workspaces.folderOf(SESSION)).commit("a", "1\n");

    assertThat(workspaces.look(SESSION, branch).tip()).contains(tip);
    assertThat(workspaces.look(SESSION, branch).isOnBranch()).isTrue();
    assertThat(workspaces.takeIn(SESSION, branch, "main"))
        .isEqualTo(new TakeInOutcome.TakenIn(tip, List.of("a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "-x", "a..b", "a b", "HEAD", "", "a.lock", "/a", "a\nb"})
  void namesThatGitRefusesAreRefused(String branch) {
    assertThat(workspaces.prepare(order(SESSION, branch)))
        .isInstanceOfSatisfying(
            PrepareOutcome.Failed.class, failed -> assertThat(failed.mayPass()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret", "/etc/passwd", ".git/config", "link", "a/../../b", "folder"})
  void copiesFromOutsideTheRepositoryAreRefused(String copy) throws IOException {
    Files.writeString(temp.resolve("secret"), "s");
    Files.createSymbolicLink(repository.path("link"), temp.resolve("secret"));
    Files.createDirectories(repository.path("folder"));

    WorkspaceOrder order =
        new WorkspaceOrder(SESSION, "main", BRANCH, List.of(copy), Map.of(), Optional.empty());

    assertThat(workspaces.prepare(order)).isInstanceOf(PrepareOutcome.Failed.class);
    assertThat(workspaces.folderOf(SESSION)).doesNotExist();
  }

  @Test
  void copiesDoNotFollowLinksOutOfTheWorkspace() throws IOException {
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.createSymbolicLink(repository.path("config"), outside);
    repository.git("add", "config");
    repository.git("commit", "-q", "-m", "a link");
    Files.delete(repository.path("config"));
    repository.write("config/.env", "k=v\n");

    WorkspaceOrder order =
        new WorkspaceOrder(
            SESSION, "main", BRANCH, List.of("config/.env"), Map.of(), Optional.empty());

    assertThat(workspaces.prepare(order)).isInstanceOf(PrepareOutcome.Failed.class);
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void aStateFileDoesNotFollowALinkThatAnAgentMade() throws IOException {
    TestRepository workspace = prepared();
    Files.delete(workspace.path(".sdd-state.json"));
    Files.createSymbolicLink(workspace.path(".sdd-state.json"), temp.resolve("target"));

    workspaces.prepare(order(SESSION, BRANCH));

    assertThat(temp.resolve("target")).doesNotExist();
  }

  @Test
  void aLinkInPlaceOfAWorkspaceIsRefused() throws IOException {
    TestRepository workspace = prepared();
    Path moved = Files.move(workspace.folder(), temp.resolve("moved"));
    Files.createSymbolicLink(workspace.folder(), moved);

    assertThat(workspaces.prepare(order(SESSION, BRANCH)))
        .isInstanceOf(PrepareOutcome.Failed.class);
    assertThat(workspaces.takeIn(SESSION, BRANCH, "main")).isInstanceOf(TakeInOutcome.Failed.class);
    assertThat(workspaces.clean(SESSION, "main")).isInstanceOf(CleanOutcome.Kept.class);
    assertThat(workspaces.list()).isEmpty();
    assertThat(moved.resolve("README.md")).exists();
  }

  @Test
  void whatAKilledGitLockedIsFreeAgain() throws IOException {
    assertThat(workspaces.unlock(SESSION)).isEmpty();
    TestRepository workspace = prepared();
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.createFile(outside.resolve("kept.lock"));
    Files.createSymbolicLink(workspace.path(".git/planted"), outside);
    for (String lock : List.of("index.lock", "HEAD.lock", "refs/heads/" + BRANCH + ".lock")) {
      Files.createFile(workspace.path(".git/" + lock));
    }
    workspace.write("mine.lock", "a lock file of a package manager\n");

    assertThat(workspaces.unlock(SESSION)).isEmpty();

    workspace.commit("a", "1\n");
    assertThat(workspace.read("mine.lock")).startsWith("a lock file");
    assertThat(outside.resolve("kept.lock")).exists();
  }

  @Test
  void twentySessionsArePreparedAtOnce() throws Exception {
    List<SessionKey> sessions = new ArrayList<>();
    for (char c = 'A'; c < 'A' + 20; c++) {
      sessions.add(session("S-" + c));
    }
    List<Callable<PrepareOutcome>> calls = new ArrayList<>();
    for (SessionKey session : sessions) {
      calls.add(() -> workspaces.prepare(order(session, "b/" + session.session())));
    }

    List<PrepareOutcome> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
      for (Future<PrepareOutcome> future : threads.invokeAll(calls)) {
        outcomes.add(future.get());
      }
    }

    assertThat(outcomes).hasSize(20).hasOnlyElementsOfType(PrepareOutcome.Ready.class);
    assertThat(workspaces.list()).containsExactlyElementsOf(sessions);
  }
}
