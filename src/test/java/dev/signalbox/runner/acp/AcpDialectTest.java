package dev.signalbox.runner.acp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.Pricing;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.session.Spoken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcpDialectTest {
  private final AcpDialect dialect =
      new AcpDialect(
          new AcpProgram(
              "An agent",
              List.of("agent", "--acp"),
              new AcpProgram.Surroundings(
                  Map.of("FIXED", "1"), List.of("KEY", "ABSENT"), List.of(".agent"), List.of(".a")),
              Map.of(
                  LaunchMode.BYPASS,
                  new AcpProgram.Way(List.of("--all"), Map.of("MODE", "all"), Optional.empty()),
                  LaunchMode.ASK,
                  Lines.PLAIN),
              Pricing.NONE),
          SessionTools.NONE);

  @Test
  void aModeAddsItsArgumentsAndVariables() {
    var bypass = Lines.order(LaunchMode.BYPASS, Lines.fresh());
    assertThat(dialect.command(bypass)).containsExactly("agent", "--acp", "--all");
    assertThat(dialect.environment(bypass, Map.of("KEY", "k", "IS_SANDBOX", "1", "OTHER", "x")))
        .isEqualTo(Map.of("FIXED", "1", "KEY", "k", "MODE", "all"));
    var ask = Lines.order(LaunchMode.ASK, Lines.fresh());
    assertThat(dialect.command(ask)).containsExactly("agent", "--acp");
    assertThat(dialect.environment(ask, Map.of())).isEqualTo(Map.of("FIXED", "1"));
  }

  @Test
  void aModeThatItCannotDoIsRefused() {
    assertThatThrownBy(() -> dialect.command(Lines.order(LaunchMode.PLAN, Lines.fresh())))
        .isInstanceOfSatisfying(
            SignalboxException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.AGENT_NOT_RUNNABLE);
              assertThat(refused)
                  .hasMessageContaining("An agent")
                  .hasMessageContaining("plan mode");
              assertThat(refused.hints()).isNotEmpty();
            });
  }

  @Test
  void itsFoldersAreMadeBeforeTheWalls(@TempDir Path home) {
    Map<String, String> inherited = Map.of("HOME", home.toString());
    dialect.makeFolders(inherited);
    dialect.makeFolders(inherited);
    assertThat(dialect.writableFolders(inherited)).containsExactly(home.resolve(".agent"));
    assertThat(dialect.readOnlyFiles(inherited)).containsExactly(home.resolve(".a"));
    assertThat(Files.isDirectory(home.resolve(".agent"))).isTrue();
    assertThat(Files.exists(home.resolve(".a"))).isFalse();
    assertThat(dialect.writableFolders(Map.of())).isEmpty();
  }

  @Test
  void aPersonReadsWordsToolsQuestionsAndTheEnd() {
    assertThat(dialect.shown(Lines.chunk("agent_message_chunk", "He", ",\"messageId\":\"m\"")))
        .containsExactly(new Spoken.Piece("m", "He"));
    assertThat(dialect.shown(Lines.tool("tool_call", "t", ",\"kind\":\"edit\",\"title\":\"a\"")))
        .containsExactly(new Spoken.ToolUsed("edit a"));
    String change =
        ",\"kind\":\"edit\",\"title\":\"a\",\"content\":[{\"type\":\"diff\",\"path\":\"a\",";
    assertThat(
            dialect.shown(
                Lines.tool("tool_call", "t", change + "\"oldText\":\"one\",\"newText\":\"two\"}]")))
        .containsExactly(new Spoken.ToolUsed("edit a", "-one\n+two"));
    assertThat(dialect.shown(Lines.asks(1, "{\"toolCallId\":\"t\",\"kind\":\"execute\"}")))
        .hasSize(1)
        .allMatch(Spoken.Asked.class::isInstance);
    assertThat(dialect.shown(Lines.ended(0, "end_turn")))
        .hasSize(1)
        .allMatch(Spoken.TurnOver.class::isInstance);
    assertThat(dialect.shown(Lines.opened())).isEmpty();
  }
}
