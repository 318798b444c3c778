package dev.signalbox.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.forge.Checks;
import dev.signalbox.forge.Forge;
import dev.signalbox.forge.Merging;
import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.memory.MemoryForge;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.sandbox.none.NoSandbox;
import dev.signalbox.workspace.LandOrder;
import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.MergeOrder;
import dev.signalbox.workspace.MergeOutcome;
import dev.signalbox.workspace.TestRepository;
import dev.signalbox.workspace.git.CommandWalls;
import dev.signalbox.workspace.git.GitMerges;
import dev.signalbox.workspace.git.GitUpstream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merges by a forge whose repository is real: what lands is what was verified. */
class PullRequestMergesIT {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final String BRANCH = "claude/shop-1";

  @TempDir private Path folder = Path.of("");
  private final MemoryForge memory = new MemoryForge("shop/web", Clock.fixed(AT, ZoneOffset.UTC));
  private TestRepository here = new TestRepository(Path.of(""));
  private TestRepository other = new TestRepository(Path.of(""));
  private Optional<PullRequestMerges> merges = Optional.empty();
  private int number;
  private String tip = "";

  @BeforeEach
  void openAPullRequest() throws IOException {
    Path real = folder.toRealPath();
    here = TestRepository.create(Files.createDirectory(real.resolve("here")));
    Path there = real.resolve("there.git");
    here.git("clone", "-q", "--bare", here.folder().toString(), there.toString());
    here.git("remote", "add", "origin", there.toString());
    here.git("clone", "-q", there.toString(), real.resolve("other").toString());
    other = new TestRepository(real.resolve("other"));
    PullRequests requests = new PullRequests(memory, upstream());
    merges = Optional.of(merges());
    here.git("switch", "-q", "-c", "work");
    tip = here.commit("a", "1\n");
    here.git("switch", "-q", "main");
    memory.others().push(BRANCH, tip);
    number = done(requests.show(tip, new NewPullRequest(BRANCH, "main", "SHOP-1", ""))).number();
  }

  private GitUpstream upstream() {
    return GitUpstream.of(here.folder(), System.getenv());
  }

  private PullRequestMerges merges() {
    CommandWalls walls = new CommandWalls(new NoSandbox("a test"), List.of(), System.getenv());
    return new PullRequestMerges(
        GitMerges.of(here.folder(), folder.resolve("scratch"), walls), upstream(), forge());
  }

