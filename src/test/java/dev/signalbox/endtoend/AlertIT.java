package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.githubapi.Neighbours;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Something fails in production while a run goes on: Sentry's alert becomes an issue on GitHub, and
 * a session of the run writes its specification. Everything is real but GitHub and Sentry.
 */
@Timeout(180)
class AlertIT {
  private static final String SECRET = "between Sentry and us";
  private static final String SPECIFICATION = "The total is read before the cart is there.";

  @TempDir private Path folder = Path.of("");

  @Test
  void anAlertBecomesAnIssueWhoseSpecificationASessionWrites() throws Exception {
    Files.createDirectories(folder.resolve("github.git"));
    try (FakeGitHub gitHub = FakeGitHub.start(folder.resolve("github.git"))) {
      Neighbours others = gitHub.neighbours();
      others.turnTo(Instant.now());
      others.issue(FakeGitHub.ANN, "Cards", "");
      others.issue(FakeGitHub.ANN, "Card numbers", "");
      TrackedShop there = shop(gitHub);
      Shop shop = there.shop();
      SentryHook sentry = new SentryHook(there.port(), SECRET);
      try (Program engine = there.dispatch()) {
        String merge = there.gate(engine, GateKind.MERGE);
        assertThat(sentry.alert("n1", 77)).isEqualTo(202);
        assertThat(sentry.alert("n2", 77)).as("the same alert again").isEqualTo(202);
        Waiting.untilTrue(
            "the specification",
            () -> others.isThere(3) && others.marks(3).equals(List.of("spec-draft")),
            engine::printed);
        assertThat(others.body(3))
            .contains(SPECIFICATION, "checkout.js in total")
            .doesNotContain("@ann");
        assertThat(shop.say("feedback").text()).containsPattern("-> (is )?#3, .*S-B");
        assertThat(shop.say("approve", merge).exit()).isZero();
        assertThat(engine.exit(60)).as(engine.printed()).isZero();
        assertThat(engine.printed()).contains("S-B");
      } finally {
        shop.cutThePower();
      }
      judge(shop, others);
    }
  }

  private static void judge(Shop shop, Neighbours others) throws Exception {
    Told told = Told.in(shop.state());
    assertThat(told.all(Fact.FeedbackSettled.class))
        .extracting(Fact.FeedbackSettled::fate, Fact.FeedbackSettled::by)
        .containsExactly(tuple(Fate.FILED, "S-B"));
    assertThat(others.isThere(4)).as("a second issue of the same alert").isFalse();
    assertThat(shop.git("ls-tree", "--name-only", "-r", "main"))
        .contains("numbers.txt")
        .doesNotContain("thrown-away.txt");
    assertThat(shop.git("branch", "--list", "scripted/*")).doesNotContain("specification");
  }

  private TrackedShop shop(FakeGitHub gitHub) throws Exception {
    TrackedShop there = TrackedShop.in(folder, PLAN, Map.of("1A", WORK, "S-B", AUTHOR));
    there.configure(
        """
        tracker: github
        github: {repository: acme/shop, token: {env: GITHUB_TOKEN}, api: "%s"}
        webhooks:
          listen: 127.0.0.1:%d
          sentry: {env: HOOK_SECRET}
          spec-author: scripted
        """
            .formatted(gitHub.address(), there.port()),
        Map.of("GITHUB_TOKEN", FakeGitHub.TOKEN, "HOOK_SECRET", SECRET));
    return there;
  }

  private static final String WORK =
      """
      start
      write numbers.txt Sixteen digits.
      commit Card numbers
      summary Card numbers are there.
      complete
      turn-end
      """;

  private static final String AUTHOR =
      """
      start
      write thrown-away.txt A try.
      commit A try
      summary The total is read before the cart is there. Thanks @ann.
      complete
      turn-end
      """;

  private static final String PLAN =
      """
      ---
      topic: gift-cards
      project: shop
      issue: acme/shop#1
      base: main
      ---
      # Gift cards

      ## Phase 1A: Card numbers
      - exec: tdd
      - agent: scripted
      - issue: acme/shop#2
      """
          + TrackedShop.NUMBERS;
}
