package dev.signalbox.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Completions for fish, with a description for each. */
final class FishCompletion {
  private static final String COMMAND = "complete -c signalbox";

  private FishCompletion() {}

  /** The script. */
  static List<String> fish(CommandSpec whole) {
    List<Completed> commands = Completed.all(whole);
    List<String> lines = new ArrayList<>();
    lines.add("# Completion of signalbox for fish.");
    lines.add(COMMAND + " -f");
    for (Completed command : commands) {
      lines.add(
          COMMAND
              + " -n __fish_use_subcommand -a "
              + command.name()
              + described(command.summary()));
    }
    lines.add(COMMAND + " -n __fish_use_subcommand -a help -d 'Shows how a command is used.'");
    lines.add(
        COMMAND
            + " -n '__fish_seen_subcommand_from help' -a '"
            + commands.stream().map(Completed::name).collect(Collectors.joining(" "))
            + "'");
    Completed.of(whole).flags().forEach(flag -> lines.add(flag("__fish_use_subcommand", flag)));
    for (Completed command : commands) {
      String seen = "'__fish_seen_subcommand_from " + command.name() + "'";
      command
          .positional()
          .flatMap(FishCompletion::offer)
          .ifPresent(offer -> lines.add(COMMAND + " -n " + seen + offer));
      command.flags().forEach(flag -> lines.add(flag(seen, flag)));
    }
    return lines;
  }

  private static String flag(String condition, Completed.Flag flag) {
    StringBuilder line = new StringBuilder(COMMAND).append(" -n ").append(condition);
    for (String name : flag.names()) {
      line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    flag.value().ifPresent(value -> line.append(" -r").append(offer(value).orElse("")));
    return line.append(described(flag.summary())).toString();
  }

  /** What is offered; nothing where a person knows best. */
  private static Optional<String> offer(Completed.Value value) {
    return switch (value) {
      case Completed.Value.AnyFile _ -> Optional.of(" -F");
      case Completed.Value.Folder _ -> Optional.of(" -a '(__fish_complete_directories)'");
      case Completed.Value.Words(List<String> words) ->
          Optional.of(" -a '" + String.join(" ", words) + "'");
      case Completed.Value.Id(CompleteIdsCommand.Kind kind) ->
          Optional.of(" -a '(signalbox complete-ids " + kind.name() + " 2>/dev/null)'");
      case Completed.Value.Free _ -> Optional.empty();
    };
  }

  private static String described(String summary) {
    return " -d '" + summary.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
