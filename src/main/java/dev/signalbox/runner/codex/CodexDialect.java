package dev.signalbox.runner.codex;

import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.Pricing;
import dev.signalbox.session.Spoken;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Codex 0.169 by its app server: one process per attempt, in every launch mode (ADR 0012). It
 * chooses a conversation's id itself and knows no budget.
 */
public final class CodexDialect implements Dialect {
  private final String executable;
  private final Pricing pricing;

  /**
   * @param executable a path, or a name that is looked up in {@code PATH}: {@code codex}
   * @param pricing what tokens cost: Codex tells none
   */
  public CodexDialect(String executable, Pricing pricing) {
    this.executable = executable;
    this.pricing = pricing;
  }

  @Override
  public List<String> command(LaunchOrder order) {
    return List.of(executable, "app-server");
  }

  @Override
  public Map<String, String> environment(LaunchOrder order, Map<String, String> inherited) {
    return CodexEnvironment.of(inherited);
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
