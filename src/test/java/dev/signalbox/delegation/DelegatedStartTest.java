package dev.signalbox.delegation;

import static dev.signalbox.delegation.Elsewhere.ATTEMPT;
import static dev.signalbox.delegation.Elsewhere.CURSOR;
import static dev.signalbox.delegation.Elsewhere.ISSUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.agent.Delegation.Way;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.StartOutcome;
import dev.signalbox.runner.StopManner;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.Owners;
import dev.signalbox.tracker.Tracker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How an issue gets to an agent elsewhere. */
class DelegatedStartTest {
  private static final Actor ANA = new Actor("u-2", "Ana", false);
  private static final Actor OTHER = new Actor("u-9", "Devin", true);

  @TempDir private Path root = Path.of("");
  private Elsewhere there = new Elsewhere(Path.of(""));

  @BeforeEach
  void open() {
    there = new Elsewhere(root);
  }

  private static Way way(Way.Kind kind) {
    return switch (kind) {
      case DELEGATE, ASSIGN -> new Way(kind, "Cursor");
      case LABEL -> new Way(kind, "cursor");
      case MENTION -> new Way(kind, "@cursor");
    };
  }

  private StartOutcome start() {
    return there.runner().start(Elsewhere.order());
  }

  private void assertHanded(Way.Kind kind) {
    Owners owners = there.shownIssue().standing().owners();
    List<String> comments = there.comments();
    assertThat(comments).filteredOn("Do it."::equals).hasSize(1);
    switch (kind) {
      case DELEGATE ->
          assertThat(owners).isEqualTo(new Owners(Optional.of(ANA), Optional.of(CURSOR)));
      case ASSIGN -> assertThat(owners.assignee()).contains(CURSOR);
      case LABEL -> assertThat(there.shownIssue().labels()).containsExactly("cursor");
      case MENTION ->
          assertThat(comments)
              .hasSize(2)
              .element(1)
              .asString()
              .startsWith("@cursor please work on this issue");
    }
    assertThat(comments).hasSize(kind == Way.Kind.MENTION ? 2 : 1);
  }

  @ParameterizedTest
  @EnumSource
  void anIssueIsHandedOverInItsWayWithAllThatIsToBeDone(Way.Kind kind) {
    there.way = way(kind);
    there.tracker.hand(ISSUE, new Owners(Optional.of(ANA), Optional.empty()));
    assertThat(there.runner().look(ATTEMPT)).isEqualTo(new Liveness.NotStarted());
    assertThat(start()).isInstanceOf(StartOutcome.Started.class);
    assertHanded(kind);
    assertThat(there.runner().look(ATTEMPT)).isInstanceOf(Liveness.Running.class);
  }

  @Test
  void anIssueThatSaysAllItselfGetsNoComment() {
    there.tracker.describe(ISSUE, "\nDo it.\n");
    start();
    assertThat(there.comments()).isEmpty();
    assertThat(there.shownIssue().standing().owners().delegate()).contains(CURSOR);
  }

  private void assertRefused(String reason) {
    assertThat(start())
        .isInstanceOfSatisfying(
            StartOutcome.Refused.class, refused -> assertThat(refused.reason()).contains(reason));
    assertThat(there.comments()).as("a refusal leaves nothing behind").isEmpty();
    assertThat(there.runner().look(ATTEMPT)).isEqualTo(new Liveness.NotStarted());
  }

  @Test
  void aClosedIssueIsRefused() {
    there.tracker.move(ISSUE, IssueStatus.COMPLETED);
    assertRefused("SHOP-1 closed");
  }

  @ParameterizedTest
  @EnumSource
  void anIssueThatIsDelegatedToSomebodyElseIsRefused(Way.Kind kind) {
    there.way = way(kind);
    Owners owners = new Owners(Optional.empty(), Optional.of(OTHER));
    there.tracker.hand(ISSUE, owners);
    assertRefused("delegated to Devin");
    assertThat(there.shownIssue().standing().owners()).isEqualTo(owners);
  }

  @ParameterizedTest
  @EnumSource(names = {"DELEGATE", "ASSIGN"})
  void anAgentThatTheTrackerDoesNotKnowIsRefused(Way.Kind kind) {
    there.way = new Way(kind, "Nobody");
    assertRefused("expected an agent called Nobody");
  }

  @Test
  void aTrackerThatIsAwayMayBeAskedAgain() {
    there.away(true);
    assertThat(start())
        .isInstanceOfSatisfying(
            StartOutcome.Refused.class, refused -> assertThat(refused.mayPass()).isTrue());
    there.away(false);
    assertThat(start()).isInstanceOf(StartOutcome.Started.class);
  }

  private static final class KilledException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** A tracker whose client is killed around its request of that number. */
  private Tracker killedAt(int request, boolean isBefore) {
    AtomicInteger requests = new AtomicInteger();
    return (Tracker)
        Proxy.newProxyInstance(
            Tracker.class.getClassLoader(),
            new Class<?>[] {Tracker.class},
            (_, method, arguments) -> {
              boolean isLast = requests.getAndIncrement() == request;
              if (isLast && isBefore) {
                throw new KilledException();
              }
              try {
                Object answer = method.invoke(there.tracker, arguments);
                if (isLast) {
                  throw new KilledException();
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void aStartThatWasKilledAnywhereHandsItOverOnce(Way.Kind kind) {
    int requests = kind == Way.Kind.DELEGATE || kind == Way.Kind.ASSIGN ? 5 : 4;
    for (int at = 0; at < 2 * requests; at++) {
      there = new Elsewhere(root.resolve("kill-" + at));
      there.way = way(kind);
      there.tracker.hand(ISSUE, new Owners(Optional.of(ANA), Optional.empty()));
      DelegatedRunner killed = there.runner(killedAt(at / 2, at % 2 == 0));
      assertThatThrownBy(() -> killed.start(Elsewhere.order()))
          .as("kill " + at)
          .isInstanceOf(KilledException.class);
      assertThat(there.runner().look(ATTEMPT)).isEqualTo(new Liveness.NotStarted());
      assertThat(start()).isInstanceOf(StartOutcome.Started.class);
      assertThat(start()).isInstanceOf(StartOutcome.Started.class);
      assertHanded(kind);
    }
  }

  @Test
  void stoppingWhatNeverStartedDoesNothing() {
    there.tracker.hand(ISSUE, new Owners(Optional.empty(), Optional.of(CURSOR)));
    there.runner().stop(ATTEMPT, StopManner.FORCED);
    assertThat(there.runner().look(ATTEMPT)).isEqualTo(new Liveness.NotStarted());
    assertThat(there.shownIssue().standing().owners().delegate()).contains(CURSOR);
  }
}
