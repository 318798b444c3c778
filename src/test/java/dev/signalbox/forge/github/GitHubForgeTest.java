package dev.signalbox.forge.github;

import static dev.signalbox.forge.ForgeContractTest.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalbox.forge.Account;
import dev.signalbox.forge.Forge;
import dev.signalbox.forge.Merging;
import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.Remark;
import dev.signalbox.forge.Role;
import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.githubapi.Fault;
import dev.signalbox.githubapi.Neighbours;
import dev.signalbox.githubapi.Sent;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitHubForgeTest {
  private static final String BRANCH = "claude/shop-101-gates";
  private static final int BUDGET_PER_SESSION = 20;

  @TempDir Path folder;
  private GitHubWorld world;
  private FakeGitHub github;
  private Neighbours others;
  private Forge forge;

  @BeforeEach
  void start() {
    world = new GitHubWorld(folder);
    github = world.clients.github();
    others = world.clients.others();
    forge = world.client();
  }

  @AfterEach
  void stop() {
    if (world != null) {
      world.close();
    }
  }

  private PullRequest opened() {
    world.push(BRANCH);
    return done(forge.open(new NewPullRequest(BRANCH, "main", "Gates", "Text")));
  }

  private static Failure failure(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed<?>) outcome).failure();
  }

  @Test
  void aMarkThatSomebodyElseWroteIsNotOurs() {
    int number = opened().number();
    String planted = "<!-- signalbox: run-7/summary -->\n\nMine now";
    others.comment(number, FakeGitHub.STRANGER, planted);
    done(forge.comment(number, "run-7/summary", "Ours"));
    assertThat(done(forge.remarks(number)))
        .extracting(Remark::body)
        .containsExactly(planted, "Ours");
    assertThat(others.comments(number).getFirst()).isEqualTo(planted);
  }

  @Test
  void copilotIsAskedUnderOneNameAndListedUnderAnother() {
    int number = opened().number();
    assertThat(failure(forge.requestReview(number, "Copilot")).kind())
        .isEqualTo(Failure.Kind.REFUSED);
    done(forge.requestReview(number, FakeGitHub.COPILOT_REVIEWER.login()));
  }

  @Test
  void copilotSpeaksUnderTwoNamesAndIsAnAppUnderBoth() {
    int number = opened().number();
    others.review(number, FakeGitHub.COPILOT_REVIEWER, "COMMENTED", "## Pull request overview");
    others.line(number, FakeGitHub.COPILOT, "README.md", 1, "[nitpick] A typo");
    assertThat(done(forge.remarks(number)))
        .extracting(Remark::kind, it -> it.author().kind(), it -> it.author().app().orElseThrow())
        .containsExactlyInAnyOrder(
            tuple(Remark.Kind.REVIEW_COMMENTED, Account.Kind.BOT, "copilot-pull-request-reviewer"),
            tuple(Remark.Kind.LINE, Account.Kind.BOT, "copilot-pull-request-reviewer"));
  }

  @Test
  void aSessionCostsFewRequestsAndWaitingNone() {
    world.push(BRANCH);
    PullRequest pull = done(forge.open(new NewPullRequest(BRANCH, "main", "Gates", "Text")));
    int counted = told("open");
    poll(pull);
    counted += told("first look");
    for (int i = 0; i < 10; i++) {
      poll(pull);
    }
    int waiting = told("10 looks without change");
    assertThat(waiting).isZero();
    world.says(pull.number(), "Hello");
    world.remarks(pull.number(), "README.md", "A typo");
    done(forge.remarks(pull.number()));
    counted += told("read remarks with a thread");
    done(forge.comment(pull.number(), "run-7/summary", "Done"));
    counted += told("comment");
    done(forge.merge(pull.number(), pull.head().commit(), "Merge gates"));
    counted += told("merge");
    assertThat(counted).isLessThan(BUDGET_PER_SESSION);
  }

  private void poll(PullRequest pull) {
    done(forge.read(pull.number()));
    done(forge.checks(pull.head().commit()));
    done(forge.remarks(pull.number()));
  }

  private int told(String what) {
    List<Sent> sent = github.takeSent();
    int counted = (int) sent.stream().filter(Sent::isCounted).count();
    System.out.printf("GitHub: %s: %d requests, %d counted%n", what, sent.size(), counted);
    return counted;
  }

  @Test
  void anAnswerThatNeverCameLeavesOneOfWhatItMade() {
    world.push(BRANCH);
    NewPullRequest request = new NewPullRequest(BRANCH, "main", "Gates", "Text");
    github.spoil("POST /repos/acme/shop/pulls", new Fault.Cut());
    assertThat(failure(forge.open(request)).kind()).isEqualTo(Failure.Kind.UNREACHABLE);
    PullRequest found = done(forge.open(request));
    assertThat(found.number()).isEqualTo(1);
    github.spoil("POST /repos/acme/shop/issues/1/comments", new Fault.Cut());
    assertThat(failure(forge.comment(1, "key", "Done")).kind()).isEqualTo(Failure.Kind.UNREACHABLE);
    done(forge.comment(1, "key", "Done"));
    assertThat(others.comments(1)).hasSize(1);
    github.spoil("PUT /repos/acme/shop/pulls/1/merge", new Fault.Cut());
    Merging merged = done(forge.merge(1, found.head().commit(), "Merge gates"));
    assertThat(merged).isEqualTo(new Merging.Merged(others.tip("main")));
  }

  @Test
  void theMergeCommitSaysWhatItWasTold() {
    PullRequest pull = opened();
    done(forge.merge(pull.number(), pull.head().commit(), "Merge gates\n\nAll of them."));
    assertThat(others.message(others.tip("main"))).isEqualTo("Merge gates\n\nAll of them.");
  }

  @Test
  void aBaseThatMovedIsNoRefusal() {
    PullRequest pull = opened();
    github.spoil(
        "PUT", new Fault.Refused(405, "Base branch was modified. Review and try the merge again."));
    assertThat(failure(forge.merge(pull.number(), pull.head().commit(), "Merge")).kind())
        .isEqualTo(Failure.Kind.CONFLICTING);
  }

  @Test
  void aConflictIsRefused() {
    others.push(BRANCH, "README.md", "ours\n");
    PullRequest pull = done(forge.open(new NewPullRequest(BRANCH, "main", "Gates", "")));
    others.push("main", "README.md", "theirs\n");
    assertThat(done(forge.merge(pull.number(), pull.head().commit(), "Merge")))
        .isEqualTo(new Merging.Refused("Pull Request is not mergeable"));
  }

  @Test
  void whenTheHoursRequestsAreUsedUpNothingMoreIsSent() {
    int number = opened().number();
    Instant reset = world.clients.time().instant().plus(Duration.ofMinutes(30));
    github.spoil("GET", new Fault.OutOfRequests(reset));
    Failure failure = failure(forge.read(number));
    assertThat(failure.kind()).isEqualTo(Failure.Kind.RATE_LIMITED);
    assertThat(failure.notBefore()).contains(reset);
    github.takeSent();
    assertThat(failure(forge.remarks(number)).kind()).isEqualTo(Failure.Kind.RATE_LIMITED);
    assertThat(github.takeSent()).isEmpty();
    world.clients.time().pass(Duration.ofMinutes(31));
    done(forge.read(number));
  }

  @Test
  void askingTooFastIsAskedAgainWhenGitHubSays() {
    int number = opened().number();
    github.spoil("GET", new Fault.TooFast(403, Duration.ofSeconds(3)));
    github.spoil("GET", new Fault.TooFast(429, Duration.ofSeconds(4)));
    Instant before = world.clients.time().instant();
    done(forge.read(number));
    assertThat(Duration.between(before, world.clients.time().instant()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aRepositoryThatTheTokenMayNotSeeIsForbiddenAndNothingInItIsAbsent() {
    int number = opened().number();
    github.blind(true);
    assertThat(failure(forge.read(number)).kind()).isEqualTo(Failure.Kind.FORBIDDEN);
    assertThat(failure(forge.roleOf("ann")).kind()).isEqualTo(Failure.Kind.FORBIDDEN);
    assertThat(failure(forge.read(number)).reason()).doesNotContain(FakeGitHub.TOKEN);
  }

  @Test
  void namesFromOutsideStayNames() {
    String branch = "claude/ü#1&head=x%2F+y";
    world.push(branch);
    PullRequest pull = done(forge.open(new NewPullRequest(branch, "main", "Odd", "")));
    assertThat(done(forge.from(branch)).map(PullRequest::number)).contains(pull.number());
    github.takeSent();
    for (String login : List.of("../../../user", "..", "", "ann/permission?x=", "ann#", "a b")) {
      assertThat(done(forge.roleOf(login))).isEqualTo(Role.NONE);
    }
    assertThat(github.takeSent()).isEmpty();
  }

  @Test
  void everybodyMayReadWhatIsPublicAndThatIsNoRole() {
    assertThat(done(forge.roleOf("stranger"))).isEqualTo(Role.NONE);
    others.hide();
    assertThat(done(forge.roleOf("stranger"))).isEqualTo(Role.NONE);
    assertThat(done(forge.roleOf(FakeGitHub.COPILOT_REVIEWER.login()))).isEqualTo(Role.NONE);
  }
}
