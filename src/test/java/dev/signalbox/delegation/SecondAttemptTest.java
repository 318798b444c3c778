package dev.signalbox.delegation;

import static dev.signalbox.delegation.Elsewhere.ATTEMPT;
import static dev.signalbox.delegation.Elsewhere.BRANCH;
import static dev.signalbox.delegation.Elsewhere.CURSOR;
import static dev.signalbox.delegation.Elsewhere.CURSOR_BOT;
import static dev.signalbox.delegation.Elsewhere.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.agent.Delegation.Way;
import dev.signalbox.forge.Forge;
import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Outcome;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.StartOutcome;
import dev.signalbox.runner.StopManner;
import dev.signalbox.runner.Transcript;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.tracker.DelegatedWork.Activity;
import dev.signalbox.tracker.DelegatedWork.State;
import dev.signalbox.tracker.Owners;
import dev.signalbox.tracker.Tracker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An agent elsewhere gets an issue again: what it did before does not count. */
class SecondAttemptTest {
  private static final AttemptKey SECOND = new AttemptKey(SESSION, 2);
  private static final AttemptKey THIRD = new AttemptKey(SESSION, 3);

  @TempDir private Path root = Path.of("");
  private Elsewhere there = new Elsewhere(Path.of(""));
  private DelegatedRunner runner = there.runner();

  /** What a service that listens sees of the issue. */
  private final List<String> changes = new ArrayList<>();

  private int requests;
  private int killedAt = Integer.MAX_VALUE;
  private boolean isKilledBefore;

  @BeforeEach
  void open() {
    there = new Elsewhere(root);
    runner = there.runner();
  }

  private void start(AttemptKey attempt) {
    assertThat(runner.start(Elsewhere.order(attempt))).isInstanceOf(StartOutcome.Started.class);
  }

  private List<AgentSignal> looked(AttemptKey attempt) {
    there.time.pass(Limits.ELSEWHERE_LOOK_MAX);
    try (Transcript transcript = runner.open(attempt, 0)) {
      return transcript.read().signals();
    }
  }

  /** The first attempt's session failed, and its pull request is closed; both stay to be seen. */
  private int failsOnce() {
    start(ATTEMPT);
    there.shows("w-1", State.ERROR, List.of(), there.said("e1", Activity.Kind.ERROR));
    int number = there.opens(CURSOR_BOT, BRANCH, "SHOP-1", true);
    looked(ATTEMPT);
    there.forge.others().close(number);
    assertThat(looked(ATTEMPT)).hasAtLeastOneElementOfType(AgentSignal.TurnEnded.class);
    there.time.pass(Duration.ofHours(1));
    return number;
  }

  @Test
  void whatFailedBeforeDoesNotCountAndWhatIsNewerDoes() {
    int old = failsOnce();
    start(SECOND);
    // Somebody speaks where it is closed: it is changed later than the issue was handed over.
    there.time.pass(Duration.ofMinutes(1));
    Elsewhere.done(there.forge.comment(old, "note", "Closed, see the issue"));
    assertThat(looked(SECOND)).isEmpty();
    there.shows("w-2", State.ACTIVE, List.of());
    assertThat(looked(SECOND))
        .containsExactly(
            new AgentSignal.Identified("w-2", "Cursor"), new AgentSignal.StartConfirmed());
    int number = there.opens(CURSOR_BOT, "cursor/again", "SHOP-1", false);
    there.shows("w-2", State.COMPLETE, List.of(), there.said("r2", Activity.Kind.RESPONSE));
    assertThat(looked(SECOND)).contains(new AgentSignal.TaskCompleted());
    assertThat(WatchEvent.last(events(SECOND), WatchEvent.Kind.PULL_REQUEST).orElseThrow().id())
        .isEqualTo(String.valueOf(number));
  }

  private List<WatchEvent> events(AttemptKey attempt) {
    return new Attempts(root).log(attempt).events();
  }

