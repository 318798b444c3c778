package dev.signalbox.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A completion function for bash, from version 3.2 on, which zsh runs too. Names of commands and
 * options are ours, and ids hold letters, digits and dashes alone: no shell finds more in them.
 */
final class ShellCompletion {
  private static final String HEAD =
      """
      _signalbox() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
        local command=${COMP_WORDS[1]} options="" kind="" offer="" line=""
        COMPREPLY=()
        # bash takes --option=value apart: the option stands before the sign.
        if [ "$word" = "=" ]; then word=""; fi
        if [ "$before" = "=" ]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
        if [ "$COMP_CWORD" -eq 1 ]; then command=""; fi
        case "$command" in\
      """;

  private static final String TAIL =
      """
        case "$word" in
          -*) offer=$options kind="" ;;
        esac
        case "$kind" in
          session|gate) offer=$(signalbox complete-ids "$kind" 2>/dev/null) ;;
        esac
        while IFS= read -r line; do
          if [ -n "$line" ]; then COMPREPLY+=("$line"); fi
        done < <(
          case "$kind" in
            file) compgen -f -- "$word" ;;
            folder) compgen -d -- "$word" ;;
            *) compgen -W "$offer" -- "$word" ;;
          esac
        )
        case "$kind" in
          file|folder) compopt -o filenames 2>/dev/null ;;
        esac
        return 0
      }
      complete -F _signalbox signalbox\
      """;

  private ShellCompletion() {}

  /** The script for bash. */
  static List<String> bash(CommandSpec whole) {
    List<String> lines = new ArrayList<>();
    lines.add("# Completion of signalbox for bash: eval \"$(signalbox completion bash)\"");
    lines.addAll(function(whole));
    return lines;
  }

  /** The script for zsh. */
  static List<String> zsh(CommandSpec whole) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Completion of signalbox for zsh, below compinit: eval \"$(signalbox completion zsh)\"");
    lines.add("autoload -U +X bashcompinit && bashcompinit");
    lines.addAll(function(whole));
    return lines;
  }

  private static List<String> function(CommandSpec whole) {
    List<Completed> commands = Completed.all(whole);
    String names = commands.stream().map(Completed::name).collect(Collectors.joining(" "));
    List<String> lines = new ArrayList<>();
    lines.addAll(HEAD.lines().toList());
    lines.add(
        "    '') offer=\"" + names + " help\" options=\"" + options(Completed.of(whole)) + "\" ;;");
    lines.add("    help) offer=\"" + names + "\" ;;");
    for (Completed command : commands) {
      lines.add(
          "    %s) %s options=\"%s\" ;;"
              .formatted(
                  command.name(),
                  command.positional().map(ShellCompletion::offer).orElse("kind=none"),
                  options(command)));
    }
    lines.add("  esac");
    lines.add("  case \"$command $before\" in");
    commands.forEach(command -> values(command, lines));
    lines.add("  esac");
    lines.addAll(TAIL.lines().toList());
    return lines;
  }

  private static String options(Completed command) {
    return command.flags().stream()
        .flatMap(flag -> flag.names().stream())
        .collect(Collectors.joining(" "));
  }

  private static void values(Completed command, List<String> lines) {
    for (Completed.Flag flag : command.flags()) {
      flag.value()
          .ifPresent(value ->
              lines.add(
                  "    %s) %s ;;"
                      .formatted(
                          flag.names().stream()
                              .map(name -> "\"" + command.name() + " " + name + "\"")
                              .collect(Collectors.joining("|")),
                          offer(value))));
    }
  }

  private static String offer(Completed.Value value) {
    return switch (value) {
      case Completed.Value.AnyFile _ -> "kind=file";
      case Completed.Value.Folder _ -> "kind=folder";
      case Completed.Value.Words(List<String> words) ->
          "kind=words offer=\"" + String.join(" ", words) + "\"";
      case Completed.Value.Id(CompleteIdsCommand.Kind kind) -> "kind=" + kind.name();
      case Completed.Value.Free _ -> "kind=none offer=\"\"";
    };
  }
}
