package dev.signalbox.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.sandbox.Sandbox;
import dev.signalbox.sandbox.bubblewrap.BubblewrapSandbox;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.CleanOutcome;
import dev.signalbox.workspace.PrepareOutcome;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.TestRepository;
import dev.signalbox.workspace.WorkspaceOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills between two steps, and what happens to the repository meanwhile. */
class GitWorkspacesIT {
  private static final SessionKey SESSION =
      new SessionKey(new RunId("run-1"), new SessionId("S-A"));
  private static final String BRANCH = "b";
  private static final String BASE_REF = "refs/signalbox/base/run-1/S-A";

  @TempDir private Path temp;
  private Path root;
  private TestRepository repository;
  private GitWorkspaces workspaces;
  private WorkspacePlaces places;

  @BeforeEach
  void open() throws IOException {
    root = temp.toRealPath().resolve("workspaces");
    repository = TestRepository.create(temp.toRealPath().resolve("repository"));
    workspaces = GitWorkspaces.of(repository.folder(), root, GitWorkspacesContractTest.walls());
    places = new WorkspacePlaces(root);
  }

  private static WorkspaceOrder order(Optional<String> prepare, String... copies) {
    return new WorkspaceOrder(SESSION, "main", BRANCH, List.of(copies), Map.of(), prepare);
  }

  private TestRepository prepared() {
    PrepareOutcome outcome = workspaces.prepare(order(Optional.empty()));
    assertThat(outcome).isInstanceOf(PrepareOutcome.Ready.class);
    return new TestRepository(workspaces.folderOf(SESSION));
  }

  @Test
  void objectsAreBorrowedAndCommitsHaveAName() {
    TestRepository workspace = prepared();

    assertThat(workspace.read(".git/objects/info/alternates").strip())
        .isEqualTo(workspaces.sharedObjects().toString());
    assertThat(workspace.git("config", "user.name")).isNotBlank();
    assertThat(workspace.git("config", "user.email")).contains("@");
    assertThat(workspace.read(".git/info/exclude").lines())
        .containsExactly(
            "/.sdd-state.json", "/.sdd-progress.md", "/.sdd-summary.md", "/.sdd-review.md");
    assertThat(workspace.path(".git/hooks")).doesNotExist();
  }

  @Test
  void aRewrittenBaseAndACollectionOfGarbageLeaveTheWorkspaceWhole() {
    String start = repository.commit("lost", "1\n");
    TestRepository workspace = prepared();
    repository.git("reset", "-q", "--hard", "HEAD~1");
    repository.git("reflog", "expire", "--expire=now", "--all");
    repository.git("gc", "-q", "--prune=now");

    String tip = workspace.commit("a", "1\n");

    assertThat(workspace.git("fsck", "--connectivity-only")).doesNotContain("missing");
    assertThat(repository.git("rev-parse", BASE_REF)).isEqualTo(start);
    assertThat(workspaces.prepare(order(Optional.empty())))
        .isEqualTo(new PrepareOutcome.Ready(workspace.folder(), start));
    assertThat(workspaces.takeIn(SESSION, BRANCH, "main"))
        .isEqualTo(new TakeInOutcome.TakenIn(tip, List.of("a")));
  }

  @Test
  void aHalfMadeCloneIsMadeAgain() throws IOException {
    Path making = places.making(SESSION);
    Files.createDirectories(making.resolve(".git"));
    Files.writeString(making.resolve("half"), "x");
    repository.git("update-ref", BASE_REF, "main");
    String later = repository.commit("later", "1\n");

    assertThat(workspaces.prepare(order(Optional.empty())))
        .isEqualTo(new PrepareOutcome.Ready(workspaces.folderOf(SESSION), later));

    assertThat(workspaces.folderOf(SESSION).resolve("half")).doesNotExist();
    assertThat(repository.git("rev-parse", BASE_REF)).isEqualTo(later);
    assertThat(making).doesNotExist();
  }

