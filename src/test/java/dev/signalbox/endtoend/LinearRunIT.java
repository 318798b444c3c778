package dev.signalbox.endtoend;

import static dev.signalbox.endtoend.LinearShop.BALANCE;
import static dev.signalbox.endtoend.LinearShop.MASTER;
import static dev.signalbox.endtoend.LinearShop.NUMBERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.engine.Fact;
import dev.signalbox.githubapi.FakeAccount;
import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.githubapi.Neighbours;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.linear.LinearWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

  /** Just after the issue was handed over, before the engine can have noted it down. */
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
      check(there);
      try (Person _ = Person.whoApproves(there.shop())) {
        if (isKilled) {
          killed(there);
        }
        try (Program engine = there.dispatch()) {
          cursorWorks(there, others, engine);
          Files.createFile(there.shop().workspace("S-A").resolve(".git/go-on"));
          checksPass(there, others, engine);
          assertThat(engine.exit(180)).as(engine.printed()).isZero();
          assertThat(engine.printed()).contains("2 merged, 0 failed, 0 abandoned");
        }
      } finally {
        there.shop().cutThePower();
      }
      judge(there, others);
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

  private static void killed(LinearShop there) throws Exception {
    Shop shop = there.shop();
    Path written = shop.workspace("S-A").resolve("numbers.txt");
    try (Program engine = there.dispatch()) {
      Waiting.untilTrue("the issue is Cursor's", () -> isHanded(there), engine::printed);
      engine.kill();
    }
    shop.cutThePower();
    assertThat(Files.exists(written)).isIn(true, false);
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
    there.linear().agentEnds(BALANCE, "A balance never goes below zero.");
    there.linear().agentComments(BALANCE, "Done");
    Waiting.untilTrue(
        "its pull request is found",
        () -> !Told.in(state).of("S-B", Fact.PullRequestOpened.class).isEmpty(),
        engine::printed);
    new GitHubHook(there.port(), LinearShop.SECRET).tell(number, "cursor/shop-103", commit);
  }

  private static void checksPass(LinearShop there, Neighbours others, Program engine)
      throws Exception {
    String branch =
        Waiting.until(
            "a pull request of the session here",
            () ->
                Told.in(there.shop().state()).of("S-A", Fact.PullRequestOpened.class).stream()
                    .map(Fact.PullRequestOpened::branch)
                    .filter(name -> others.from(name).isPresent())
                    .findFirst(),
            engine::printed);
    String tip = others.tip(branch);
    others.check(tip, "build", "github-actions", Optional.of("success"));
    new GitHubHook(there.port(), LinearShop.SECRET)
        .tell(others.from(branch).orElseThrow(), branch, tip);
  }

  private static void judge(LinearShop there, Neighbours others) throws Exception {
    assertThat(there.linear().issues()).containsExactly("SHOP-101", "SHOP-102", "SHOP-103");
    assertThat(there.notes(MASTER)).doesNotHaveDuplicates();
    System.err.println(there.notes(MASTER));
    System.err.println(there.notes(NUMBERS));
    System.err.println(there.notes(BALANCE));
    System.err.println(there.note(MASTER, "gift-cards-1/registry"));
    System.err.println(there.note(MASTER, "gift-cards-1/S-A/summary"));
    System.err.println(there.note(MASTER, "gift-cards-1/S-B/summary"));
    assertThat(there.linear().handings(BALANCE)).isEqualTo(1);
    for (var id : List.of(NUMBERS, BALANCE)) {
      assertThat(there.issue(id).standing().status()).isEqualTo(IssueStatus.COMPLETED);
    }
    assertThat(there.shop().git("show", "main:numbers.txt")).contains("Sixteen digits");
    assertThat(there.shop().git("show", "main:balance.txt")).contains("Never below zero");
    assertThat(there.shop().git("rev-parse", "main")).isEqualTo(others.tip("main"));
  }
}
