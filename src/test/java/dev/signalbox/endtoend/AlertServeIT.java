package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.Issue;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.linear.LinearWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Something fails in production while no run is open: {@code serve} makes it an issue in Linear.
 * Everything is real but Linear, GitHub and Sentry.
 */
@Timeout(240)
class AlertServeIT {
  /** The next issue after those of the plan. */
  private static final IssueId FILED = new IssueId("SHOP-104");

  private static final IssueId OTHER = new IssueId("SHOP-105");
  private static final String SPECIFICATION = "The total is read before the cart is there.";
  private static final String WORK =
      """
      start
      write numbers.txt Sixteen digits.
      wait-for .git/go-on
      complete
      """;
  private static final String AUTHOR =
      """
      start
      summary %s
      complete
      turn-end
      """
          .formatted(SPECIFICATION);

  @TempDir private Path folder = Path.of("");

  private interface Story {
    void tell(LinearShop there, SentryHook sentry) throws Exception;
  }

  private void tell(String webhooks, Story story) throws Exception {
    Files.createDirectories(folder.resolve("github.git"));
    try (LinearWorld linear = LinearWorld.open(Clock.systemUTC());
        FakeGitHub gitHub = FakeGitHub.start(folder.resolve("github.git"))) {
      LinearShop there =
          LinearShop.in(
              folder,
              gitHub,
              linear,
              Map.of("1A", WORK, "S-C", AUTHOR),
              "  sentry: {env: HOOK_SECRET}\n" + webhooks);
      there.publish();
      try {
        story.tell(there, new SentryHook(there.port(), LinearShop.SECRET));
      } finally {
        there.shop().cutThePower();
      }
    }
  }

  @Test
  void anAlertIsFiledOnceAlthoughServeIsKilledAndTheAlertComesAgain() throws Exception {
    tell(
        "",
        (there, sentry) -> {
          killedBetween(there, sentry);
          Program serve = there.serve();
          try (serve) {
            assertThat(sentry.alert("n1", 77)).as("the same delivery").isEqualTo(200);
            assertThat(sentry.alert("n2", 77)).as("the same alert").isEqualTo(202);
            another(there, sentry, serve);
            regression(there, sentry, serve);
          }
          assertThat(there.shop().say("feedback").text())
              .contains("filed as SHOP-104, by signalbox serve")
              .contains("opened again: SHOP-104, by signalbox serve")
              .doesNotContainPattern("waiting +SENTRY");
        });
  }

  /** Once before Linear takes anything, once as soon as the issue is there. */
  private static void killedBetween(LinearShop there, SentryHook sentry) throws Exception {
    LinearWorld linear = there.linear();
    try (Program serve = there.serve()) {
      linear.fail(true);
      assertThat(sentry.alert("n1", 77)).isEqualTo(202);
      Waiting.untilTrue(
          "it says that it failed", () -> serve.printed().contains("tried again"), serve::printed);
      serve.kill();
    }
    assertThat(there.shop().say("feedback").text()).contains("waiting");
    linear.fail(false);
    assertThat(linear.issues()).doesNotContain(FILED.value());
    try (Program serve = there.serve()) {
      Waiting.untilTrue("the issue", () -> linear.issues().contains(FILED.value()), serve::printed);
      serve.kill();
    }
    Issue issue = there.issue(FILED);
    assertThat(issue.text().title()).contains("TypeError").doesNotContain(" @ann");
    assertThat(issue.text().description()).contains("Reported by sentry", "> checkout.js in total");
    assertThat(issue.labels()).containsExactly("needs-spec");
  }

  /** Alerts are dealt with in their order: whatever came before is over then. */
  private static void another(LinearShop there, SentryHook sentry, Program serve) throws Exception {
    assertThat(sentry.alert("n3", 78)).isEqualTo(202);
    Waiting.untilTrue(
        "the other issue",
        () -> serve.printed().contains("alerts: filed as " + OTHER),
        serve::printed);
    assertThat(there.linear().issues())
        .containsExactly("SHOP-101", "SHOP-102", "SHOP-103", "SHOP-104", "SHOP-105");
    assertThat(there.notes(FILED)).isEmpty();
  }

  private static void regression(LinearShop there, SentryHook sentry, Program serve)
      throws Exception {
    close(there);
    assertThat(sentry.back("b1", 77)).isEqualTo(202);
    Waiting.untilTrue(
        "it is open again",
        () -> there.issue(FILED).standing().status() == IssueStatus.UNSTARTED,
        serve::printed);
    Waiting.untilTrue(
        "it says so",
        () -> serve.printed().contains("alerts: opened again: " + FILED),
        serve::printed);
    close(there);
    assertThat(sentry.back("b2", 77)).isEqualTo(202);
    assertThat(sentry.alert("n4", 79)).isEqualTo(202);
    Waiting.untilTrue(
        "the next issue",
        () -> serve.printed().contains("alerts: filed as SHOP-106"),
        serve::printed);
    assertThat(there.issue(FILED).standing().status())
        .as("closed after it came back: the same message changes nothing")
        .isEqualTo(IssueStatus.COMPLETED);
    assertThat(there.notes(FILED)).hasSize(1);
  }

  private static void close(LinearShop there) {
    assertThat(there.linear().client().move(FILED, IssueStatus.COMPLETED))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void theNextRunHasTheSpecificationWrittenIntoTheIssueThatIsThere() throws Exception {
    tell(
        "  spec-author: scripted\n",
        (there, sentry) -> {
          try (Program serve = there.serve()) {
            assertThat(sentry.alert("n1", 77)).isEqualTo(202);
            Waiting.untilTrue(
                "it is filed",
                () -> serve.printed().contains("alerts: filed as " + FILED),
                serve::printed);
            assertThat(there.shop().say("feedback").text())
                .containsPattern("waiting .*\n.*TypeError.*\n +-> filed as SHOP-104");
            inTheRun(there);
          }
        });
  }

  private static void inTheRun(LinearShop there) throws Exception {
    try (Person _ =
            Person.who(
                there.shop(),
                view ->
                    view.gate().kind() == GateKind.COMMANDS
                        ? Optional.of(new GateDecision.Approved())
                        : Optional.empty());
        Program engine = there.dispatch()) {
      Waiting.untilTrue(
          "the specification",
          () -> there.issue(FILED).labels().equals(List.of("spec-draft")),
          engine::printed);
      assertThat(there.issue(FILED).text().description())
          .contains(SPECIFICATION, "checkout.js in total");
      Waiting.untilTrue(
          "it is told",
          () -> there.shop().say("feedback").text().contains("-> is SHOP-104, by S-C"),
          engine::printed);
      assertThat(there.linear().issues()).hasSize(4);
    }
  }

  @Test
  void whereNothingCanBeFiledItSaysWhatIsMissing() throws Exception {
    tell(
        "",
        (there, sentry) -> {
          there.shop().set("LINEAR_API_KEY", "");
          try (Program serve = there.serve()) {
            assertThat(sentry.alert("n1", 77)).isEqualTo(202);
            Waiting.untilTrue(
                "it names the variable",
                () -> serve.printed().contains("LINEAR_API_KEY"),
                serve::printed);
          }
          Path file = there.shop().home().resolve(".config/signalbox/config.yaml");
          Files.writeString(
              file, Files.readString(file).replace("tracker: linear", "tracker: plan-file"));
          try (Program serve = there.serve()) {
            assertThat(serve.printed()).contains("expected a tracker to file them in");
          }
          assertThat(there.shop().say("feedback").text()).contains("waiting");
        });
  }
}
