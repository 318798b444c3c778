package dev.signalbox.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.CleanOutcome;
import dev.signalbox.workspace.PrepareOutcome;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.TestRepository;
import dev.signalbox.workspace.WorkspaceOrder;
import dev.signalbox.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that an agent plants in its workspace do not run outside the walls. */
class PlantedSettingsIT {
  private static final SessionKey SESSION =
      new SessionKey(new RunId("run-1"), new SessionId("S-A"));
  private static final String BRANCH = "b";

  @TempDir private Path temp;
  private Path ran;
  private TestRepository repository;
  private TestRepository workspace;
  private Workspaces workspaces;

  @BeforeEach
  void prepare() throws IOException {
    Path real = temp.toRealPath();
    ran = real.resolve("ran");
    repository = TestRepository.create(real.resolve("repository"));
    workspaces =
        GitWorkspaces.of(
            repository.folder(), real.resolve("workspaces"), GitWorkspacesContractTest.walls());
    PrepareOutcome ready = workspaces.prepare(order());
    assertThat(ready).isInstanceOf(PrepareOutcome.Ready.class);
    workspace = new TestRepository(workspaces.folderOf(SESSION));
    workspace.commit("a", "1\n");
  }

  private static WorkspaceOrder order() {
    return new WorkspaceOrder(SESSION, "main", BRANCH, List.of(), Map.of(), Optional.empty());
  }

  /** A program that says that it ran, and then does nothing useful. */
  private String trap() throws IOException {
    Path script = temp.toRealPath().resolve("trap");
    Files.writeString(script, "#!/bin/sh\necho \"$0 $*\" >>'" + ran + "'\ncat\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script.toString();
  }

  private void everything() {
    workspaces.look(SESSION, BRANCH);
    workspaces.takeIn(SESSION, BRANCH, "main");
    workspaces.clean(SESSION, "main");
    workspaces.prepare(order());
  }

  @Test
  void theTrapWorksInTheWorkspaceItself() throws IOException {
    workspace.git("config", "core.fsmonitor", trap());

    workspace.git("status");

    assertThat(ran).exists();
  }

  @Test
  void noFileSystemMonitorRuns() throws IOException {
    workspace.git("config", "core.fsmonitor", trap());
    workspace.write("a", "changed\n");

    everything();

    assertThat(ran).doesNotExist();
  }

  @Test
  void noFilterRuns() throws IOException {
    workspace.git("config", "filter.x.clean", trap());
    workspace.git("config", "filter.x.smudge", trap());
    workspace.git("config", "filter.x.process", trap());
    workspace.git("config", "diff.x.textconv", trap());
    workspace.git("config", "diff.x.command", trap());
    workspace.write(".gitattributes", "* filter=x diff=x\n");
    workspace.write(".git/info/attributes", "* filter=x diff=x\n");
    workspace.write("a", "changed\n");

    everything();

    assertThat(ran).doesNotExist();
    assertThat(workspaces.look(SESSION, BRANCH).uncommitted())
        .containsExactly(".gitattributes", "a");
  }

  @Test
  void noHookRuns() throws IOException {
    Path hooks = workspace.path(".git/hooks");
    Files.createDirectories(hooks);
    for (String hook :
        List.of("reference-transaction", "post-checkout", "post-index-change", "pre-auto-gc")) {
      Files.copy(Path.of(trap()), hooks.resolve(hook));
    }
    workspace.git("config", "core.hooksPath", hooks.toString());
    Files.deleteIfExists(ran);

    everything();

    assertThat(ran).doesNotExist();
  }

  @Test
  void noHookForPackingRuns() throws IOException {
    workspace.git("config", "uploadpack.packObjectsHook", trap());
    workspace.git("config", "core.alternateRefsCommand", trap());
    workspace.git("config", "core.sshCommand", trap());

    TakeInOutcome outcome = workspaces.takeIn(SESSION, BRANCH, "main");

    assertThat(outcome).isInstanceOf(TakeInOutcome.TakenIn.class);
    assertThat(ran).doesNotExist();
  }

  @Test
  void configurationThatIsIncludedIsNotRead() throws IOException {
    workspace.write(".git/more", "[core]\n\tfsmonitor = " + trap() + "\n");
    workspace.git("config", "include.path", "more");
    Files.deleteIfExists(ran);

    everything();

    assertThat(ran).doesNotExist();
  }

  @Test
  void badObjectsAreNotTakenIn() throws IOException {
    Path entry = workspace.write("tree", "x");
    String blob = workspace.git("hash-object", "-w", entry.toString());
    byte[] id = java.util.HexFormat.of().parseHex(blob);
    java.io.ByteArrayOutputStream tree = new java.io.ByteArrayOutputStream();
    tree.writeBytes("100644 .git\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    tree.writeBytes(id);
    Files.write(entry, tree.toByteArray());
    String bad = workspace.git("hash-object", "-w", "--literally", "-t", "tree", entry.toString());
    String commit = workspace.git("commit-tree", "-m", "bad", "-p", "HEAD", bad);
    workspace.git("update-ref", "refs/heads/" + BRANCH, commit);

    TakeInOutcome outcome = workspaces.takeIn(SESSION, BRANCH, "main");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            TakeInOutcome.Failed.class,
            failed -> {
              assertThat(failed.mayPass()).isFalse();
              assertThat(failed.reason()).contains("hasDotgit");
            });
    assertThat(repository.git("for-each-ref", "refs/signalbox/sessions")).isEmpty();
  }

  @Test
  void objectsOfAnotherRepositoryAreNotBorrowed() throws IOException {
    TestRepository other = TestRepository.create(temp.toRealPath().resolve("other"));
    workspace.write(".git/objects/info/alternates", other.path(".git/objects") + "\n");

    assertThat(workspaces.takeIn(SESSION, BRANCH, "main"))
        .isInstanceOfSatisfying(
            TakeInOutcome.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .startsWith("workspace: expected objects borrowed from the repository only"));
    assertThat(workspaces.clean(SESSION, "main")).isInstanceOf(CleanOutcome.Kept.class);
  }

  @Test
  void aGitFolderThatIsALinkIsNotOpened() throws IOException {
    Path moved = Files.move(workspace.path(".git"), temp.toRealPath().resolve("moved"));
    Files.createSymbolicLink(workspace.path(".git"), moved);

    assertThat(workspaces.takeIn(SESSION, BRANCH, "main")).isInstanceOf(TakeInOutcome.Failed.class);
    assertThat(workspaces.prepare(order())).isInstanceOf(PrepareOutcome.Failed.class);
    assertThat(workspaces.clean(SESSION, "main")).isInstanceOf(CleanOutcome.Kept.class);
  }

  @Test
  void hiddenChangesAreSeen() {
    workspace.git("update-index", "--assume-unchanged", "a");
    workspace.git("update-index", "--skip-worktree", "README.md");
    workspace.write("a", "2\n");
    workspace.write("README.md", "other\n");

    assertThat(workspaces.look(SESSION, BRANCH).uncommitted()).containsExactly("README.md", "a");
  }
}
