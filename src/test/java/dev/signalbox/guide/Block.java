package dev.signalbox.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page, with what the HTML comment right before it says about it.
 *
 * <p>A {@code console} block is typed and compared: a line {@code $ COMMAND} is a command, what
 * follows is what it prints ({@link Likeness}). A {@code sh} block holds commands only. The comment
 * is a list of notes, parted by semicolons:
 *
 * <ul>
 *   <li>{@code not run: REASON}: it is neither typed nor compared
 *   <li>{@code exit code 3}, {@code exit code 0 or 1}: how its commands end; else with 0
 *   <li>{@code terminal}: typed in the page's open terminal; without a command, it stands there by
 *       then
 *   <li>{@code types TEXT}: what is typed last in the terminal, after what stands before it
 *   <li>{@code file NAME}: no commands, but the text of that file
 *   <li>{@code source tree}: typed in the folder of Signalbox itself
 * </ul>
 *
 * @param line of the page, from 1, that opens the block
 * @param language after the fence
 */
public record Block(
    String page, int line, String language, List<String> notes, List<String> lines) {
  private static final Pattern EXIT = Pattern.compile("exit code (\\d+)(?: or (\\d+))?");

  public Block {
    notes = List.copyOf(notes);
    lines = List.copyOf(lines);
  }

  /**
   * A command and what it prints.
   *
   * @param command empty where the block only shows what stands in a terminal
   */
  public record Step(String command, List<String> printed) {
    public Step {
      printed = List.copyOf(printed);
    }
  }

  /** Whether it shows commands. */
  public boolean isOfCommands() {
    return language.equals("console") || language.equals("sh");
  }

  /** Its commands with what they print, in order. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    String command = "";
    List<String> printed = new ArrayList<>();
    for (String line : lines) {
      boolean isCommand = language.equals("sh") || line.startsWith("$ ");
      if (isCommand && !(command.isEmpty() && printed.isEmpty())) {
        steps.add(new Step(command, printed));
        printed = new ArrayList<>();
      }
      if (isCommand) {
        command = line.startsWith("$ ") ? line.substring(2) : line;
      } else {
        printed.add(line);
      }
    }
    steps.add(new Step(command, printed));
    return steps;
  }

  /** Why it is not run; empty where it is. */
  public Optional<String> reasonNotRun() {
    return note("not run: ");
  }

  /** The file that it is the text of. */
  public Optional<String> file() {
    return note("file ");
  }

  /** What is typed last. */
  public Optional<String> typed() {
    return note("types ");
  }

  /** Whether it is about the terminal that stays open. */
  public boolean isInTerminal() {
    return notes.contains("terminal");
  }

  /** Whether it is typed where Signalbox itself lies. */
  public boolean isInSourceTree() {
    return notes.contains("source tree");
  }

  /** The exit codes that its commands may have. */
  public List<Integer> exits() {
    for (String note : notes) {
      Matcher exit = EXIT.matcher(note);
      if (exit.matches()) {
        int first = Integer.parseInt(exit.group(1));
        return exit.group(2) == null
            ? List.of(first)
            : List.of(first, Integer.parseInt(exit.group(2)));
      }
    }
    return List.of(0);
  }

  private Optional<String> note(String start) {
    return notes.stream()
        .filter(note -> note.startsWith(start))
        .map(note -> note.substring(start.length()))
        .findFirst();
  }

  /** Notes that say nothing to the tests: mistyped ones. */
  public List<String> unknownNotes() {
    return notes.stream()
        .filter(note -> !note.matches("(not run: |file |types ).+|terminal|source tree"))
        .filter(note -> !EXIT.matcher(note).matches())
        .toList();
  }

  /** Where it is. */
  @Override
  public String toString() {
    return page + ":" + line;
  }
}
