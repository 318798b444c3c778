package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.engine.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random plans, agents and faults; what has to hold, holds after every step. */
class EngineSimulationTest {
  private static final int SEEDS = Integer.getInteger("signalbox.seeds", 2_500);

  @Test
  void holdsWhateverHappens() {
    List<String> failures = new ArrayList<>();
    Map<String, Integer> ends = new TreeMap<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      Simulation simulation = new Simulation(seed, Planted.NONE);
      try {
        for (Session session : simulation.run().sessions().values()) {
          ends.merge(session.state().getClass().getSimpleName(), 1, Integer::sum);
        }
      } catch (AssertionError | RuntimeException e) {
        failures.add("seed " + seed + ": " + e + "\n  " + last(simulation.timeline()));
      }
    }
    System.out.println("simulated " + SEEDS + " runs, sessions ended " + ends);
    assertThat(failures.stream().limit(5).toList()).as(failures.size() + " failures").isEmpty();
    assertThat(ends).containsKeys("Merged", "Failed", "Abandoned");
  }

  private static String last(List<String> timeline) {
    return String.join(
        "\n  ", timeline.subList(Math.max(0, timeline.size() - 12), timeline.size()));
  }

  /** A simulation that misses planted bugs proves nothing. */
  @ParameterizedTest
  @EnumSource(value = Planted.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void catchesPlantedBugs(Planted bug) {
    int seeds = 0;
    boolean isCaught = false;
    while (!isCaught && seeds < 400) {
      Simulation simulation = new Simulation(seeds, bug);
      seeds++;
      try {
        simulation.run();
      } catch (AssertionError | RuntimeException e) {
        System.out.println(bug + " caught by seed " + (seeds - 1) + ": " + e.getMessage());
        isCaught = true;
      }
    }
    assertThat(isCaught).as(bug + " in " + seeds + " seeds").isTrue();
  }
}
