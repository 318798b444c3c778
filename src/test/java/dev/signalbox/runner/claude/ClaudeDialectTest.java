package dev.signalbox.runner.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Usd;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.LaunchOrder.Conversation;
import dev.signalbox.runner.SessionTools;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaudeDialectTest {
  private static final Conversation FRESH = new Conversation.Fresh(Lines.SESSION);
  private final ClaudeDialect dialect = new ClaudeDialect("claude", SessionTools.NONE);

  @Test
  void bypass() {
    assertThat(dialect.command(order(LaunchMode.BYPASS, FRESH, "SHOP-1 1A x", bare())))
        .containsExactly(
            "claude",
            "-p",
            "--input-format=stream-json",
            "--output-format=stream-json",
            "--verbose",
            "--permission-prompt-tool=stdio",
            "--permission-mode=bypassPermissions",
            "--session-id=" + Lines.SESSION,
            "--name=SHOP-1 1A x");
  }

  @Test
  void planMayGoOnWithoutAskingOnceItIsApproved() {
    assertThat(dialect.command(order(LaunchMode.PLAN, FRESH, "n", bare())))
        .contains(
            "--permission-mode=plan",
            "--allow-dangerously-skip-permissions",
            "--settings={\"useAutoModeDuringPlan\":false}");
  }

  @Test
  void ask() {
    assertThat(dialect.command(order(LaunchMode.ASK, FRESH, "n", bare())))
        .contains("--permission-mode=manual")
        .noneMatch(word -> word.contains("dangerously"));
  }

  @Test
  void aConversationIsResumedUnderItsOwnId() {
    assertThat(
            dialect.command(
                order(LaunchMode.ASK, new Conversation.Resumed(Lines.SESSION), "n", bare())))
        .contains("--resume=" + Lines.SESSION)
        .noneMatch(word -> word.startsWith("--session-id"));
  }

  @Test
  void anIdThatIsNoUuidStartsNothing() {
    assertThatThrownBy(() ->
            dialect.command(
                order(LaunchMode.ASK, new Conversation.Resumed("--continue"), "n", bare())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textOfAPlanCannotBecomeAnOption() {
    LaunchOrder.Setting setting =
        setting(LaunchMode.ASK, Optional.of("--x"), Optional.of("high"), Optional.of(new Usd(525)));
    assertThat(
            dialect.command(
                order(LaunchMode.ASK, FRESH, "--dangerously-skip-permissions", setting)))
        .endsWith(
            "--name=--dangerously-skip-permissions",
            "--model=--x",
            "--effort=high",
            "--max-budget-usd=5.25");
  }

  @Test
  void onlyVariablesThatAreNamedAreInherited() {
    assertThat(
            dialect.environment(
                order(LaunchMode.ASK, FRESH, "n", bare()),
                Map.of(
                    "ANTHROPIC_API_KEY", "k",
                    "CLAUDE_CODE_MAX_RETRIES", "1",
                    "CLAUDE_CODE_DISABLE_AUTO_MEMORY", "0",
                    "IS_SANDBOX", "1",
                    "CLAUDE_CODE_BUBBLEWRAP", "1",
                    "CLAUDE_CODE_SANDBOXED", "1",
                    "AWS_SECRET_ACCESS_KEY", "s",
                    "OTHER", "x")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ANTHROPIC_API_KEY", "k",
                "CLAUDE_CODE_MAX_RETRIES", "1",
                "CLAUDE_CODE_DISABLE_AUTO_MEMORY", "1",
                "DISABLE_AUTOUPDATER", "1"));
  }

  @Test
  void credentialsOfACloudGoToAnAgentThatUsesIt() {
    Map<String, String> inherited =
        Map.of("CLAUDE_CODE_USE_BEDROCK", "1", "AWS_REGION", "r", "CLOUD_ML_REGION", "m");
    assertThat(dialect.environment(order(LaunchMode.ASK, FRESH, "n", bare()), inherited))
        .containsEntry("AWS_REGION", "r")
        .doesNotContainKey("CLOUD_ML_REGION");
  }

  @Test
  void itsConfigurationIsWritable() {
    assertThat(dialect.writableFolders(Map.of("HOME", "/h")))
        .containsExactly(Path.of("/h/.claude"), Path.of("/h/.claude.json"));
    assertThat(dialect.writableFolders(Map.of("HOME", "/h", "CLAUDE_CONFIG_DIR", "/c")))
        .containsExactly(Path.of("/c"));
    assertThat(dialect.writableFolders(Map.of())).isEmpty();
  }

  private static LaunchOrder.Setting bare() {
    return setting(LaunchMode.ASK, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static LaunchOrder.Setting setting(
      LaunchMode mode, Optional<String> model, Optional<String> effort, Optional<Usd> budget) {
    return new LaunchOrder.Setting(Path.of("w"), Path.of("o"), mode, model, effort, budget);
  }

  private static LaunchOrder order(
      LaunchMode mode, Conversation conversation, String name, LaunchOrder.Setting setting) {
    LaunchOrder.Setting moded = setting(mode, setting.model(), setting.effort(), setting.budget());
    return new LaunchOrder(
        Lines.ATTEMPT, new AgentId("claude"), moded, name, conversation, "prompt");
  }

  @Test
  void theExecutableIsTheConfiguredOne() {
    assertThat(
            new ClaudeDialect("/opt/c", SessionTools.NONE)
                .command(order(LaunchMode.ASK, FRESH, "n", bare())))
        .startsWith(List.of("/opt/c").getFirst());
  }
}
