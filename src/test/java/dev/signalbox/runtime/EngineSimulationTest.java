package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.engine.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random plans, agents and faults; what has to hold, holds after every step. */
class EngineSimulationTest {
  private static final int SEEDS = Integer.getInteger("signalbox.seeds", 1_500);

  @Test
  void holdsWhateverHappens() {
    List<String> failures = new ArrayList<>();
    Map<String, Integer> ends = new TreeMap<>();
    List<Long> seeds = seeds();
    for (long seed : seeds) {
      Simulation simulation = new Simulation(seed, Planted.NONE);
      Optional<String> failure = Seeds.failure(seed, simulation);
      failure.ifPresent(failures::add);
      if (failure.isPresent() && seeds.size() == 1) {
        simulation.timeline().forEach(System.out::println);
      }
      for (Session session : simulation.state().sessions().values()) {
        ends.merge(session.state().getClass().getSimpleName(), 1, Integer::sum);
      }
    }
    System.out.println("simulated " + seeds.size() + " runs, sessions ended " + ends);
    assertThat(failures.stream().limit(5).toList()).as(failures.size() + " failures").isEmpty();
    if (seeds.size() > 100) {
      assertThat(ends).containsKeys("Merged", "Failed", "Abandoned");
    }
  }

  /** The one that {@code -Dsignalbox.seed} names, or those that once failed and then the others. */
  private static List<Long> seeds() {
    Optional<Long> only = Optional.ofNullable(Long.getLong("signalbox.seed"));
    return only.map(List::of)
        .orElseGet(() ->
            Stream.concat(Seeds.kept().stream(), LongStream.range(0, SEEDS).boxed()).toList());
  }

  /** A simulation that misses planted bugs proves nothing. */
  @ParameterizedTest
  @EnumSource(value = Planted.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void catchesPlantedBugs(Planted bug) {
    int seeds = 0;
    boolean isCaught = false;
    while (!isCaught && seeds < 2000) {
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