  @Test
  void aLostPinIsSetAgain() {
    TestRepository workspace = prepared();
    String start = repository.git("rev-parse", "main");
    repository.git("update-ref", "-d", BASE_REF);
    repository.commit("later", "1\n");

    assertThat(workspaces.prepare(order(Optional.empty())))
        .isEqualTo(new PrepareOutcome.Ready(workspace.folder(), start));

    assertThat(repository.git("rev-parse", BASE_REF)).isEqualTo(start);
  }

  @Test
  void aLostViewIsMadeAgain() throws IOException {
    TestRepository workspace = prepared();
    workspace.write("README.md", "changed\n");
    Folders.remove(places.view(SESSION));

    assertThat(workspaces.look(SESSION, BRANCH).uncommitted()).containsExactly("README.md");
  }

  @Test
  void aKilledRemovalIsFinished() throws IOException {
    TestRepository workspace = prepared();
    workspace.write(".sdd-progress.md", "p");
    Files.createDirectories(places.trash(SESSION).getParent());
    Files.move(workspace.folder(), places.trash(SESSION));

    assertThat(workspaces.clean(SESSION, "main")).isEqualTo(new CleanOutcome.Absent());

    assertThat(places.trash(SESSION)).doesNotExist();
    assertThat(places.view(SESSION)).doesNotExist();
    assertThat(repository.git("for-each-ref", "refs/signalbox")).isEmpty();
  }

  @Test
  void takenInWorkOutlivesAWorkspaceThatIsGone() throws IOException {
    String tip = prepared().commit("a", "1\n");
    workspaces.takeIn(SESSION, BRANCH, "main");
    Folders.remove(workspaces.folderOf(SESSION));

    assertThat(workspaces.clean(SESSION, "main")).isEqualTo(new CleanOutcome.Absent());

    assertThat(repository.git("rev-parse", "refs/signalbox/sessions/run-1/S-A")).isEqualTo(tip);
  }

  @Test
  void foldersThatAnAgentClosedAreRemoved() throws IOException {
    repository.commit(".gitignore", "closed\n");
    TestRepository workspace = prepared();
    workspace.write("closed/deep/file", "x");
    Files.setPosixFilePermissions(
        workspace.path("closed/deep"), PosixFilePermissions.fromString("---------"));

    assertThat(workspaces.clean(SESSION, "main")).isEqualTo(new CleanOutcome.Removed());

    assertThat(places.trash(SESSION)).doesNotExist();
  }

  @Test
  void aSubmoduleMayHoldWork() {
    String commit = repository.git("rev-parse", "main");
    repository.git("update-index", "--add", "--cacheinfo", "160000," + commit + ",sub");
    repository.git("commit", "-q", "-m", "a submodule");
    TestRepository workspace = prepared();
    TestRepository.create(workspace.path("sub")).commit("a", "1\n");

    assertThat(workspaces.clean(SESSION, "main"))
        .isEqualTo(
            new CleanOutcome.Kept(
                "workspace: expected nothing to lose, found submodules, which are not looked into:"
                    + " sub"));
  }

  @Test
  void aFolderThatIsNoCloneIsNotTouched() throws IOException {
    Path folder = Files.createDirectories(workspaces.folderOf(SESSION));
    Files.writeString(folder.resolve("mine"), "x");

    assertThat(workspaces.prepare(order(Optional.empty())))
        .isInstanceOf(PrepareOutcome.Failed.class);
    assertThat(workspaces.clean(SESSION, "main")).isInstanceOf(CleanOutcome.Kept.class);
    assertThat(folder.resolve("mine")).hasContent("x");
  }

  @Test
  void copiesKeepTheirRightsAndAreNotSeenByGit() throws IOException {
    Files.setPosixFilePermissions(
        repository.write("config/.env *", "k=v\n"), PosixFilePermissions.fromString("rw-------"));

    workspaces.prepare(order(Optional.empty(), "config/.env *"));

    TestRepository workspace = new TestRepository(workspaces.folderOf(SESSION));
    Path copy = workspace.path("config/.env *");
    assertThat(copy).hasContent("k=v");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    assertThat(workspace.git("status", "--porcelain")).isEmpty();
    assertThat(workspaces.look(SESSION, BRANCH).uncommitted()).isEmpty();
  }

