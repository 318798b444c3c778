package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.ReviewFact;
import dev.signalbox.githubapi.FakeAccount;
import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.githubapi.Neighbours;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reviewers that look at a pull request: a workflow posts its review, Copilot and Codex stay
 * silent, and a person lets the work pass. Everything is real but GitHub.
 */
@Timeout(300)
class ElsewhereIT {
  private static final FakeAccount WORKFLOWS =
      FakeAccount.bot(41_898_282, "github-actions[bot]", "github-actions");

  private static final String PROFILE =
      """
      title: Three elsewhere
      reviewers:
        - {name: gemini, ci: gemini, wait: 4m}
        - {name: copilot, forge: copilot, wait: 20s}
        - {name: codex, delegate: codex-cloud, wait: 20s}
      """;

  private static final String PLAN =
      TrackedShop.HEAD
          + """
          review: elsewhere
          ---
          # Gift cards

          ## Phase 1A: Card numbers
          - exec: tdd
          - agent: scripted
          """
          + TrackedShop.NUMBERS;

  private static final String SCRIPT =
      """
      start
      estimate $1
      write numbers.txt Sixteen digits.
      commit Card numbers
      summary Card numbers are there.
      complete
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void workWaitsForReviewersElsewhereAndAPersonDecidesAboutTheSilent() throws Exception {
    try (FakeGitHub gitHub = TrackedShop.gitHub(folder)) {
      Neighbours others = gitHub.neighbours();
      TrackedShop there = shop(gitHub);
      there.publish();
      try (Program engine = there.dispatch()) {
        there.approve(engine, GateKind.COMMANDS);
        int number = shown(there, engine).number();
        reviewed(there, others, engine);
        there.approve(engine, GateKind.REVIEW);
        assertThat(engine.exit(120)).as(engine.printed()).isZero();
        assertThat(engine.printed()).contains("1 merged");
        assertThat(others.comments(number))
            .filteredOn(body -> body.contains("@codex review commit"))
            .hasSize(1);
      } finally {
        there.shop().cutThePower();
      }
      Told told = Told.in(there.shop().state());
      assertThat(told.all(ReviewFact.OpinionGiven.class))
          .extracting(given -> given.opinion().reviewer())
          .containsExactly("gemini");
      assertThat(told.all(ReviewFact.ReviewerSilent.class))
          .extracting(ReviewFact.ReviewerSilent::reviewer)
          .containsExactlyInAnyOrder("copilot", "codex");
    }
  }

  private TrackedShop shop(FakeGitHub gitHub) throws Exception {
    TrackedShop there = TrackedShop.onGitHub(gitHub, folder, PLAN, Map.of("1A", SCRIPT), "");
    Path reviews = there.shop().home().resolve(".config/signalbox/reviews");
    Files.createDirectories(reviews);
    Files.writeString(reviews.resolve("elsewhere.yaml"), PROFILE);
    return there;
  }

  private static Fact.PullRequestOpened shown(TrackedShop there, Program engine) throws Exception {
    return Waiting.until(
        "the pull request",
        () ->
            Told.in(there.shop().state()).of("S-A", Fact.PullRequestOpened.class).stream()
                .findFirst(),
        engine::printed);
  }

  /** The workflow says that all is well; one of an earlier commit would not count. */
  private static void reviewed(TrackedShop there, Neighbours others, Program engine)
      throws Exception {
    Fact.PullRequestOpened shown = shown(there, engine);
    others.check(shown.tip(), "build", "github-actions", Optional.of("success"));
    others.review(shown.number(), WORKFLOWS, "COMMENTED", opinion("gemini", "0".repeat(40)));
    others.review(shown.number(), WORKFLOWS, "COMMENTED", opinion("gemini", shown.tip()));
    new GitHubHook(there.port(), TrackedShop.SECRET)
        .tell(shown.number(), shown.branch(), shown.tip());
    Waiting.untilTrue(
        "it is heard",
        () -> !Told.in(there.shop().state()).all(ReviewFact.OpinionGiven.class).isEmpty(),
        engine::printed);
    assertThat(there.shop().say("status").text()).contains("copilot");
    String gate = there.gate(engine, GateKind.REVIEW);
    assertThat(there.gates())
        .filteredOn(it -> it.id().toString().equals(gate))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.title()).endsWith("nothing was heard of copilot, codex");
          assertThat(it.shown()).contains("nothing was heard of this commit for 20s");
        });
  }

  private static String opinion(String reviewer, String commit) {
    return """
    <!-- signalbox-opinion %s %s -->
    ```json
    {"recommendation": "APPROVE", "findings": []}
    ```
    """
        .formatted(reviewer, commit);
  }
}
