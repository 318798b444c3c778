package dev.signalbox.delegation;

import static dev.signalbox.delegation.Elsewhere.BRANCH;
import static dev.signalbox.delegation.Elsewhere.CURSOR_BOT;
import static dev.signalbox.delegation.Elsewhere.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.sandbox.none.NoSandbox;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.workspace.CleanOutcome;
import dev.signalbox.workspace.ExitLook;
import dev.signalbox.workspace.PrepareOutcome;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.TestRepository;
import dev.signalbox.workspace.WorkspaceOrder;
import dev.signalbox.workspace.git.CommandWalls;
import dev.signalbox.workspace.git.GitUpstream;
import dev.signalbox.workspace.git.GitWorkspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The work of an agent elsewhere in a real repository, and one upstream of it. */
class DelegatedWorkspacesIT {
  @TempDir private Path folder = Path.of("");
  private TestRepository here = new TestRepository(Path.of(""));
  private TestRepository agents = new TestRepository(Path.of(""));
  private Elsewhere there = new Elsewhere(Path.of(""));
  private String start = "";

  @BeforeEach
  void makeRepositories() throws IOException {
    Path real = folder.toRealPath();
    here = TestRepository.create(Files.createDirectory(real.resolve("here")));
    Path bare = real.resolve("there.git");
    here.git("clone", "-q", "--bare", here.folder().toString(), bare.toString());
    here.git("remote", "add", "origin", bare.toString());
    here.git("clone", "-q", bare.toString(), real.resolve("agents").toString());
    agents = new TestRepository(real.resolve("agents"));
    start = agents.commit("pushed", "after the clone\n");
    agents.git("push", "-q", "origin", "main");
    there = new Elsewhere(real.resolve("elsewhere"));
    there.runner().start(Elsewhere.order());
  }

  private DelegatedWorkspaces workspaces() {
    CommandWalls walls = new CommandWalls(new NoSandbox("a test"), List.of(), System.getenv());
    return new DelegatedWorkspaces(
        there.root,
        GitWorkspaces.of(here.folder(), folder.resolve("workspaces"), walls),
        GitUpstream.of(here.folder(), System.getenv()),
        there.forge);
  }

  private PrepareOutcome prepare() {
    return workspaces()
        .prepare(
            new WorkspaceOrder(SESSION, "main", BRANCH, List.of(), Map.of(), Optional.empty()));
  }

  /** The agent pushes a commit on a branch of its own choice and opens a pull request. */
  private String works() {
    agents.git("switch", "-q", "-c", "cursor/own-name");
    String tip = agents.commit("c", "cursor\n");
    agents.git("push", "-q", "origin", "cursor/own-name");
    there.forge.others().push("cursor/own-name", tip);
    NewPullRequest request =
        new NewPullRequest("cursor/own-name", "main", "SHOP-1 is done", "In words.");
    there.forge.others().open(CURSOR_BOT, request, false);
    there.runner().open(Elsewhere.ATTEMPT, 0).read();
    return tip;
  }

  private List<String> refs() {
    return here.git("for-each-ref", "--format=%(refname)", "refs/signalbox/sessions")
        .lines()
        .toList();
  }

  @Test
  void itStartsFromTheBaseAsItIsUpstreamAndAgainFromTheSame() {
    assertThat(prepare())
        .isEqualTo(new PrepareOutcome.Ready(workspaces().folderOf(SESSION), start));
    agents.commit("later", "x\n");
    agents.git("push", "-q", "origin", "main");
    assertThat(prepare())
        .isEqualTo(new PrepareOutcome.Ready(workspaces().folderOf(SESSION), start));
  }

  @Test
  void itsPullRequestIsTheSummaryAndItsBranchIsTakenIn() {
    prepare();
    String tip = works();
    ExitLook look = workspaces().look(SESSION, BRANCH);
    assertThat(look.tip()).contains(tip);
    assertThat(look.commits()).isPositive();
    assertThat(look.summary()).contains("SHOP-1 is done\n\nIn words.");
    assertThat(workspaces().takeIn(SESSION, BRANCH, "main"))
        .isEqualTo(new TakeInOutcome.TakenIn(tip, List.of("c")));
    assertThat(workspaces().takeIn(SESSION, BRANCH, "main"))
        .isEqualTo(new TakeInOutcome.TakenIn(tip, List.of("c")));
  }

  @Test
  void aLaterAttemptGoesOnWithAnOpenPullRequestAndLeavesAClosedOne() {
    prepare();
    works();
    AttemptKey second = new AttemptKey(SESSION, 2);
    there.runner().start(Elsewhere.order(second));
    assertThat(Elsewhere.done(workspaces().pullRequestOf(SESSION)).number()).isEqualTo(1);
    there.runner().open(second, 0).read();
    there.forge.others().close(1);
    there.runner().start(Elsewhere.order(new AttemptKey(SESSION, 3)));
    assertThat(workspaces().look(SESSION, BRANCH).summary()).contains("No pull request.");
    assertThat(workspaces().takeIn(SESSION, BRANCH, "main"))
        .isEqualTo(new TakeInOutcome.TakenIn(start, List.of()));
  }

  @Test
  void withoutAPullRequestNothingIsThere() {
    prepare();
    ExitLook look = workspaces().look(SESSION, BRANCH);
    assertThat(look.commits()).isZero();
    assertThat(look.summary()).contains("No pull request.");
    assertThat(workspaces().takeIn(SESSION, BRANCH, "main"))
        .isEqualTo(new TakeInOutcome.TakenIn(start, List.of()));
    assertThat(workspaces().pullRequestOf(SESSION)).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void aForgeThatIsAwayDoesNotSayThatNothingWasDone() {
    prepare();
    works();
    there.away(true);
    assertThat(workspaces().look(SESSION, BRANCH).commits()).isPositive();
    assertThat(workspaces().takeIn(SESSION, BRANCH, "main"))
        .isEqualTo(new TakeInOutcome.Failed("expected an answer, found none", true));
  }

  @Test
  void anUpstreamThatIsAwayMayBeAskedAgain() throws IOException {
    Files.move(folder.resolve("there.git"), folder.resolve("away"));
    assertThat(prepare()).isInstanceOf(PrepareOutcome.Failed.class);
    Files.move(folder.resolve("away"), folder.resolve("there.git"));
    assertThat(prepare()).isInstanceOf(PrepareOutcome.Ready.class);
  }

  @Test
  void nothingIsLeftOfASessionThatIsOver() {
    prepare();
    works();
    workspaces().takeIn(SESSION, BRANCH, "main");
    assertThat(refs()).isNotEmpty();
    assertThat(workspaces().clean(SESSION, "main")).isEqualTo(new CleanOutcome.Absent());
    assertThat(workspaces().clean(SESSION, "main")).isEqualTo(new CleanOutcome.Absent());
    assertThat(here.git("for-each-ref", "--format=%(refname)", "refs/signalbox"))
        .doesNotContain("S-A");
    assertThat(workspaces().list()).isEmpty();
  }

  @Test
  void aFailureIsOneOfItsKind() {
    assertThat(workspaces().pullRequestOf(SESSION))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.REFUSED));
  }
}
