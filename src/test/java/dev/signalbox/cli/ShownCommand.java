package dev.signalbox.cli;

import dev.signalbox.control.EngineController;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;

/** A command as a page or a help text shows it, held against the commands that there are. */
final class ShownCommand {
  /** What the launcher does itself. */
  private static final Set<String> OF_THE_LAUNCHER = Set.of("verify", "format", "java-home");

  private static final Pattern WORD = Pattern.compile("'[^']*'|\"[^\"]*\"|[^\\s'\"]+");
  private static final Pattern COMMAND =
      Pattern.compile("(?<![\\w/:.-])(?:\\./)?signalbox ([a-z][a-z-]*(?: .*)?)");

  private ShownCommand() {}

  /** Every command that there is. */
  static CommandSpec all() {
    return Typed.cli(
            new EngineController(),
            new Terminal(
                InputStream.nullInputStream(),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                Terminal.COLUMNS_DEFAULT))
        .described();
  }

  /** What is wrong with a command; nothing where it and its options exist. */
  static List<String> wrong(String where, String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      String text = word.group();
      if (text.matches("[|;&<>#)].*|2>.*")) {
        break;
      }
      words.add(plain(text));
    }
    boolean isHelp = words.size() == 2 && words.getFirst().equals("help");
    if (OF_THE_LAUNCHER.contains(words.getFirst()) || (isHelp && words.get(1).equals("COMMAND"))) {
      return List.of();
    }
    if (isHelp) {
      words.set(0, words.get(1));
      words.set(1, "--help");
    }
    try {
      boolean _ =
          new CommandLine(all()).parseArgs(words.toArray(String[]::new)).isUsageHelpRequested();
    } catch (MissingParameterException e) {
      // A sentence may name a command without all that it needs.
    } catch (CommandLine.ParameterException e) {
      return List.of(where + ": signalbox " + line + ": " + e.getMessage());
    }
    return List.of();
  }

  /** A placeholder's brackets and dots are no part of what is typed; USD and N are numbers. */
  private static String plain(String word) {
    String text = word.replaceAll("^\\[+|[\\])]+[,.]?$|\\.\\.\\.|[,.:]$", "");
    return text.matches("USD|SECONDS|DAYS|N|PORT") ? "1" : text;
  }

  /** The command that a line shows, without the program's name; none where it shows none. */
  static List<String> in(String line) {
    Matcher command = COMMAND.matcher(line);
    return command.find() ? List.of(command.group(1)) : List.of();
  }
}
