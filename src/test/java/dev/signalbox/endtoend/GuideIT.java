package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.guide.Block;
import dev.signalbox.guide.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever types what the README and the guide show sees what they show. */
@Timeout(180)
class GuideIT {
  @TempDir private Path folder = Path.of("");

  static Stream<String> pages() {
    return Page.all().stream().filter(page -> !toPlay(page).isEmpty()).map(Page::path);
  }

  private static List<Block> toPlay(Page page) {
    return page.blocks().stream()
        .filter(block -> block.isOfCommands() || block.file().isPresent())
        .filter(block -> block.reasonNotRun().isEmpty())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void showsWhatHappens(String path) throws Exception {
    try (GuideStage stage = GuideStage.in(folder)) {
      for (Block block : toPlay(Page.read(path))) {
        stage.play(block);
      }
    }
  }

  @Test
  void everyBlockIsRunOrSaysWhyNot() {
    for (Page page : Page.all()) {
      for (Block block : page.blocks()) {
        if (block.isOfCommands()) {
          assertThat(block.unknownNotes()).as("notes of %s", block).isEmpty();
        } else if (block.file().isEmpty()) {
          assertThat(block.lines())
              .as("%s shows commands: it should be a block of sh or console", block)
              .noneMatch(line -> line.matches("(\\$ )?(\\./)?signalbox .*"));
        }
        block.reasonNotRun().ifPresent(why -> System.out.println("not run: " + block + ": " + why));
      }
    }
    assertThat(pages()).contains("README.md", "docs/guide/tutorial.md");
  }
}
