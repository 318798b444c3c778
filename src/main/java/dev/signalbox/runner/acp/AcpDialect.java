package dev.signalbox.runner.acp;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.session.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A program that speaks the Agent Client Protocol on its standard streams, one per attempt. */
public final class AcpDialect implements Dialect {
  private final AcpProgram program;
  private final SessionTools tools;

  public AcpDialect(AcpProgram program, SessionTools tools) {
    this.program = program;
    this.tools = tools;
  }

  @Override
  public List<String> command(LaunchOrder order) {
    List<String> words = new ArrayList<>(program.command());
    words.addAll(way(order).arguments());
    return List.copyOf(words);
  }

  /** Only what is named: a program may have switches among its variables that nobody looked at. */
  @Override
  public Map<String, String> environment(LaunchOrder order, Map<String, String> inherited) {
    Map<String, String> variables = new TreeMap<>();
    for (String name : program.surroundings().inherits()) {
      String value = inherited.get(name);
      if (value != null) {
        variables.put(name, value);
      }
    }
    variables.putAll(program.surroundings().variables());
    variables.putAll(way(order).variables());
    tools(order).ifPresent(access -> variables.putAll(access.variables()));
    return Map.copyOf(variables);
  }

  /**
   * Only where the program asks nobody: the protocol has no way to allow tools beforehand, and a
   * person would be asked about each word that the agent tells.
   */
  private Optional<SessionTools.Access> tools(LaunchOrder order) {
    return order.setting().mode() == LaunchMode.BYPASS
        ? tools.of(order.attempt())
        : Optional.empty();
  }

  private AcpProgram.Way way(LaunchOrder order) {
    LaunchMode mode = order.setting().mode();
    AcpProgram.Way way = program.ways().get(mode);
    if (way == null) {
      String words = mode.title().toLowerCase(Locale.ROOT);
      throw new SignalboxException(
          ErrorCode.AGENT_NOT_RUNNABLE,
          program.name() + ": expected a way to start it with " + words + ", found none",
          List.of("choose another agent or another mode for the phase: signalbox agents"));
    }
    return way;
  }

  @Override
  public void makeFolders(Map<String, String> inherited) {
    for (Path folder : writableFolders(inherited)) {
      try {
        if (!Files.exists(folder)) {
          Files.createDirectories(folder);
        }
      } catch (IOException e) {
        throw new SignalboxException(
            ErrorCode.AGENT_FOLDER_FAILED,
            program.name() + ": expected to make " + folder + ", found " + e,
            List.of("free space on the disk, and check that the folder is yours"),
            e);
      }
    }
  }

  @Override
  public List<Path> writableFolders(Map<String, String> inherited) {
    return belowHome(program.surroundings().writes(), inherited);
  }

  @Override
  public List<Path> readOnlyFiles(Map<String, String> inherited) {
    return belowHome(program.surroundings().reads(), inherited);
  }

  private static List<Path> belowHome(List<String> names, Map<String, String> inherited) {
    String home = inherited.getOrDefault("HOME", "");
    return home.isEmpty() ? List.of() : names.stream().map(Path.of(home)::resolve).toList();
  }

  @Override
  public Exchange exchange(LaunchOrder order) {
    return new AcpExchange(order, program, tools(order));
  }

  @Override
  public List<Spoken> shown(String line) {
    return ShownLine.of(line);
  }
}