  /** The forge in memory, which also merges upstream as it says that it does. */
  private Forge forge() {
    return (Forge)
        Proxy.newProxyInstance(
            Forge.class.getClassLoader(),
            new Class<?>[] {Forge.class},
            (_, method, arguments) -> {
              try {
                boolean isMergedBefore = isMerged();
                Object answer = method.invoke(memory, arguments);
                if (method.getName().equals("merge") && !isMergedBefore && isMerged()) {
                  mergeUpstream();
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private boolean isMerged() {
    return memory.read(number) instanceof Outcome.Done<PullRequest>(PullRequest request)
        && request.state().kind() == PullRequest.State.Kind.MERGED;
  }

  private String mergeUpstream() {
    other.git("pull", "-q", "--ff-only");
    other.git("merge", "-q", "--no-ff", "-m", "Merge", "origin/" + BRANCH);
    other.git("push", "-q", "origin", "main");
    return other.git("rev-parse", "main");
  }

  private String pushUpstream(String file) {
    other.git("pull", "-q", "--ff-only");
    String commit = other.commit(file, "x\n");
    other.git("push", "-q", "origin", "main");
    return commit;
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Failed<T>(Failure failure) -> throw new AssertionError(failure);
    };
  }

  private MergeOutcome.Clean computed() {
    MergeOutcome outcome =
        merges
            .orElseThrow()
            .compute(new MergeOrder("main", tip, "Merge session S-A", AT, List.of()));
    assertThat(outcome).isInstanceOf(MergeOutcome.Clean.class);
    return (MergeOutcome.Clean) outcome;
  }

  private LandOrder order(MergeOutcome.Clean merge) {
    return new LandOrder(
        "main", merge.base(), merge.commit(), new LandOrder.Work(BRANCH, tip, "Merge session S-A"));
  }

  private LandOutcome land(LandOrder order) {
    return merges.orElseThrow().land(order);
  }

  private String upstreamMain() {
    return here.git("ls-remote", "origin", "refs/heads/main").split("\t", -1)[0];
  }

  private void assertRefused(LandOutcome outcome, String reason) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            LandOutcome.Refused.class, refused -> assertThat(refused.reason()).contains(reason));
  }

  @Test
  void whatLandsIsWhatWasVerified() {
    MergeOutcome.Clean merge = computed();
    assertThat(land(order(merge))).isEqualTo(new LandOutcome.Landed());
    assertThat(here.git("rev-parse", "main^{tree}"))
        .isEqualTo(here.git("rev-parse", merge.commit() + "^{tree}"));
    assertThat(here.git("rev-parse", "main")).isEqualTo(upstreamMain());
    assertThat(here.read("a")).isEqualTo("1\n");
  }

  @Test
  void landingTwiceIsOnce() {
    LandOrder order = order(computed());
    land(order);
    String main = upstreamMain();
    assertThat(land(order)).isEqualTo(new LandOutcome.Landed());
    assertThat(upstreamMain()).isEqualTo(main);
  }

  @Test
  void itIsComputedOnTheBaseAsItIsUpstream() {
    String theirs = pushUpstream("theirs");
    assertThat(computed().base()).isEqualTo(theirs);
  }

  @Test
  void aBaseThatMovedUpstreamIsSaidAndNothingIsMerged() {
    LandOrder order = order(computed());
    String theirs = pushUpstream("theirs");
    assertThat(land(order)).isEqualTo(new LandOutcome.BaseMoved(theirs));
    assertThat(isMerged()).isFalse();
    assertThat(upstreamMain()).isEqualTo(theirs);
    assertThat(land(order(computed()))).isEqualTo(new LandOutcome.Landed());
  }

  @Test
  void aHeadThatMovedIsNotWhatWasVerified() {
    LandOrder order = order(computed());
    String other = "b".repeat(40);
    memory.others().push(BRANCH, other);
    assertRefused(land(order), "expected the pull request 1 at " + tip + ", found it at b");
    assertThat(isMerged()).isFalse();
  }

  @Test
  void aPullRequestThatIsClosedIsNotMerged() {
    LandOrder order = order(computed());
    memory.close(number, "no");
    assertRefused(land(order), "found it closed");
  }

  @Test
  void aPullRequestThatGoesElsewhereIsNotMerged() {
    LandOrder order = order(computed());
    memory.open(new NewPullRequest(BRANCH, "release", "SHOP-1", ""));
    assertRefused(land(order), "found it goes to release");
    assertThat(isMerged()).isFalse();
  }

  @Test
  void withoutAPullRequestNothingIsMerged() {
    LandOrder order = order(computed());
    LandOrder none =
        new LandOrder(
            "main",
            order.expectedBase(),
            order.commit(),
            new LandOrder.Work("none", tip, "Merge session S-A"));
    assertRefused(land(none), "expected a pull request from none");
  }

  @Test
  void whatAPersonMergedBeforeIsLandedAndTheBaseFollows() {
    LandOrder order = order(computed());
    String merged = mergeUpstream();
    memory.others().merge(number, merged);
    assertThat(land(order)).isEqualTo(new LandOutcome.Landed());
    assertThat(here.git("rev-parse", "main")).isEqualTo(merged);
  }

  @Test
  void theForgesReasonIsSaid() {
    LandOrder order = order(computed());
    memory.others().require("build");
    assertRefused(land(order), "the check build is required");
    memory.others().check(tip, new Checks.Check("build", "ci", Checks.Result.PASSED, ""));
    assertThat(land(order)).isEqualTo(new LandOutcome.Landed());
  }

  @Test
  void aForgeThatIsAwayMayBeAskedAgain() {
    LandOrder order = order(computed());
    memory.others().failWith(Optional.of(Failure.of(Failure.Kind.UNREACHABLE, "found no answer")));
    assertThat(land(order)).isEqualTo(new LandOutcome.Failed("found no answer", true));
    memory.others().failWith(Optional.empty());
    assertThat(land(order)).isEqualTo(new LandOutcome.Landed());
  }

  /** The answer of the merge was lost: the forge merged, and the base here has not followed. */
  @Test
  void aMergeWhoseAnswerWasLostIsFoundAgain() {
    LandOrder order = order(computed());
    assertThat(done(forge().merge(number, tip, "Merge"))).isInstanceOf(Merging.Merged.class);
    assertThat(land(order)).isEqualTo(new LandOutcome.Landed());
    assertThat(here.git("rev-parse", "main")).isEqualTo(upstreamMain());
  }
}
