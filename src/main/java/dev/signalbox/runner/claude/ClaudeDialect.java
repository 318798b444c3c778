package dev.signalbox.runner.claude;

import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.ConversationUuid;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.session.Spoken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Claude Code 2.1: one process per attempt, JSON lines both ways, questions asked over the same
 * pipes. As root it refuses to start in bypass and plan mode, and is not talked out of that.
 */
public final class ClaudeDialect implements Dialect {
  private final String executable;
  private final SessionTools tools;

  /**
   * @param executable a path, or a name that is looked up in {@code PATH}: {@code claude}
   */
  public ClaudeDialect(String executable, SessionTools tools) {
    this.executable = executable;
    this.tools = tools;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when the conversation's id is no UUID
   */
  @Override
  public List<String> command(LaunchOrder order) {
    List<String> words =
        new ArrayList<>(
            List.of(
                executable,
                "-p",
                "--input-format=stream-json",
                "--output-format=stream-json",
                "--verbose",
                "--permission-prompt-tool=stdio"));
    words.addAll(modeOptions(order.setting().mode()));
    words.add(conversationOption(order.conversation()));
    // One word per option: a value that begins with a dash cannot become an option of its own.
    words.add("--name=" + order.name());
    order.setting().model().ifPresent(model -> words.add("--model=" + model));
    order.setting().effort().ifPresent(effort -> words.add("--effort=" + effort));
    order.setting().budget().ifPresent(usd -> words.add("--max-budget-usd=" + usd.amount()));
    tools.of(order.attempt()).ifPresent(access -> words.addAll(ToolsOptions.of(access)));
    return List.copyOf(words);
  }

  private static List<String> modeOptions(LaunchMode mode) {
    return switch (mode) {
      case BYPASS -> List.of("--permission-mode=bypassPermissions");
      // Without the second option an approval that ends all asking is dropped without an error;
      // with automatic mode on, shell commands are judged by a service and not asked about.
      case PLAN ->
          List.of(
              "--permission-mode=plan",
              "--allow-dangerously-skip-permissions",
              "--settings={\"useAutoModeDuringPlan\":false}");
      case ASK -> List.of("--permission-mode=manual");
    };
  }

  private static String conversationOption(LaunchOrder.Conversation conversation) {
    return switch (conversation) {
      case LaunchOrder.Conversation.Fresh(String id) ->
          "--session-id=" + ConversationUuid.checked(id);
      case LaunchOrder.Conversation.Resumed(String id) ->
          "--resume=" + ConversationUuid.checked(id);
    };
  }

  @Override
  public Map<String, String> environment(LaunchOrder order, Map<String, String> inherited) {
    Map<String, String> variables = new TreeMap<>(ClaudeEnvironment.of(inherited));
    tools.of(order.attempt()).ifPresent(access -> variables.putAll(access.variables()));
    return Map.copyOf(variables);
  }

  @Override
  public void makeFolders(Map<String, String> inherited) {
    ClaudeFolder.of(inherited).ifPresent(ClaudeFolder::make);
  }

  @Override
  public List<Path> writableFolders(Map<String, String> inherited) {
    return ClaudeFolder.of(inherited).map(ClaudeFolder::writable).orElse(List.of());
  }

  @Override
  public List<Path> readOnlyFiles(Map<String, String> inherited) {
    return ClaudeFolder.of(inherited).map(ClaudeFolder::readOnly).orElse(List.of());
  }

  @Override
  public Exchange exchange(LaunchOrder order) {
    return new ClaudeExchange(
        order.attempt(), order.setting().workspace(), order.setting().model().orElse(""));
  }

  @Override
  public List<Spoken> shown(String line) {
    return ShownLine.of(line);
  }
}
