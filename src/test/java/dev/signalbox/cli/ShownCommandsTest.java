package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.guide.Block;
import dev.signalbox.guide.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every command that a page shows is one that there is. */
class ShownCommandsTest {
  @Test
  void everyPageShowsCommandsThatThereAre() {
    int count = 0;
    List<String> wrong = new ArrayList<>();
    for (Page page : Page.all()) {
      List<String> lines = new ArrayList<>(page.spans());
      page.blocks().stream()
          .filter(Block::isOfCommands)
          .flatMap(block -> block.steps().stream())
          .forEach(step -> lines.add(step.command()));
      for (String line : lines) {
        for (String command : ShownCommand.in(line)) {
          wrong.addAll(ShownCommand.wrong(page.path(), command));
          count++;
        }
        // "answer GATE rebase" in a table that has said whose command it is
        boolean isShort = line.matches("[a-z-]+ (\\[?--|[A-Z]{2}).*");
        if (isShort && ShownCommand.all().subcommands().containsKey(line.split(" ", 2)[0])) {
          wrong.addAll(ShownCommand.wrong(page.path(), line));
          count++;
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(count).as("commands found").isGreaterThan(100);
  }

  @Test
  void aCommandThatIsGoneIsFound() {
    assertThat(ShownCommand.in("$ ./signalbox check PLAN --json"))
        .containsExactly("check PLAN --json");
    for (String gone :
        List.of("chekc PLAN", "check PLAN --jsn", "check PLAN --pairs=none", "inbox A B")) {
      assertThat(ShownCommand.wrong("here", gone))
          .singleElement()
          .asString()
          .contains("signalbox " + gone);
    }
    for (String there :
        List.of(
            "check PLAN [--json] | less # a word",
            "answer GATE 'it''s mine'",
            "help check",
            "dispatch PLAN --spend-cap USD")) {
      assertThat(ShownCommand.wrong("here", there)).isEmpty();
    }
  }
}
