package dev.signalbox.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page, in roff with the man macros, from what the commands say about themselves. */
final class ManPage {
  private final List<String> lines = new ArrayList<>();

  private ManPage() {}

  /** The page of the whole command. */
  static String of(CommandSpec whole) {
    ManPage page = new ManPage();
    page.lines.add(".\\\" Made from the commands by ManPageTest: UPDATE_GOLDEN=1 writes it.");
    page.lines.add(".TH SIGNALBOX 1 2026-11-28 Signalbox");
    page.section("NAME", List.of("signalbox - " + sentence(whole)));
    page.lines.add(".SH SYNOPSIS");
    page.lines.add(".B signalbox");
    page.lines.add(".I COMMAND");
    page.lines.add("[\\fIOPTION\\fR...] [\\fIARGUMENT\\fR...]");
    page.lines.add(".SH COMMANDS");
    for (CommandLine command : whole.subcommands().values()) {
      if (!command.getCommandSpec().usageMessage().hidden()) {
        page.command(command.getCommandSpec());
      }
    }
    page.footer(whole.usageMessage().footer());
    page.lines.add(".SH FILES");
    page.term("~/.config/signalbox/config.yaml", "What holds for every repository of yours.");
    page.term(".signalbox/config.yaml", "What a repository says about itself.");
    return String.join("\n", page.lines) + "\n";
  }

  private void command(CommandSpec spec) {
    lines.add(".SS \"" + quoted("signalbox " + spec.name() + arguments(spec)) + "\"");
    text(spec.usageMessage().description());
    spec.positionalParameters().forEach(each -> term(each.paramLabel(), joined(described(each))));
    for (OptionSpec option : spec.options()) {
      if (!option.hidden() && !option.usageHelp() && !option.versionHelp()) {
        String value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
        term(
            Arrays.stream(option.names()).collect(Collectors.joining(", ")) + value,
            joined(described(option)));
      }
    }
    if (spec.usageMessage().footer().length > 0) {
      lines.add(".P");
      text(spec.usageMessage().footer());
    }
  }

  private static String arguments(CommandSpec spec) {
    return spec.positionalParameters().stream()
        .map(ManPage::argument)
        .map(each -> " " + each)
        .collect(Collectors.joining());
  }

  private static String argument(PositionalParamSpec each) {
    String label = each.paramLabel() + (each.arity().max() > 1 ? "..." : "");
    return each.arity().min() == 0 ? "[" + label + "]" : label;
  }

  private static String[] described(ArgSpec argument) {
    if (argument.completionCandidates() == null) {
      return argument.description();
    }
    List<String> words = new ArrayList<>();
    argument.completionCandidates().forEach(words::add);
    return Arrays.stream(argument.description())
        .map(line -> line.replace("${COMPLETION-CANDIDATES}", String.join(", ", words)))
        .toArray(String[]::new);
  }

  /** Lines as they stand where one of them begins with a space, else one paragraph. */
  private void text(String... paragraph) {
    boolean isLiteral = Arrays.stream(paragraph).anyMatch(line -> line.contains("   "));
    if (isLiteral) {
      lines.add(".nf");
    }
    for (String line : paragraph) {
      if (!line.isEmpty() || isLiteral) {
        lines.add(line.isEmpty() ? ".sp" : escaped(line));
      }
    }
    if (isLiteral) {
      lines.add(".fi");
    }
  }

  private void footer(String... footer) {
    lines.add(".SH NOTES");
    text(footer);
  }

  private void section(String title, List<String> text) {
    lines.add(".SH " + title);
    text.forEach(line -> lines.add(escaped(line)));
  }

  private void term(String name, String meaning) {
    lines.add(".TP");
    lines.add("\\fB" + escaped(name) + "\\fR");
    lines.add(escaped(meaning));
  }

  private static String sentence(CommandSpec spec) {
    String words = joined(spec.usageMessage().description());
    String start = words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    return start.endsWith(".") ? start.substring(0, start.length() - 1) : start;
  }

  private static String joined(String... lines) {
    return String.join(" ", lines).strip();
  }

  private static String quoted(String text) {
    return escaped(text).replace("\"", "\\(dq");
  }

  /** Text, of which roff takes nothing for a command of its own. */
  private static String escaped(String text) {
    String plain = text.replace("%%", "%").replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