  @Test
  void anEarlierPullRequestThatIsOpenIsGoneOnWithOnceItMoves() {
    start(ATTEMPT);
    int number = there.opens(CURSOR_BOT, BRANCH, "SHOP-1", false);
    looked(ATTEMPT);
    start(SECOND);
    assertThat(looked(SECOND)).as("it is ready since before").isEmpty();
    there.forge.others().push(BRANCH, "d".repeat(40));
    assertThat(looked(SECOND))
        .contains(new AgentSignal.StartConfirmed(), new AgentSignal.TaskCompleted());
    assertThat(WatchEvent.last(events(SECOND), WatchEvent.Kind.PULL_REQUEST).orElseThrow().id())
        .isEqualTo(String.valueOf(number));
  }

  @Test
  void onePullRequestThatNoLookSawIsGoneOnWithToo() {
    start(ATTEMPT);
    there.opens(CURSOR_BOT, "cursor/own-name", "SHOP-1", true);
    start(SECOND);
    assertThat(Known.of(events(SECOND)).goneOnWith()).contains(1);
  }

  @Test
  void aNewPullRequestCountsBesideAnEarlierOneThatRests() {
    start(ATTEMPT);
    there.opens(CURSOR_BOT, BRANCH, "SHOP-1", true);
    looked(ATTEMPT);
    start(SECOND);
    int number = there.opens(CURSOR_BOT, "cursor/again", "SHOP-1", false);
    assertThat(looked(SECOND)).contains(new AgentSignal.TaskCompleted());
    assertThat(WatchEvent.last(events(SECOND), WatchEvent.Kind.PULL_REQUEST).orElseThrow().id())
        .isEqualTo(String.valueOf(number));
  }

  @Test
  void aPullRequestOfBeforeTheSessionIsNeverItsOwn() {
    there.opens(CURSOR_BOT, BRANCH, "SHOP-1", true);
    start(ATTEMPT);
    start(SECOND);
    there.forge.others().push(BRANCH, "d".repeat(40));
    assertThat(looked(SECOND)).isEmpty();
  }

  @Test
  void anAttemptThatLeftNoTraceHidesNone() {
    failsOnce();
    start(THIRD);
    there.shows("w-3", State.ACTIVE, List.of());
    assertThat(looked(THIRD)).hasSize(2);
    assertThat(Known.of(events(THIRD)).works()).containsExactly("w-1");
  }

  /** A service that is told of changes alone, as all of them are, and begins at once. */
  private void told() {
    Owners owners = there.shownIssue().standing().owners();
    String now =
        owners.delegate().map(_ -> "delegate ").orElse("")
            + owners.assignee().map(_ -> "assignee ").orElse("")
            + String.join(" ", there.shownIssue().labels())
            + there.comments().stream().filter(it -> it.contains("please work")).count();
    if (changes.isEmpty() || !changes.getLast().equals(now)) {
      changes.add(now);
      if (changes.size() > 1 && owners.delegate().isPresent()) {
        there.shows("w-2", State.ACTIVE, List.of());
      }
    }
  }

