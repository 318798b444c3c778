package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.githubapi.Neighbours;
import dev.signalbox.githubapi.Sent;
import dev.signalbox.remote.Requests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run whose issues and pull requests are on GitHub: one session here, which Copilot reviews, and
 * one that Copilot itself works on. Everything is real but GitHub.
 */
@Timeout(300)
class ServicesIT {
  private static final String RECORD = "## Review Decision Record of #2 (S-A)";

  @TempDir private Path folder = Path.of("");

  @Test
  void sessionsHereAndElsewhereGoThroughPullRequests() throws Exception {
    try (FakeGitHub gitHub = TrackedShop.gitHub(folder)) {
      Neighbours others = gitHub.neighbours();
      TrackedShop there = shop(gitHub);
      Shop shop = there.shop();
      there.publish();
      others.milestone(2, "Beta");
      others.label(2, FakeGitHub.ANN, "P1");
      List<Sent> _ = Traffic.seen(gitHub);
      try (Program engine = there.dispatch()) {
        there.approve(engine, GateKind.COMMANDS);
        copilotWorks(there, others, engine);
        ordinary(there, others, engine);
        copilotReviews(there, others, engine);
        assertThat(engine.exit(180)).as(engine.printed()).isZero();
        assertThat(engine.printed()).contains("3 merged, 0 failed, 0 abandoned");
      } finally {
        shop.cutThePower();
      }
      judgeTraffic(shop, Traffic.seen(gitHub));
      judge(shop, others);
      assertThat(there.gates()).isEmpty();
    }
  }

  @Test
  void whoIsGivenUpLeavesNoOpenPullRequest() throws Exception {
    try (FakeGitHub gitHub = TrackedShop.gitHub(folder)) {
      Neighbours others = gitHub.neighbours();
      TrackedShop there = shop(gitHub);
      Shop shop = there.shop();
      there.publish();
      try (Program engine = there.dispatch()) {
        there.approve(engine, GateKind.COMMANDS);
        String _ = copilotOpens(there, others, engine);
        ordinary(there, others, engine);
        int here = requestOf("S-A", shop, engine);
        int elsewhere = requestOf("S-B", shop, engine);
        String branch = branchOf(shop, "S-A").orElseThrow();
        assertThat(shop.say("cancel", "S-A", "--why", "wrong way, says @ann").exit()).isZero();
        assertThat(shop.say("cancel", "S-B").exit()).isZero();
        assertThat(engine.exit(120)).as(engine.printed()).isEqualTo(1);
        assertThat(engine.printed()).contains("its pull request is closed");
        for (int number : new int[] {here, elsewhere}) {
          assertThat(others.isClosed(number)).as("pull request %d", number).isTrue();
          assertThat(others.comments(number)).hasSize(1);
        }
        assertThat(others.comments(here).getFirst())
            .contains("cancelled by", "wrong way", branch)
            .doesNotContain("@ann");
        assertThat(others.tip(branch)).isNotEmpty();
        assertThat(others.tip("copilot/fix-3")).isNotEmpty();
        assertThat(others.comments(elsewhere).getFirst()).contains("copilot/fix-3");
        assertThat(others.marks(3))
            .noneMatch(mark -> mark.toLowerCase(Locale.ROOT).contains("copilot"));
      } finally {
        shop.cutThePower();
      }
    }
  }

  private static int requestOf(String session, Shop shop, Program engine) throws Exception {
    return Waiting.until(
        "the pull request of " + session,
        () ->
            Told.in(shop.state()).of(session, Fact.PullRequestOpened.class).stream()
                .map(Fact.PullRequestOpened::number)
                .findFirst(),
        engine::printed);
  }

  private TrackedShop shop(FakeGitHub gitHub) throws Exception {
    TrackedShop there =
        TrackedShop.onGitHub(gitHub, folder, PLAN, Map.of("1A", SCRIPT, "1C", ORDINARY), "");
    return there;
  }

  private static final String SCRIPT =
      """
      start
      estimate $1
      write numbers.txt Sixteen digits.
      commit Card numbers
      summary Card numbers are there. Closes #1, thanks @ann.
      complete
      turn-end
      feedback addressed
      append numbers.txt The last one checks the others.
      commit A check digit
      complete
      """;

  private static final String ORDINARY =
      """
      start
      estimate $1
      write refunds.txt Back to the card.
      commit Refunds
      summary Refunds go back to the card.
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
          + TrackedShop.NUMBERS
          + """

