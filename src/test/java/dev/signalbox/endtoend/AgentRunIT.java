package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.runner.claude.ClaudeProgram;
import dev.signalbox.runner.codex.CodexProgram;
import dev.signalbox.runner.program.ModelTools;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole plan by real agent programs, with a model that plays scripts. */
@Timeout(180)
class AgentRunIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void fivePhasesBecomeFiveMergesByClaudeCode() throws Exception {
    assertWorked(AgentHome.CLAUDE, new ClaudeProgram());
  }

  @Test
  void fivePhasesBecomeFiveMergesByCodex() throws Exception {
    assertWorked(AgentHome.CODEX, new CodexProgram());
  }

  private void assertWorked(AgentHome home, ModelTools tools) throws Exception {
    Shop shop = Shop.in(folder).open();
    shop.commit();
    assertThat(home.work(shop, folder, new GiftCardModel(tools)::play)).isNotEmpty();
    new Outcome(shop).isWhole();
    Told told = Told.in(shop.state());
    assertThat(told.all(Fact.GateOpened.class))
        .extracting(fact -> fact.gate().kind())
        .containsOnlyOnce(GateKind.PLAN, GateKind.CONFLICT, GateKind.CHECKPOINT);
    assertThat(told.all(Fact.AttemptBegun.class)).hasSize(Shop.ISSUES.size() + 1);
    assertThat(told.all(Fact.AttemptFailed.class)).isEmpty();
    assertThat(Files.readString(shop.plan())).contains("Wrote web/send.txt.");
  }
}
