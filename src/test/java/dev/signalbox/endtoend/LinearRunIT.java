package dev.signalbox.endtoend;

import static dev.signalbox.endtoend.LinearShop.BALANCE;
import static dev.signalbox.endtoend.LinearShop.MASTER;
import static dev.signalbox.endtoend.LinearShop.NUMBERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.engine.Fact;
import dev.signalbox.githubapi.FakeAccount;
import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.githubapi.Neighbours;
import dev.signalbox.githubapi.Sent;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Requests;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.linear.LinearWorld;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run whose plan lives in Linear: one session here, and one that Cursor works on elsewhere. Both
 * come back as pull requests. Everything is real but Linear and GitHub.
 */
@Timeout(300)
class LinearRunIT {
  private static final FakeAccount CURSOR = FakeAccount.bot(206_951_365, "cursor[bot]", "cursor");
  private static final String SCRIPT =
      """
      start
      estimate $1
      write numbers.txt Sixteen digits.
      wait-for .git/go-on
      commit Card numbers
      summary Card numbers are there. Closes SHOP-101, thanks @ana.
      complete
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void aPlanInLinearIsWorkedOnHereAndElsewhere() throws Exception {
    run(false);
  }

  /** Just after the issue was handed over, and again once both sessions have pull requests. */
  @Test
  void afterAKillNothingIsWrittenMadeOrHandedOverTwice() throws Exception {
    run(true);
  }

  private void run(boolean isKilled) throws Exception {
    Files.createDirectories(folder.resolve("github.git"));
    try (LinearWorld linear = LinearWorld.open(Clock.systemUTC());
        FakeGitHub gitHub = FakeGitHub.start(folder.resolve("github.git"))) {
      Neighbours others = gitHub.neighbours();
      others.turnTo(Instant.now());
      others.join(CURSOR);
      LinearShop there = LinearShop.in(folder, gitHub, linear, SCRIPT);
      there.publish();
      int before = linear.requests();
      List<Sent> _ = Traffic.seen(gitHub);
      check(there);
      try (Person _ = Person.whoApproves(there.shop())) {
        if (isKilled) {
          killedWhenHanded(there);
        }
        try (Program engine = there.dispatch()) {
          cursorWorks(there, others, engine);
          Files.createFile(there.shop().workspace("S-A").resolve(".git/go-on"));
          String branch = opened(there, others, engine);
          if (isKilled) {
            engine.kill();
            there.shop().cutThePower();
            try (Program last = there.dispatch()) {
              ends(there, others, branch, last);
            }
          } else {
            ends(there, others, branch, engine);
          }
        }
      } finally {
        there.shop().cutThePower();
      }
      judge(there, others);
      if (!isKilled) {
        judgeTraffic(there, linear.requests() - before, Traffic.seen(gitHub));
      }
    }
  }

  private static void check(LinearShop there) throws Exception {
    assertThat(there.linear().issues()).containsExactly("SHOP-101", "SHOP-102", "SHOP-103");
    try (Program check = there.shop().start("check", "linear:" + MASTER)) {
      assertThat(check.exit(60)).as(check.printed()).isZero();
      assertThat(check.printed()).contains("1A", "1B", "Card balance");
    }
  }

  private static boolean isHanded(LinearShop there) {
    Optional<Actor> delegate = there.issue(BALANCE).standing().owners().delegate();
    return delegate.map(Actor::name).equals(Optional.of("Cursor"));
  }

  private static void killedWhenHanded(LinearShop there) throws Exception {
    try (Program engine = there.dispatch()) {
      Waiting.untilTrue("the issue is Cursor's", () -> isHanded(there), engine::printed);
      engine.kill();
    }
    there.shop().cutThePower();
    assertThat(there.linear().handings(BALANCE)).isEqualTo(1);
  }

  private static void cursorWorks(LinearShop there, Neighbours others, Program engine)
      throws Exception {
    Waiting.untilTrue("the issue is Cursor's", () -> isHanded(there), engine::printed);
    Path state = there.shop().state();
    assertThat(Told.in(state).of("S-B", Fact.StartConfirmed.class)).isEmpty();
    there.linear().agentSays(BALANCE, "Reading the issue");
    there.linear().agentComments(BALANCE, "On it");
    Waiting.untilTrue(
        "its session is seen to have started",
        () -> !Told.in(state).of("S-B", Fact.StartConfirmed.class).isEmpty(),
        engine::printed);
    others.turnTo(Instant.now());
    String commit = others.push("cursor/shop-103", "balance.txt", "Never below zero.\n");
    int number = others.pull(CURSOR, "cursor/shop-103", "SHOP-103: keep the balance", "Done.");
    others.check(commit, "build", "github-actions", Optional.of("success"));
    there.linear().agentLinks(BALANCE, others.url(number));
    there.linear().agentEnds(BALANCE, "A balance never goes below zero.");
    there.linear().agentComments(BALANCE, "Done");
    Waiting.untilTrue(
        "its pull request is found",
        () -> !Told.in(state).of("S-B", Fact.PullRequestOpened.class).isEmpty(),
        engine::printed);
    new GitHubHook(there.port(), LinearShop.SECRET).tell(number, "cursor/shop-103", commit);
  }

  /** The branch of the session here, once it is a pull request. */
  private static String opened(LinearShop there, Neighbours others, Program engine)
      throws Exception {
    return Waiting.until(
        "a pull request of the session here",
        () ->
            Told.in(there.shop().state()).of("S-A", Fact.PullRequestOpened.class).stream()
                .map(Fact.PullRequestOpened::branch)
                .filter(name -> others.from(name).isPresent())
                .findFirst(),
        engine::printed);
  }

  private static void ends(LinearShop there, Neighbours others, String branch, Program engine)
      throws Exception {
    // It may have begun this moment.
    Waiting.untilTrue("the engine listens", () -> isListening(there), engine::printed);
    String tip = others.tip(branch);
    others.check(tip, "build", "github-actions", Optional.of("success"));
    int number = others.from(branch).orElseThrow();
    new GitHubHook(there.port(), LinearShop.SECRET).tell(number, branch, tip);
    assertThat(engine.exit(180)).as(engine.printed()).isZero();
    assertThat(engine.printed()).contains("2 merged, 0 failed, 0 abandoned");
  }

  private static boolean isListening(LinearShop there) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), there.port())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void judgeTraffic(LinearShop there, int linear, List<Sent> gitHub)
      throws Exception {
    Map<String, Requests> told = Traffic.told(there.shop());
    System.err.println("requests to Linear and GitHub of two sessions: " + told);
    System.err.println("by purpose, counted and unchanged:" + Traffic.purposes(there.shop()));
    for (String session : List.of("S-A", "S-B")) {
      assertThat(told.getOrDefault(session, Requests.NONE).counted())
          .as(session)
          .isPositive()
          .isLessThan(Traffic.ORDINARY_MAX);
    }
    // Besides, there are those that serve all sessions: who we are, and the registry.
    assertThat(told.values().stream().mapToLong(Requests::counted).sum())
        .as("what services saw")
        .isLessThan(linear + Traffic.counted(gitHub));
    System.err.println(linear + " at Linear, with those of the test itself");
    System.err.println(Traffic.counted(gitHub) + " counted, of" + Traffic.kinds(gitHub));
  }

  private static void judge(LinearShop there, Neighbours others) throws Exception {
    LinearWorld linear = there.linear();
    assertThat(linear.issues()).containsExactly("SHOP-101", "SHOP-102", "SHOP-103");
    assertThat(linear.handings(BALANCE)).isEqualTo(1);
    assertThat(there.notes(MASTER))
        .containsExactly(
            "dispatch-table",
            "gift-cards-1/S-A/summary",
            "gift-cards-1/S-B/summary",
            "gift-cards-1/registry",
            "plan-text-1");
    assertThat(there.notes(NUMBERS)).containsExactly("claim/1");
    assertThat(there.notes(BALANCE))
        .containsExactly(
            "(somebody else's)", "(somebody else's)", "claim/1", "dispatch/gift-cards-1/S-B");
    assertThat(there.note(MASTER, "gift-cards-1/registry"))
        .contains("| SHOP-102 | 1A | scripted | scripted/shop-102-card-numbers |")
        .contains("| Cursor | SHOP-103 | 1B | cursor | cursor/shop-103 | linear:SHOP-101 | Done |");
    assertThat(there.note(MASTER, "gift-cards-1/S-A/summary"))
        .contains("Card numbers are there.")
        .doesNotContain("Closes SHOP-101", "@ana");
    assertThat(there.note(MASTER, "gift-cards-1/S-B/summary")).contains("keep the balance");
    for (IssueId id : List.of(NUMBERS, BALANCE)) {
      assertThat(there.issue(id).standing().status()).isEqualTo(IssueStatus.COMPLETED);
      assertThat(there.note(id, "claim/1")).contains("released");
    }
    assertThat(there.shop().git("show", "main:numbers.txt")).contains("Sixteen digits");
    assertThat(there.shop().git("show", "main:balance.txt")).contains("Never below zero");
    assertThat(there.shop().git("rev-parse", "main")).isEqualTo(others.tip("main"));
    assertThat(others.pulls()).isEqualTo(2);
    // What the engine wrote came back to it, and was nobody's feedback.
    assertThat(Told.in(there.shop().state()).all(Fact.FeedbackTaken.class)).isEmpty();
    assertThat(linear.heard("Comment")).contains(200);
  }
}
