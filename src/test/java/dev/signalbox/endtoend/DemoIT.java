package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.engine.Fact;
import dev.signalbox.session.AgentExit;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration, as a person starts it. */
@Timeout(120)
class DemoIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void showsAConflictACrashAndFiveMerges() throws Exception {
    Shop shop = Shop.in(folder);
    Path stage = folder.toRealPath().resolve("stage");
    try (Program demo = shop.start("demo", "--folder", stage.toString())) {
      assertThat(demo.exit(90)).as(demo.printed()).isZero();
      assertThat(demo.printed()).contains("5 merged, 0 failed, 0 abandoned");
    }
    Shop made = Shop.in(stage);
    new Outcome(made).isWhole();
    Told told = Told.in(made.state());
    assertThat(told.all(Fact.MergeBlocked.class)).hasSize(1);
    assertThat(told.of("S-B", Fact.MergeBlocked.class).getFirst().reason())
        .isEqualTo("conflicts in CHANGELOG.md");
    assertThat(told.of("S-B", Fact.AttemptBegun.class).getLast().beginning().conversation())
        .isEqualTo(
            told.of("S-B", Fact.AgentIdentified.class).stream()
                .map(Fact.AgentIdentified::conversation)
                .findFirst());
    assertThat(told.all(Fact.AttemptFailed.class)).hasSize(1);
    assertThat(told.all(Fact.DriftSeen.class)).isEmpty();
    assertThat(told.of("S-D", Fact.AgentExited.class))
        .extracting(Fact.AgentExited::exit)
        .containsExactly(
            new AgentExit.Ended(3, "The page builder crashed\n"), new AgentExit.Ended(0, ""));
  }
}