  @SuppressWarnings("unchecked")
  private <T> T killable(Class<T> port, T real) {
    return (T)
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              if (method.getName().equals("scope")) {
                return method.invoke(real, arguments);
              }
              int request = requests++;
              if (request == killedAt && isKilledBefore) {
                throw new KilledException();
              }
              try {
                Object answer = method.invoke(real, arguments);
                told();
                if (request == killedAt) {
                  throw new KilledException();
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private DelegatedRunner killableRunner() {
    return there.runner(killable(Tracker.class, there.tracker), killable(Forge.class, there.forge));
  }

  private static final class KilledException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static Way way(Way.Kind kind) {
    return switch (kind) {
      case DELEGATE, ASSIGN -> new Way(kind, "Cursor");
      case LABEL -> new Way(kind, "cursor");
      case MENTION -> new Way(kind, "@cursor");
    };
  }

  /** From what it saw last of the first attempt on. */
  private static List<String> seen(Way.Kind kind) {
    return switch (kind) {
      case DELEGATE -> List.of("delegate 0", "0", "delegate 0");
      case ASSIGN -> List.of("assignee 0", "0", "assignee 0");
      case LABEL -> List.of("cursor0", "0", "cursor0");
      case MENTION -> List.of("1", "2");
    };
  }

  @ParameterizedTest
  @EnumSource
  void aServiceSeesEachHandingAsAChange(Way.Kind kind) {
    there.way = way(kind);
    failsOnce();
    requests = 0;
    runner = killableRunner();
    start(SECOND);
    start(SECOND);
    assertThat(changes).containsExactlyElementsOf(seen(kind));
    System.err.println("requests of a second handing by " + kind + ": " + requests);
  }

  @ParameterizedTest
  @EnumSource
  void aSecondHandingThatWasKilledAnywhereIsMadeOnceAndForgetsNothing(Way.Kind kind) {
    int kills = 0;
    for (int at = 0; at < 40; at++) {
      there = new Elsewhere(root.resolve("kill-" + at));
      there.way = way(kind);
      runner = there.runner();
      failsOnce();
      changes.clear();
      requests = 0;
      killedAt = at / 2;
      isKilledBefore = at % 2 == 0;
      DelegatedRunner killed = killableRunner();
      boolean isKilled = false;
      try {
        killed.start(Elsewhere.order(SECOND));
      } catch (KilledException _) {
        isKilled = true;
        kills++;
      }
      killedAt = Integer.MAX_VALUE;
      if (isKilled) {
        assertThat(there.runner().look(SECOND)).isEqualTo(new Liveness.NotStarted());
      }
      runner = killableRunner();
      start(SECOND);
      start(SECOND);
      assertThat(changes)
          .as("kill %d", at)
          .containsSubsequence(seen(kind))
          .hasSameSizeAs(seen(kind));
      there.shows("w-2", State.ACTIVE, List.of());
      assertThat(looked(SECOND)).as("kill %d", at).hasSize(2);
      Known known = Known.of(new Attempts(there.root).log(SECOND).events());
      assertThat(known.works()).as("kill %d", at).containsExactly("w-1");
      assertThat(known.newest()).isEqualTo(1);
    }
    assertThat(kills).isBetween(10, 36);
  }

  @Test
  void anIssueThatDoesNotComeBackIsNotHandedOver() {
    start(ATTEMPT);
    Tracker stubborn =
        (Tracker)
            Proxy.newProxyInstance(
                Tracker.class.getClassLoader(),
                new Class<?>[] {Tracker.class},
                (_, method, arguments) ->
                    method.getName().equals("hand")
                        ? Outcome.done()
                        : method.invoke(there.tracker, arguments));
    assertThat(there.runner(stubborn).start(Elsewhere.order(SECOND)))
        .isInstanceOfSatisfying(
            StartOutcome.Refused.class,
            refused -> {
              assertThat(refused.reason()).contains("nobody's after it was taken back");
              assertThat(refused.mayPass()).isTrue();
            });
    assertThat(runner.look(SECOND)).isEqualTo(new Liveness.NotStarted());
  }

  /** A start that was cut off after the issue was handed over does not come to life later. */
  @Test
  void aStopOfAHalfHandedAttemptTakesTheIssueBack() {
    start(ATTEMPT);
    // The tracker: read, named, works; the forge: newest, changed; then brief, take back, read.
    killedAt = 8;
    DelegatedRunner killed = killableRunner();
    assertThatThrownBy(() -> killed.start(Elsewhere.order(SECOND)))
        .isInstanceOf(KilledException.class);
    assertThat(there.shownIssue().standing().owners().delegate()).contains(CURSOR);
    assertThat(runner.look(SECOND)).isEqualTo(new Liveness.NotStarted());
    runner.stop(SECOND, StopManner.FORCED);
    assertThat(there.shownIssue().standing().owners()).isEqualTo(Owners.NOBODY);
    assertThat(runner.look(SECOND))
        .isEqualTo(
            new Liveness.Over(
                new AgentExit.Ended(Limits.TAKEN_BACK_EXIT, "the issue was taken back")));
    start(SECOND);
    assertThat(there.shownIssue().standing().owners()).isEqualTo(Owners.NOBODY);
  }
}
