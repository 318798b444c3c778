package dev.signalbox.runner.codex;

import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.Pricing;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.session.Spoken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Codex 0.169 by its app server: one process per attempt, in every launch mode (ADR 0012). It
 * chooses a conversation's id itself and knows no budget.
 */
public final class CodexDialect implements Dialect {
  private final String executable;
  private final Pricing pricing;
  private final SessionTools tools;

  /**
   * @param executable a path, or a name that is looked up in {@code PATH}: {@code codex}
   * @param pricing what tokens cost: Codex tells none
   */
  public CodexDialect(String executable, Pricing pricing, SessionTools tools) {
    this.executable = executable;
    this.pricing = pricing;
    this.tools = tools;
  }

  @Override
  public List<String> command(LaunchOrder order) {
    List<String> words = new ArrayList<>(List.of(executable, "app-server"));
    tools.of(order.attempt()).ifPresent(access -> words.addAll(ToolsOptions.of(access)));
    return List.copyOf(words);
  }

  @Override
  public Map<String, String> environment(LaunchOrder order, Map<String, String> inherited) {
    Map<String, String> variables = new TreeMap<>(CodexEnvironment.of(inherited));
    tools.of(order.attempt()).ifPresent(access -> variables.putAll(access.variables()));
    return Map.copyOf(variables);
  }

  @Override
  public void makeFolders(Map<String, String> inherited) {
    CodexFolder.of(inherited).ifPresent(CodexFolder::make);
  }

  @Override
  public List<Path> writableFolders(Map<String, String> inherited) {
    return CodexFolder.of(inherited).map(folder -> List.of(folder.path())).orElse(List.of());
  }

  @Override
  public List<Path> readOnlyFiles(Map<String, String> inherited) {
    return CodexFolder.of(inherited).map(CodexFolder::readOnly).orElse(List.of());
  }

  @Override
  public Exchange exchange(LaunchOrder order) {
    return new CodexExchange(order, pricing);
  }

  @Override
  public List<Spoken> shown(String line) {
    return ShownLine.of(line);
  }
}
