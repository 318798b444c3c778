package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.githubapi.FakeAccount;
import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.githubapi.Neighbours;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pull requests that no session waits for: Cursor fixes a typo, and cto.new works on the issue of a
 * session. Everything is real but GitHub.
 */
@Timeout(300)
class StraysIT {
  private static final FakeAccount CURSOR = FakeAccount.bot(206951365, "cursor[bot]", "cursor");
  private static final FakeAccount CTO = FakeAccount.bot(140088366, "cto-new[bot]", "cto-new");
  private static final String CLEAN =
      """
      ## Pull request overview

      Copilot reviewed 1 out of 1 changed files in this pull request and generated no comments.
      """;

  @TempDir private Path folder = Path.of("");
  private GitHubHook hook = new GitHubHook(0, TrackedShop.SECRET);

  @Test
  void aQuickFixIsMergedAndAnotherAgentsWorkIsCompared() throws Exception {
    try (FakeGitHub gitHub = TrackedShop.gitHub(folder, CURSOR, CTO)) {
      Neighbours others = gitHub.neighbours();
      TrackedShop there = shop(gitHub);
      Shop shop = there.shop();
      there.publish();
      try (Program engine = there.dispatch()) {
        there.approve(engine, GateKind.COMMANDS);
        int fix = quickFix(shop, others, engine);
        int other = anotherAgentsWork(there, others, engine);
        assertThat(engine.exit(180)).as(engine.printed()).isZero();
        assertThat(engine.printed()).contains("1 merged, 0 failed, 0 abandoned");
        judge(shop, others, fix, other);
        assertThat(there.gates()).isEmpty();
      } finally {
        shop.cutThePower();
      }
    }
  }

  private int quickFix(Shop shop, Neighbours others, Program engine) throws Exception {
    String commit = others.push("cursor/typo", "README.md", "The start\n");
    int number = others.pull(CURSOR, "cursor/typo", "Fixes #1: a typo", "Thanks @ann.");
    opened(CURSOR, number, "cursor/typo", commit, 2);
    Waiting.untilTrue(
        "Copilot is asked",
        () -> others.asked(number).contains(FakeGitHub.COPILOT.login()),
        engine::printed);
    others.review(number, FakeGitHub.COPILOT_REVIEWER, "COMMENTED", CLEAN);
    others.check(commit, "build", "github-actions", Optional.of("success"));
    hook.tell(number, "cursor/typo", commit);
    Waiting.untilTrue(
        "the quick fix is merged", () -> fates(shop).contains(Fate.MERGED), engine::printed);
    return number;
  }

  private int anotherAgentsWork(TrackedShop there, Neighbours others, Program engine)
      throws Exception {
    Shop shop = there.shop();
    Fact.PullRequestOpened own =
        Waiting.until(
            "a pull request of the session",
            () ->
                Told.in(shop.state()).of("S-A", Fact.PullRequestOpened.class).stream().findFirst(),
            engine::printed);
    String branch = own.branch().replace("scripted/", "cursor/");
    String commit = others.push(branch, "numbers.txt", "Seventeen digits.\n");
    int number = others.pull(CTO, branch, "Card numbers", "Done.");
    opened(CTO, number, branch, commit, 1);
    there.approve(engine, GateKind.COMPARE);
    Waiting.untilTrue(
        "the other is closed", () -> fates(shop).contains(Fate.CLOSED), engine::printed);
    others.check(own.tip(), "build", "github-actions", Optional.of("success"));
    hook.tell(own.number(), own.branch(), own.tip());
    return number;
  }

  private void judge(Shop shop, Neighbours others, int fix, int other) throws Exception {
    Told told = Told.in(shop.state());
    assertThat(told.all(Fact.ReviewAsked.class)).hasSize(1);
    assertThat(others.message(shop.git("rev-parse", "main^1")))
        .as("calls nobody and closes nothing")
        .contains("Merge quick fix #" + fix)
        .doesNotContain("Fixes #1");
    assertThat(shop.git("show", "main:README.md")).isEqualTo("The start");
    assertThat(shop.git("show", "main:numbers.txt")).contains("Sixteen digits.");
    assertThat(others.isClosed(other)).isTrue();
    String own = told.of("S-A", Fact.PullRequestOpened.class).getFirst().url();
    assertThat(others.comments(other)).singleElement().asString().contains(own + " works on");
    assertThat(fates(shop)).containsExactly(Fate.MERGED, Fate.CLOSED);
  }

  private static List<Fate> fates(Shop shop) {
    return Told.in(shop.state()).all(Fact.FeedbackSettled.class).stream()
        .map(Fact.FeedbackSettled::fate)
        .toList();
  }

  private TrackedShop shop(FakeGitHub gitHub) throws Exception {
    TrackedShop there =
        TrackedShop.onGitHub(
            gitHub,
            folder,
            PLAN,
            Map.of("1A", SCRIPT),
            """
              quick-fixes: true
            """);
    hook = new GitHubHook(there.port(), TrackedShop.SECRET);
    return there;
  }

  private static final String SCRIPT =
      """
      start
      estimate $1
      write numbers.txt Sixteen digits.
      commit Card numbers
      summary Card numbers are there.
      complete
      """;

  private static final String PLAN =
      TrackedShop.HEAD
          + """
          ---
          # Gift cards

          ## Phase 1A: Card numbers
          - exec: tdd
          - agent: scripted
          """
          + TrackedShop.NUMBERS;

  private void opened(FakeAccount author, int number, String branch, String commit, int lines)
      throws Exception {
    hook.opened(author, number, branch, commit, lines);
  }
}
