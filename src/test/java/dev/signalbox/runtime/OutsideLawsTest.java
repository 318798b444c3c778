package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The laws about findings from outside, shown journals of random runs in which one thing is wrong:
 * what rules would write that forget it. As they are, the journals break no law.
 */
class OutsideLawsTest {
  /** A person is asked about something from outside in one run of some hundred. */
  private static final int SEEDS = 1500;

  /** Makes a journal wrong, where it can be. */
  private interface Bug {
    List<Recorded> in(Simulation run);
  }

  @Test
  void aMergeWithANoThatNobodyDecidedAboutIsSeen() {
    assertThat(firstSeen(OutsideLawsTest::undecided))
        .hasValueSatisfying(
            seen -> assertThat(seen).contains("merges with a no that nobody decided about"));
  }

  @Test
  void aSessionThatIsToldOfWhatAPersonIsAskedAboutIsSeen() {
    assertThat(firstSeen(OutsideLawsTest::toldMeanwhile))
        .hasValueSatisfying(seen -> assertThat(seen).contains("while a person is asked about it"));
  }

  /** What the laws say of the first journal that breaks one, with its seed. */
  private static Optional<String> firstSeen(Bug bug) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Simulation run = new Simulation(seed, Planted.NONE);
      run.run();
      assertThat(seen(run, run.journal)).as("seed " + seed + " as it is").isEmpty();
      Optional<String> seen = seen(run, bug.in(run));
      if (seen.isPresent()) {
        System.out.println("seen in the journal of seed " + seed + ": " + seen.get());
        return seen;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> seen(Simulation run, List<Recorded> journal) {
    RunSpec spec = run.state().spec().orElseThrow();
    SimulatedOutside laws = new SimulatedOutside(spec);
    try {
      journal.forEach(laws::see);
      return Optional.empty();
    } catch (AssertionError e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** What a session did is a no instead, and nobody is asked before the merge. */
  private static List<Recorded> undecided(Simulation run) {
    return run.journal.stream()
        .map(each ->
            each.fact() instanceof Fact.FeedbackSettled settled
                    && settled.fate() == Feedback.Fate.ADDRESSED
                ? new Recorded(each.sequence(), each.at(), declined(settled))
                : each)
        .toList();
  }

  private static Fact declined(Fact.FeedbackSettled settled) {
    return new Fact.FeedbackSettled(
        settled.numbers(), Feedback.Fate.DECLINED, settled.by(), settled.words());
  }

  /** A session is told of what it has yet to hear of as soon as a person is asked. */
  private static List<Recorded> toldMeanwhile(Simulation run) {
    List<Recorded> journal = new ArrayList<>();
    for (Recorded each : run.journal) {
      journal.add(each);
      if (each.fact() instanceof Fact.GateOpened(Gate gate) && gate.kind() == GateKind.REVIEW) {
        List<Long> numbers = of(run, gate.sessions(), each.sequence());
        if (!numbers.isEmpty()) {
          Fact told = new Fact.FeedbackTold(numbers, Optional.empty());
          journal.add(new Recorded(each.sequence(), each.at(), told));
        }
      }
    }
    return journal;
  }

  private static List<Long> of(Simulation run, List<SessionId> sessions, long before) {
    return run.state().feedback().values().stream()
        .filter(
            each -> each.number() < before && each.session().filter(sessions::contains).isPresent())
        .map(Feedback::number)
        .toList();
  }
}