          ## Phase 1B: Card balance
          - exec: quick
          - agent: copilot
          """
          + TrackedShop.BALANCE
          + """

          ## Phase 1C: Refunds
          - exec: tdd
          - agent: scripted
          """
          + TrackedShop.NUMBERS.replace("numbers.txt", "refunds.txt");

  /** The issue was assigned to it; it opens a pull request from a branch that it names. */
  private void copilotWorks(TrackedShop there, Neighbours others, Program engine) throws Exception {
    String commit = copilotOpens(there, others, engine);
    others.check(commit, "build", "github-actions", Optional.of("success"));
  }

  private String copilotOpens(TrackedShop there, Neighbours others, Program engine)
      throws Exception {
    Waiting.untilTrue(
        "the issue is Copilot's",
        () ->
            others.marks(3).stream()
                .anyMatch(mark -> mark.toLowerCase(Locale.ROOT).contains("copilot")),
        engine::printed);
    assertThat(others.body(3) + others.comments(3)).contains("Paying more than the balance");
    String commit = others.push("copilot/fix-3", "balance.txt", "Never below zero.\n");
    int number =
        others.pull(
            FakeGitHub.COPILOT_AGENT,
            "copilot/fix-3",
            "Keep the balance (#3), acme/shop#3",
            // As Copilot ends what it writes.
            "Done.\n\n- Fixes acme/shop#3");
    new GitHubHook(there.port(), TrackedShop.SECRET)
        .opened(FakeGitHub.COPILOT_AGENT, number, "copilot/fix-3", commit, 1);
    return commit;
  }

  /** Claimed, in progress, opened, green and merged: nothing else happens. */
  private static void ordinary(TrackedShop there, Neighbours others, Program engine)
      throws Exception {
    String branch =
        Waiting.until(
            "a pull request of the ordinary session",
            () -> branchOf(there.shop(), "S-C").filter(name -> others.from(name).isPresent()),
            engine::printed);
    int number = others.from(branch).orElseThrow();
    others.check(others.tip(branch), "build", "github-actions", Optional.of("success"));
    new GitHubHook(there.port(), TrackedShop.SECRET).tell(number, branch, others.tip(branch));
  }

  private void copilotReviews(TrackedShop there, Neighbours others, Program engine)
      throws Exception {
    Shop shop = there.shop();
    String branch =
        Waiting.until(
            "a pull request of the session here",
            () -> branchOf(shop, "S-A").filter(name -> others.from(name).isPresent()),
            engine::printed);
    int number = others.from(branch).orElseThrow();
    assertThat(others.body(number)).doesNotContain("Closes #1,").doesNotContain(" @ann");
    others.check(others.tip(branch), "build", "github-actions", Optional.of("success"));
    long line =
        others.line(number, FakeGitHub.COPILOT, "numbers.txt", 1, "The check digit is missing.");
    new GitHubHook(there.port(), TrackedShop.SECRET).tell(number, branch, others.tip(branch));
    String before = others.tip(branch);
    Waiting.untilTrue(
        "the session worked on the remark",
        () -> !others.tip(branch).equals(before),
        engine::printed);
    String after = others.tip(branch);
    Waiting.untilTrue(
        "the remark is answered and its thread closed",
        () -> others.isResolved(number, line),
        engine::printed);
    assertThat(others.answers(number, line))
        .singleElement()
        .asString()
        .contains("\nAddressed in " + after.substring(0, 10) + ".");
    // GitHub tells of our own answer too, which is no feedback.
    new GitHubHook(there.port(), TrackedShop.SECRET)
        .send(
            "pull_request_review_comment",
            "d-own",
            """
            {"action":"created","repository":{"id":1,"full_name":"acme/shop"},
             "sender":{"login":"ann","id":7,"type":"User"},
             "comment":{"id":99999,"in_reply_to_id":%d,"body":"%s","path":"numbers.txt",
              "author_association":"OWNER","user":{"login":"ann","id":7,"type":"User"},
              "created_at":"2026-03-01T10:00:00Z","updated_at":"2026-03-01T10:00:00Z"},
             "pull_request":{"number":%d,"head":{"ref":"%s","sha":"%s"},"base":{"ref":"main"}}}
            """
                .formatted(
                    line,
                    others.answers(number, line).getFirst().replace("\n", "\\n"),
                    number,
                    branch,
                    after));
    ownRecordIsNoNews(there, others, engine, number);
    others.check(after, "build", "github-actions", Optional.of("success"));
  }

  /** The record is one comment of ours, of which GitHub tells us as it does of any other. */
  private static void ownRecordIsNoNews(
      TrackedShop there, Neighbours others, Program engine, int number) throws Exception {
    String record =
        Waiting.until(
            "the record on the pull request",
            () -> others.comments(number).stream().filter(it -> it.contains(RECORD)).findFirst(),
            engine::printed);
    assertThat(record).contains("The check digit is missing.", "## Fix-forward");
    new GitHubHook(there.port(), TrackedShop.SECRET)
        .send(
            "issue_comment",
            "d-own-record",
            """
            {"action":"created","repository":{"id":1,"full_name":"acme/shop"},
             "sender":{"login":"ann","id":7,"type":"User"},
             "issue":{"number":%d,"title":"Card numbers","pull_request":{"url":"x"}},
             "comment":{"id":99998,"body":"%s",
              "author_association":"OWNER","user":{"login":"ann","id":7,"type":"User"},
              "created_at":"2026-03-01T10:00:00Z","updated_at":"2026-03-01T10:00:00Z"}}
            """
                .formatted(number, record.replace("\\", "\\\\").replace("\n", "\\n")));
  }

  private static Optional<String> branchOf(Shop shop, String session) {
    return Told.in(shop.state()).of(session, Fact.PullRequestOpened.class).stream()
        .map(Fact.PullRequestOpened::branch)
        .findFirst();
  }

  private static void judgeTraffic(Shop shop, List<Sent> seen) throws Exception {
    Map<String, Requests> told = Traffic.told(shop);
    System.err.println(
        "requests to GitHub of a session with a round of remarks, one of Copilot, and an ordinary"
            + " one: "
            + told);
    System.err.println("by purpose, counted and unchanged:" + Traffic.purposes(shop));
    for (String session : List.of("S-B", "S-C")) {
      assertThat(told.getOrDefault(session, Requests.NONE).counted())
          .as(session)
          .isPositive()
          .isLessThan(Traffic.ORDINARY_MAX);
    }
    // Besides, there are those that serve all sessions: who we are, and the registry.
    assertThat(told.values().stream().mapToLong(Requests::counted).sum())
        .isLessThan(Traffic.counted(seen));
    assertThat(told.values().stream().mapToLong(Requests::unchanged).sum())
        .isPositive()
        .isLessThanOrEqualTo(seen.stream().filter(each -> !each.isCounted()).count());
    System.err.println(Traffic.counted(seen) + " counted, of" + Traffic.kinds(seen));
  }

  private void judge(Shop shop, Neighbours others) throws Exception {
    Told told = Told.in(shop.state());
    assertThat(told.all(Fact.FeedbackSettled.class))
        .extracting(Fact.FeedbackSettled::fate)
        // That Copilot opened the pull request of its own session is no news.
        .containsExactlyInAnyOrder(Fate.NOTED, Fate.ADDRESSED);
    assertThat(told.of("S-B", Fact.PullRequestOpened.class))
        .extracting(Fact.PullRequestOpened::branch)
        .containsOnly("copilot/fix-3");
    assertThat(shop.git("show", "main:numbers.txt")).contains("checks the others");
    assertThat(shop.git("show", "main:balance.txt")).contains("Never below zero");
    assertThat(shop.git("rev-parse", "main")).isEqualTo(others.tip("main"));
    assertThat(Files.readString(shop.plan()))
        .containsSubsequence(
            "| [#2 Card numbers](https://", ") | Done | scripted | Beta | P1 | $2");
    int number = told.of("S-A", Fact.PullRequestOpened.class).getFirst().number();
    assertThat(others.comments(number))
        .as("one record, brought up to date to the end")
        .filteredOn(comment -> comment.contains(RECORD))
        .singleElement()
        .asString()
        .containsSubsequence(
            "| I1 |", "addressed by S-A", "## Fix-forward", "Resolved here:", "- I1 Important");
    assertThat(shop.git("show", "refs/signalbox/reviews/gift-cards-1/S-A:REVIEW-GATE-FINDINGS.md"))
        .containsSubsequence("The check digit is missing.", "Resolved here:");
    assertThat(told.all(Fact.IssueMoved.class)).hasSizeGreaterThanOrEqualTo(6);
  }
}
