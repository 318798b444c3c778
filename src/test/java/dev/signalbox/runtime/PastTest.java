package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PastTest {
  private static Recorded at(long sequence, Fact fact) {
    return new Recorded(sequence, Instant.EPOCH, fact);
  }

  /** Another start of the engine makes its ports for what was revised, not for what was opened. */
  @Test
  void theSpecOfARunIsThatOfItsLastTable() {
    Recorded opened = at(1, new Fact.RunOpened(RunSketch.spec("one"), "ann"));
    Recorded revised = at(2, new Fact.TableRevised(RunSketch.spec("two"), List.of(), "ann"));
    Recorded again = at(3, new Fact.TableRevised(RunSketch.spec("three"), List.of(), "bob"));
    assertThat(new EngineLoop.Past(List.of(opened), 1, Map.of()).spec())
        .contains(RunSketch.spec("one"));
    assertThat(new EngineLoop.Past(List.of(opened, revised, again), 3, Map.of()).spec())
        .contains(RunSketch.spec("three"));
    assertThat(new EngineLoop.Past(List.of(), 0, Map.of()).spec()).isEmpty();
  }
}