  @Test
  void preparingRunsOnceUntilItSucceeds() {
    TestRepository workspace = new TestRepository(workspaces.folderOf(SESSION));
    String count = "echo x >>.git/count; test \"$(wc -l <.git/count)\" = 2";

    assertThat(workspaces.prepare(order(Optional.of(count))))
        .isEqualTo(
            new PrepareOutcome.Failed("prepare: expected success, found exit code 1\n", false));
    for (int i = 0; i < 2; i++) {
      assertThat(workspaces.prepare(order(Optional.of(count))))
          .isInstanceOf(PrepareOutcome.Ready.class);
    }

    assertThat(workspace.read(".git/count")).isEqualTo("x\nx\n");
  }

  @Test
  void preparingSeesItsWorkspaceAndNoOther() throws IOException {
    Sandbox sandbox = new BubblewrapSandbox("bwrap", Path.of(System.getProperty("user.home")));
    Optional<String> reason = sandbox.unavailable();
    Assumptions.assumeTrue(reason.isEmpty(), () -> "no walls here: " + reason.orElse(""));
    CommandWalls walls = new CommandWalls(sandbox, List.of(), System.getenv());
    workspaces = GitWorkspaces.of(repository.folder(), root, walls);
    Files.createDirectories(root.resolve("run-1/S-B"));
    String command = "git log --format=%s >.git/log && ls " + root + "/run-1 >.git/seen";

    PrepareOutcome outcome = workspaces.prepare(order(Optional.of(command)));

    TestRepository workspace = new TestRepository(workspaces.folderOf(SESSION));
    assertThat(outcome).isInstanceOf(PrepareOutcome.Ready.class);
    assertThat(workspace.read(".git/seen")).isEqualTo("S-A\n");
    assertThat(workspace.read(".git/log")).isEqualTo("change README.md\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"refs/signalbox/base/run-1/S-A.lock", "packed-refs.lock"})
  void aLockThatStaysIsSaidToPass(String lock) throws IOException {
    Path file = repository.path(".git/" + lock);
    Files.createDirectories(file.getParent());
    if (lock.startsWith("packed")) {
      prepared();
    }
    Files.createFile(file);

    if (lock.startsWith("packed")) {
      assertThat(workspaces.clean(SESSION, "main")).isInstanceOf(CleanOutcome.Kept.class);
      Files.delete(file);
      assertThat(workspaces.clean(SESSION, "main")).isEqualTo(new CleanOutcome.Removed());
      assertThat(repository.git("for-each-ref", "refs/signalbox")).isEmpty();
    } else {
      assertThat(workspaces.prepare(order(Optional.empty())))
          .isInstanceOfSatisfying(
              PrepareOutcome.Failed.class, failed -> assertThat(failed.mayPass()).isTrue());
      Files.delete(file);
      prepared();
    }
  }

  @Test
  void aRepositoryWithTheNewerHashWorksToo() throws IOException {
    Path folder = Files.createDirectories(temp.toRealPath().resolve("newer"));
    repository = new TestRepository(folder);
    repository.git("init", "-q", "-b", "main", "--object-format=sha256");
    repository.commit("README.md", "start\n");
    workspaces = GitWorkspaces.of(folder, root, GitWorkspacesContractTest.walls());

    String tip = prepared().commit("a", "1\n");

    assertThat(tip).hasSize(64);
    assertThat(workspaces.takeIn(SESSION, BRANCH, "main"))
        .isEqualTo(new TakeInOutcome.TakenIn(tip, List.of("a")));
    assertThat(workspaces.look(SESSION, BRANCH).uncommitted()).isEmpty();
  }

  @Test
  void aLinkedWorkTreeLeadsToTheRepository() {
    TestRepository linked = new TestRepository(root.resolveSibling("linked"));
    repository.git("worktree", "add", "-q", "--detach", linked.folder().toString());
    workspaces = GitWorkspaces.of(linked.folder(), root, GitWorkspacesContractTest.walls());

    prepared();

    assertThat(workspaces.sharedObjects()).isEqualTo(repository.path(".git/objects"));
    assertThat(repository.git("rev-parse", BASE_REF)).isNotBlank();
  }
}
