package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runner.Following;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.ProcessIdentity;
import dev.signalbox.runner.StartOutcome;
import dev.signalbox.runner.StopManner;
import dev.signalbox.session.AgentSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many walled sessions at once are told apart, and leave nothing when they are stopped. */
@Timeout(120)
class ManySessionsIT {
  private static final int COUNT = 12;

  @TempDir(factory = BuildFolder.class)
  Path folder;

  @Test
  void whenAllAreStoppedNothingIsLeft() throws IOException {
    WalledSite site = WalledSite.in(folder);
    site.script("tool 600", "start", "stall");
    AgentRunner runner = site.runner();
    List<LaunchOrder> orders = new ArrayList<>();
    for (char letter = 'A'; letter < 'A' + COUNT; letter++) {
      orders.add(
          site.order(
              "S-" + letter, 1, new LaunchOrder.Conversation.Fresh(UUID.randomUUID().toString())));
    }
    Set<ProcessIdentity> all = new HashSet<>();
    try {
      for (LaunchOrder order : orders) {
        assertThat(runner.start(order)).isInstanceOf(StartOutcome.Started.class);
      }
      for (LaunchOrder order : orders) {
        new Following(runner.open(order.attempt(), 0)).next(AgentSignal.StartConfirmed.class);
        Set<ProcessIdentity> own = site.living(order.attempt());
        assertThat(all).doesNotContainAnyElementsOf(own);
        all.addAll(own);
      }
    } finally {
      orders.forEach(order -> runner.stop(order.attempt(), StopManner.FORCED));
    }

    assertThat(all).noneMatch(ProcessTable::lives);
    assertThat(orders).allMatch(order -> runner.look(order.attempt()) instanceof Liveness.Over);
  }
}
