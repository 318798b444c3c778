package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.control.EngineController;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;

/** The help of every command teaches a stranger, in a terminal of 80 columns. */
class HelpTest {
  private static final int COLUMNS = 80;
  private static final CommandSpec ALL = ShownCommand.all();

  static Stream<String> commands() {
    return ALL.subcommands().values().stream()
        .map(command -> command.getCommandSpec())
        .filter(spec -> !spec.usageMessage().hidden())
        .map(CommandSpec::name);
  }

  private static List<String> help(String command) {
    return Typed.to(new EngineController(), "help", command).out().lines().toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void saysWhatForAndHow(String command) {
    List<String> help = help(command);
    assertThat(help).as("lines").allMatch(line -> line.length() <= COLUMNS);
    String[] words =
        ALL.subcommands().values().stream()
            .map(each -> each.getCommandSpec())
            .filter(spec -> spec.name().equals(command))
            .findFirst()
            .orElseThrow()
            .usageMessage()
            .description();
    assertThat(words[0]).as("in the list of commands").endsWith(".").hasSizeLessThan(66);
    assertThat(words.length).as("when to use it").isGreaterThan(2);
    assertThat(String.join(" ", words).strip()).endsWith(".");
    assertThat(Typed.to(new EngineController(), "help").out().lines())
        .anyMatch(line -> line.strip().startsWith(command) && line.endsWith(words[0]));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void itsExamplesAreCommands(String command) {
    List<String> examples = below("Examples:", help(command));
    assertThat(examples).isNotEmpty();
    for (String example : examples) {
      String typed = example.strip().split(" {2,}", 2)[0];
      List<String> shown = ShownCommand.in(typed);
      assertThat(shown).as(typed).hasSize(1);
      assertThat(ShownCommand.wrong(command, shown.getFirst().replaceAll("\\)\"$", ""))).isEmpty();
    }
    String seen =
        help(command).stream()
            .filter(line -> line.startsWith("See also: "))
            .findFirst()
            .orElseThrow();
    List<String> others =
        new ArrayList<>(Arrays.asList(seen.substring("See also: ".length()).split(", ", -1)));
    others.remove("help");
    assertThat(commands()).containsAll(others);
    assertThat(others).doesNotContain(command);
  }

  private static List<String> below(String title, List<String> lines) {
    return lines.stream()
        .dropWhile(line -> !line.equals(title))
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .toList();
  }
}
