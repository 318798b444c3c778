package dev.signalbox.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import dev.signalbox.remote.Outcome;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository and the one it was cloned from, both real. */
class GitUpstreamIT {
  private static final SessionKey KEY = new SessionKey(new RunId("run-1"), new SessionId("S-A"));

  @TempDir private Path folder = Path.of("");
  private TestRepository here = new TestRepository(Path.of(""));
  private TestRepository other = new TestRepository(Path.of(""));
  private Path there = Path.of("");

  @BeforeEach
  void makeRepositories() throws IOException {
    here = TestRepository.create(Files.createDirectory(folder.resolve("here")));
    there = folder.resolve("there.git");
    here.git("clone", "-q", "--bare", here.folder().toString(), there.toString());
    here.git("remote", "add", "origin", there.toString());
    here.git("clone", "-q", there.toString(), folder.resolve("other").toString());
    other = new TestRepository(folder.resolve("other"));
  }

  private GitUpstream upstream() {
    return GitUpstream.of(here.folder(), System.getenv());
  }

  private static @Nullable Kind kind(Outcome<?> outcome) {
    return outcome instanceof Outcome.Failed<?>(Failure failure) ? failure.kind() : null;
  }

  private String tip(String branch) {
    return here.git("--git-dir=" + there, "rev-parse", "refs/heads/" + branch);
  }

  private String commitOn(String branch, String file, String text) {
    here.git("switch", "-q", "-C", branch, "main");
    String commit = here.commit(file, text);
    here.git("switch", "-q", "main");
    return commit;
  }

  @Test
  void theBaseAndItsCheckoutFollowWhatOthersPushed() {
    String pushed = other.commit("theirs", "x");
    other.git("push", "-q", "origin", "main");
    assertThat(upstream().sync("main")).isEqualTo(new Outcome.Done<>(pushed));
    assertThat(here.read("theirs")).isEqualTo("x");
    assertThat(here.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void aBaseWithCommitsOfItsOwnIsLeftAloneAndSaid() {
    String own = here.commit("mine", "x");
    assertThat(kind(upstream().sync("main"))).isEqualTo(Kind.REFUSED);
    assertThat(here.git("rev-parse", "main")).isEqualTo(own);
  }

  @Test
  void whatIsPushedTwiceIsThereOnce() {
    String commit = commitOn("work", "a", "1");
    assertThat(upstream().push(commit, "agent/a")).isEqualTo(Outcome.done());
    assertThat(upstream().push(commit, "agent/a")).isEqualTo(Outcome.done());
    assertThat(tip("agent/a")).isEqualTo(commit);
  }

  @Test
  void aRebasedBranchReplacesWhatWePushed() {
    upstream().push(commitOn("work", "a", "1"), "agent/a");
    String rewritten = commitOn("again", "a", "2");
    assertThat(upstream().push(rewritten, "agent/a")).isEqualTo(Outcome.done());
    assertThat(tip("agent/a")).isEqualTo(rewritten);
  }

  @Test
  void commitsOfOthersOnTheBranchAreNeverOverwritten() {
    upstream().push(commitOn("work", "a", "1"), "agent/a");
    other.git("fetch", "-q");
    other.git("switch", "-q", "agent/a");
    String theirs = other.commit("b", "theirs");
    other.git("push", "-q", "origin", "agent/a");
    assertThat(kind(upstream().push(commitOn("again", "a", "2"), "agent/a")))
        .isEqualTo(Kind.REFUSED);
    assertThat(tip("agent/a")).isEqualTo(theirs);
  }

  /** The push arrived, and the process was killed before it could note so. */
  @Test
  void aPushThatNobodyNotedIsKnownAgain() {
    String first = commitOn("work", "a", "1");
    upstream().push(first, "agent/a");
    here.git("update-ref", "-d", "refs/signalbox/pushed/agent%2Fa");
    String second = commitOn("again", "a", "2");
    assertThat(upstream().push(second, "agent/a")).isEqualTo(Outcome.done());
    assertThat(tip("agent/a")).isEqualTo(second);
  }

  @Test
  void workOfAnAgentElsewhereIsTakenInFromItsBranch() {
    assertThat(upstream().begin(KEY, "main")).isInstanceOf(Outcome.Done.class);
    other.git("switch", "-q", "-c", "cursor/shop-1");
    String tip = other.commit("c", "cursor");
    other.git("push", "-q", "origin", "cursor/shop-1");
    Outcome<TakeInOutcome.TakenIn> taken = upstream().take(KEY, "cursor/shop-1", "main");
    assertThat(taken).isEqualTo(new Outcome.Done<>(new TakeInOutcome.TakenIn(tip, List.of("c"))));
  }

  @Test
  void aBranchThatIsNotThereIsAbsentAndARemoteThatIsAwayIsNot() throws IOException {
    upstream().begin(KEY, "main");
    assertThat(kind(upstream().take(KEY, "cursor/none", "main"))).isEqualTo(Kind.ABSENT);
    Files.move(there, folder.resolve("away"));
    assertThat(kind(upstream().take(KEY, "cursor/none", "main"))).isNotEqualTo(Kind.ABSENT);
  }

  @Test
  void noHookOfEitherSideRuns() throws IOException {
    Path hook = here.path(".git/hooks/pre-push");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\ntouch " + folder.resolve("ran") + "\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    upstream().push(commitOn("work", "a", "1"), "agent/a");
    assertThat(Files.exists(folder.resolve("ran"))).isFalse();
  }
}
