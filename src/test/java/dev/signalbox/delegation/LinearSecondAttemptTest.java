package dev.signalbox.delegation;

import static dev.signalbox.delegation.Elsewhere.ATTEMPT;
import static dev.signalbox.delegation.Elsewhere.BRANCH;
import static dev.signalbox.delegation.Elsewhere.CURSOR_BOT;
import static dev.signalbox.delegation.Elsewhere.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.limit.Limits;
import dev.signalbox.runner.StartOutcome;
import dev.signalbox.runner.Transcript;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.tracker.DelegatedWork;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.tracker.linear.LinearWorld;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second attempt at a Linear that holds to its own schema, and tells agents of changes alone. */
class LinearSecondAttemptTest {
  private static final AttemptKey SECOND = new AttemptKey(SESSION, 2);

  @TempDir private Path root = Path.of("");
  private Elsewhere there = new Elsewhere(Path.of(""));
  private LinearWorld linear;
  private Tracker tracker;
  private DelegatedRunner runner = there.runner();

  @BeforeEach
  void open() {
    linear = LinearWorld.open();
    tracker = linear.client();
    there = new Elsewhere(root);
    there.issue =
        Elsewhere.done(
            tracker.create(
                new NoteKey("a"), new NewIssue("Balance", "", Optional.empty(), List.of())));
    runner = there.runner(tracker);
  }

  @AfterEach
  void close() {
    if (linear != null) {
      linear.close();
    }
  }

  private List<AgentSignal> looked(AttemptKey attempt) {
    there.time.pass(Limits.ELSEWHERE_LOOK_MAX);
    try (Transcript transcript = runner.open(attempt, 0)) {
      return transcript.read().signals();
    }
  }

  private List<DelegatedWork.State> sessions() {
    return Elsewhere.done(tracker.delegatedWork(there.issue)).stream()
        .map(DelegatedWork::state)
        .toList();
  }

  @Test
  void afterAFailedSessionANewOneIsBegunAndItAloneCounts() {
    runner.start(Elsewhere.order());
    linear.agentFails(there.issue, "No machine was free");
    assertThat(looked(ATTEMPT)).hasAtLeastOneElementOfType(AgentSignal.TurnEnded.class);
    assertThat(runner.start(Elsewhere.order(SECOND))).isInstanceOf(StartOutcome.Started.class);
    assertThat(linear.handings(there.issue)).as("handed, taken back, handed").isEqualTo(3);
    assertThat(sessions()).containsExactly(DelegatedWork.State.PENDING, DelegatedWork.State.ERROR);
    assertThat(looked(SECOND)).isEmpty();
    linear.agentSays(there.issue, "Reading the issue");
    assertThat(looked(SECOND)).contains(new AgentSignal.StartConfirmed());
    there.opens(CURSOR_BOT, BRANCH, "Balance", false);
    linear.agentEnds(there.issue, "Done");
    assertThat(looked(SECOND)).contains(new AgentSignal.TaskCompleted());
    assertThat(sessions()).containsExactly(DelegatedWork.State.COMPLETE, DelegatedWork.State.ERROR);
  }

  @Test
  void aHandingThatIsRepeatedBeginsNoFurtherSession() {
    runner.start(Elsewhere.order());
    runner.start(Elsewhere.order());
    assertThat(sessions()).hasSize(1);
    assertThat(linear.handings(there.issue)).isEqualTo(1);
  }
}
