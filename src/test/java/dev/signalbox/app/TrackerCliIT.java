package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.golden.Golden;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.Issue;
import dev.signalbox.tracker.linear.LinearWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans in Linear, from the command line over HTTP to a strict stand-in. */
@Timeout(120)
@SuppressWarnings("NullAway.Init")
class TrackerCliIT {
  private static final IssueId MASTER = new IssueId("SHOP-101");

  @TempDir private Path folder = Path.of("");
  private LinearWorld linear;
  private Desktop desktop;

  @BeforeEach
  void start() throws IOException {
    linear = LinearWorld.open();
    desktop = Desktop.in(folder);
    desktop.variables().put("LINEAR_API_KEY", LinearWorld.KEY);
    configure("tracker: linear\n");
  }

  @AfterEach
  void stop() {
    if (linear != null) {
      linear.close();
    }
  }

  private void configure(String tracker) throws IOException {
    desktop.configure(
        tracker
            + "linear: {key: {env: LINEAR_API_KEY}, team: SHOP, workspace: shop, api: '"
            + linear.address()
            + "'}\n");
  }

  private static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }

  private void golden(String name, Run run) {
    Golden.assertMatches("cli/" + name, run.shown(folder));
  }

  private static JsonNode json(Run run) {
    return JsonMapper.shared().readTree(run.out());
  }

  /** Without the places that a verdict cites: a file has other lines than an issue. */
  private static List<String> pairs(Run run) {
    List<String> pairs = new ArrayList<>();
    for (JsonNode pair : json(run).path("pairs")) {
      pairs.add(
          "%s %s %s %s %s"
              .formatted(
                  pair.path("a").asString(),
                  pair.path("b").asString(),
                  pair.path("verdict").asString(),
                  pair.path("rule").asString(),
                  pair.path("first").asString("")));
    }
    return pairs;
  }

  @Test
  void saysWhatItWouldDoAndDoesItOnce() throws IOException {
    String before = desktop.planText();
    golden("publish-dry.txt", desktop.run("publish", desktop.plan()));
    assertThat(desktop.planText()).isEqualTo(before);
    assertThat(linear.client().read(MASTER)).isInstanceOf(Outcome.Failed.class);

    golden("publish.txt", desktop.run("publish", desktop.plan(), "--yes"));
    assertThat(desktop.planText())
        .contains("\nissue: SHOP-101\n", "## Phase 0A: Choose the payment provider (SHOP-102)\n");
    assertThat(done(linear.client().children(MASTER)))
        .extracting(it -> it.text().title())
        .hasSize(6)
        .contains("Batch 1A: Payment adapter");
    Issue adapter = done(linear.client().read(new IssueId("SHOP-103")));
    assertThat(adapter.blockedBy()).containsExactly(new IssueId("SHOP-102"));
    assertThat(done(linear.client().comments(MASTER)))
        .extracting(Comment::body)
        .satisfiesExactly(
            table -> assertThat(table).contains("## Dispatch table", "SHOP-107"),
            plan -> assertThat(plan).contains("## The plan", "issue: SHOP-101", "(SHOP-107)"));

    String published = desktop.planText();
    golden("publish-again.txt", desktop.run("publish", desktop.plan(), "--yes"));
    assertThat(desktop.planText()).isEqualTo(published);
  }

  @Test
  void thePlanInTheTrackerIsThePlanInTheFile() {
    assertThat(desktop.run("publish", desktop.plan(), "--yes").exit()).isZero();
    Run file = desktop.run("check", desktop.plan(), "--json", "--pairs=all");
    Run tracked =
        desktop.run("check", "linear:SHOP-101", "--json", "--pairs=all", "--repo", desktop.root());
    assertThat(tracked.exit()).isZero();
    for (String part : List.of("phases", "batches", "mergeOrder", "estimateUsd", "problems")) {
      assertThat(json(tracked).path(part)).as(part).isEqualTo(json(file).path(part));
    }
    assertThat(pairs(tracked)).hasSizeGreaterThan(5).isEqualTo(pairs(file));
    assertThat(desktop.run("prompt", "linear:SHOP-101", "1A", "--repo", desktop.root()).out())
        .contains("SHOP-103", "SHOP-101");
  }

  @Test
  void aPlanWithoutIssuesIsNotDispatchedUnderATracker() throws IOException {
    Run dispatch = desktop.run("dispatch", desktop.plan(), "--no-wait");
    assertThat(dispatch.exit()).isEqualTo(2);
    assertThat(dispatch.err())
        .contains("phase 1A: expected an issue in the tracker", "found none")
        .contains("expected the master issue", "or run signalbox publish");
    assertThat(desktop.run("prompt", desktop.plan(), "1A").exit()).isEqualTo(2);

    configure("");
    assertThat(desktop.run("prompt", desktop.plan(), "1A").exit()).isZero();
  }

  @Test
  void aPlanOfATrackerIsDispatchedUnderThatTrackerOnly() throws IOException {
    assertThat(desktop.run("publish", desktop.plan(), "--yes").exit()).isZero();
    configure("");
    Run dispatch = desktop.run("dispatch", "linear:SHOP-101", "--agent", "scripted", "--no-wait");
    assertThat(dispatch.exit()).isEqualTo(2);
    assertThat(dispatch.err())
        .contains("Error [TRACKER_NOT_CONFIGURED]: linear:SHOP-101", "found plan-file");
  }

  @Test
  void aWrongKeyIsSaidWithWhatToDo() {
    desktop.variables().put("LINEAR_API_KEY", "lin_api_wrong_0123");
    Run check = desktop.run("check", "linear:SHOP-101");
    golden("check-tracker-key.txt", check);
    golden("publish-key.txt", desktop.run("publish", desktop.plan(), "--yes"));
    assertThat(desktop.runIn(80, "publish", desktop.plan(), "--yes").out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
        .anySatisfy(line -> assertThat(line).startsWith("Failed: master issue: unauthenticated:"));
    assertThat(desktop.run("doctor").out())
        .contains("missing  tracker", "unauthenticated", "No plan can be dispatched")
        .doesNotContain("wrong_0123");

    desktop.variables().remove("LINEAR_API_KEY");
    Run without = desktop.run("check", "linear:SHOP-101");
    assertThat(without.exit()).isEqualTo(2);
    assertThat(without.err()).contains("Error [SECRET_UNUSABLE]", "LINEAR_API_KEY", "Hint: set it");
    assertThat(desktop.run("doctor").out()).contains("missing  tracker", "LINEAR_API_KEY");
  }

  @Test
  void aTrackerThatIsAwayIsNoEmptyPlan() {
    linear.fail(true);
    golden("check-tracker-away.txt", desktop.run("check", "linear:SHOP-101"));
    Run publish = desktop.run("publish", desktop.plan(), "--yes");
    assertThat(publish.exit()).isEqualTo(1);
    assertThat(publish.out()).contains("Failed: ", "unreachable: ", "Still to be done:");
    assertThat(desktop.run("doctor").out()).contains("warning  tracker", "unreachable");
  }

  @Test
  void anIssueThatIsNotThereIsSaid() {
    golden("check-tracker-absent.txt", desktop.run("check", "linear:SHOP-999"));
  }

  @Test
  void theDoctorAsksWhoOneIsAndOnlyWhereSomethingIsConfigured() throws IOException {
    assertThat(desktop.run("doctor").out())
        .contains("ok       tracker        linear, workspace shop, as Signalbox")
        .contains("ok       forge          none; this machine merges");
    assertThat(linear.requests()).isEqualTo(1);
    for (JsonNode finding : json(desktop.run("doctor", "--json")).path("findings")) {
      if (finding.path("what").asString().equals("tracker")) {
        assertThat(finding.path("found").asString()).endsWith("as Signalbox");
      }
    }
    configure("");
    assertThat(desktop.run("doctor").out())
        .contains("ok       tracker        none; the plan file keeps the registry")
        .contains("ok       linear         linear, workspace shop, as Signalbox");
    desktop.configure("{}\n");
    int before = linear.requests();
    assertThat(desktop.run("doctor").out()).doesNotContain("linear");
    assertThat(linear.requests()).isEqualTo(before);
  }
}
