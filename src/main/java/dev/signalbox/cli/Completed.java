package dev.signalbox.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command, as a shell has to know it to complete what a person types.
 *
 * @param summary one line
 * @param positional what its arguments are that follow no option; empty where it takes none
 */
record Completed(String name, String summary, List<Flag> flags, Optional<Value> positional) {
  Completed {
    flags = List.copyOf(flags);
  }

  /**
   * An option.
   *
   * @param names with their dashes
   * @param value empty where it takes none
   */
  record Flag(List<String> names, String summary, Optional<Value> value) {
    Flag {
      names = List.copyOf(names);
    }
  }

  /** What may stand in one place. */
  sealed interface Value {
    /** A file of any kind. */
    record AnyFile() implements Value {}

    record Folder() implements Value {}

    /** Words that are known beforehand. */
    record Words(List<String> words) implements Value {
      public Words {
        words = List.copyOf(words);
      }
    }

    /** An id, which {@code signalbox complete-ids} knows. */
    record Id(CompleteIdsCommand.Kind kind) implements Value {}

    /** Nothing that could be completed. */
    record Free() implements Value {}
  }

  /** Every subcommand that people are told of. */
  static List<Completed> all(CommandSpec whole) {
    List<Completed> all = new ArrayList<>();
    for (CommandLine command : whole.subcommands().values()) {
      if (!command.getCommandSpec().usageMessage().hidden()) {
        all.add(of(command.getCommandSpec()));
      }
    }
    return all;
  }

  static Completed of(CommandSpec spec) {
    return new Completed(
        spec.name(),
        first(spec.usageMessage().description()),
        spec.options().stream().filter(option -> !option.hidden()).map(Completed::flag).toList(),
        spec.positionalParameters().stream().findFirst().map(Completed::value));
  }

  private static Flag flag(OptionSpec option) {
    return new Flag(
        List.of(option.names()),
        first(option.description()),
        option.arity().max() == 0 ? Optional.empty() : Optional.of(value(option)));
  }

  private static Value value(ArgSpec argument) {
    if (argument.completionCandidates() != null) {
      List<String> words = new ArrayList<>();
      argument.completionCandidates().forEach(words::add);
      return new Value.Words(words);
    }
    return switch (argument.paramLabel()) {
      case "PLAN", "PATH" -> new Value.AnyFile();
      case "DIR", "FOLDER" -> new Value.Folder();
      case "SESSION" -> new Value.Id(CompleteIdsCommand.Kind.session);
      case "GATE" -> new Value.Id(CompleteIdsCommand.Kind.gate);
      default -> new Value.Free();
    };
  }

  private static String first(String[] lines) {
    return lines.length == 0 ? "" : lines[0].replace("%n", " ").replace("%%", "%");
  }
}
