package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.githubapi.Neighbours;
import dev.signalbox.webhook.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
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
      try (Program engine = there.dispatch()) {
        String merge = there.gate(engine, GateKind.MERGE);
        assertThat(send(there.port(), "n1")).isEqualTo(202);
        assertThat(send(there.port(), "n2")).as("the same alert again").isEqualTo(202);
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

  /** The same issue of Sentry under another delivery. */
  private static int send(int port, String request) throws Exception {
    String body =
        """
        {"action":"triggered","data":{"event":{"event_id":"%s","issue_id":"77",
         "title":"TypeError: total of undefined, see @ann","culprit":"checkout.js in total",
         "datetime":"2026-03-01T10:00:00Z","web_url":"https://sentry.example/issues/77"}}}
        """
            .formatted(request);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    byte[] signature = new Secret(SECRET).sign(bytes, Secret.Algorithm.SHA256);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sentry"))
                  .header("Content-Type", "application/json")
                  .header("Sentry-Hook-Resource", "event_alert")
                  .header("Request-ID", request)
                  .header("Sentry-Hook-Signature", HexFormat.of().formatHex(signature))
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }
}
