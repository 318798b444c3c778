package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.feedback.sentry.SentryNormaliser;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.Issue;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.memory.MemoryIssues;
import dev.signalbox.tracker.memory.MemoryTracker;
import dev.signalbox.webhook.Body;
import dev.signalbox.webhook.Delivery;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.MemoryDeliveryQueue;
import dev.signalbox.webhook.Reading;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts without a run: each one issue, whatever happens between. */
class AlertFilingTest {
  private static final IssueId FIRST = new IssueId("SHOP-101");
  private static final IssueId SECOND = new IssueId("SHOP-102");
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @TempDir private Path state = Path.of("");
  private final MemoryDeliveryQueue queue = new MemoryDeliveryQueue(100);
  private final MemoryIssues issues = new MemoryIssues("SHOP", CLOCK);
  private final MemoryTracker tracker = issues.as(new Actor("1", "Signalbox", true));
  private final List<String> said = new ArrayList<>();
  private boolean isAuthored;
  private boolean isRunOpen;

  /** As each new process makes it. */
  private AlertFiling filing() {
    return new AlertFiling(
        new AlertFiling.Setup(
            queue,
            new Reading(Map.of(Endpoint.Kind.SENTRY, new SentryNormaliser())),
            new FiledAlerts(state),
            tracker,
            isAuthored,
            () -> isRunOpen,
            said::add));
  }

  private void comes(String delivery, String event, String body) {
    queue.store(
        new Delivery(
            Endpoint.of(Endpoint.Kind.SENTRY), delivery, event, Instant.EPOCH, Body.of(body)));
  }

  private void alert(String delivery, int issue) {
    comes(
        delivery,
        "event_alert",
        """
        {"action":"triggered","data":{"event":{"event_id":"e","issue_id":"%d","title":"No total"}}}
        """
            .formatted(issue));
  }

  private void back(String delivery, int issue) {
    comes(
        delivery,
        "issue",
        """
        {"action":"unresolved","data":{"issue":{"id":"%d","title":"No total",
         "substatus":"regressed","lastSeen":"2026-03-02T10:00:00Z"}}}
        """
            .formatted(issue));
  }

  private Outcome<Issue> read(IssueId issue) {
    return tracker.read(issue);
  }

  private IssueStatus status(IssueId issue) {
    return ((Outcome.Done<Issue>) read(issue)).value().standing().status();
  }

  @Test
  void aKillAfterTheIssueIsMadeMakesNoSecondOne() {
    alert("n1", 77);
    isAuthored = true;
    AlertFiling killed = filing();
    killed.look();
    // What was kept about it is lost, as if it had been killed before it kept anything.
    new FiledAlerts(state).forget("sentry:issue:77:new");
    isAuthored = false;
    filing().look();
    assertThat(read(FIRST)).isInstanceOf(Outcome.Done.class);
    assertThat(read(SECOND)).isInstanceOf(Outcome.Failed.class);
    assertThat(queue.waiting(9)).isEmpty();
  }

  @Test
  void theSameAlertInAnotherDeliveryIsTheSameIssue() {
    alert("n1", 77);
    alert("n2", 77);
    AlertFiling filing = filing();
    filing.look();
    filing.look();
    assertThat(said).containsExactly("alerts: filed as SHOP-101: No total");
    assertThat(queue.waiting(9)).isEmpty();
  }

  @Test
  void whatASessionIsToSpecifyStaysForTheNextRunUntilThatTakesIt() {
    isAuthored = true;
    alert("n1", 77);
    filing().look();
    filing().look();
    assertThat(said).hasSize(1);
    assertThat(queue.waiting(9)).hasSize(1);
    assertThat(new FiledAlerts(state).of("sentry:issue:77:new")).contains(FIRST);
    isAuthored = false;
    filing().look();
    assertThat(queue.waiting(9)).isEmpty();
    assertThat(new FiledAlerts(state).of("sentry:issue:77:new")).isEmpty();
  }

  @Test
  void whatComesBackOpensItsIssueAgain() {
    alert("n1", 77);
    AlertFiling filing = filing();
    filing.look();
    assertThat(tracker.move(FIRST, IssueStatus.COMPLETED)).isInstanceOf(Outcome.Done.class);
    back("b1", 77);
    filing.look();
    assertThat(status(FIRST)).isEqualTo(IssueStatus.UNSTARTED);
    assertThat(tracker.move(FIRST, IssueStatus.COMPLETED)).isInstanceOf(Outcome.Done.class);
    back("b2", 77);
    filing.look();
    assertThat(status(FIRST)).isEqualTo(IssueStatus.COMPLETED);
    assertThat(read(SECOND)).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void aRunThatIsOpenTakesItIn() {
    isRunOpen = true;
    alert("n1", 77);
    filing().look();
    assertThat(said).isEmpty();
    assertThat(queue.waiting(9)).hasSize(1);
  }

  @Test
  void aTrackerThatIsAwayIsAskedLessAndLess() {
    alert("n1", 77);
    AlertFiling filing = filing();
    issues.failWith(Optional.of(Failure.of(Failure.Kind.UNREACHABLE, "nobody there")));
    for (int i = 0; i < 20; i++) {
      filing.look();
    }
    assertThat(said).as("looks 0, 2, 5, 10, 19").hasSize(5);
    issues.failWith(Optional.empty());
    for (int i = 0; i < 20; i++) {
      filing.look();
    }
    assertThat(said).last().isEqualTo("alerts: filed as SHOP-101: No total");
    assertThat(queue.waiting(9)).isEmpty();
  }

  @Test
  void whatTheTrackerRefusesIsLeftToTheNextRunAndHoldsNothingUp() {
    alert("n1", 77);
    AlertFiling filing = filing();
    issues.failWith(Optional.of(Failure.of(Failure.Kind.REFUSED, "no such team")));
    filing.look();
    issues.failWith(Optional.empty());
    alert("n2", 78);
    filing.look();
    assertThat(said)
        .containsExactly(
            "alerts: REFUSED: no such team; it is left to the next run: No total",
            "alerts: filed as SHOP-101: No total");
    assertThat(queue.waiting(9)).hasSize(1);
  }
}
