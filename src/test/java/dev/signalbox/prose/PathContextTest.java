package dev.signalbox.prose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.document.Line;
import dev.signalbox.error.Position;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathContextTest {
  private static List<PathMention> in(String text) {
    return PathMentions.in(new Line(text, Position.startOf("tasks.md")));
  }

  /** The touches of the last sentence in a document of all of them. */
  private static List<String> touches(String... sentences) {
    List<PathMention> all = new ArrayList<>();
    for (String sentence : sentences) {
      all.addAll(in(sentence));
    }
    return new PathContext(all)
        .touches(in(sentences[sentences.length - 1])).stream()
            .map(touch -> touch.glob().literalPath().orElse(touch.glob().text()))
            .toList();
  }

  @Test
  void aFolderIsEverythingBelowIt() {
    assertThat(touches("Create src/models/")).containsExactly("src/models/**");
  }

  @Test
  void wordsWithASlashAreAFolderIfAFileLiesBelow() {
    assertThat(touches("Read/write src/models")).isEmpty();
    assertThat(touches("Create src/models/a.ts", "Review src/models and read/write"))
        .containsExactly("src/models/**");
  }

  @Test
  void aNameAloneMeansTheOnlyFileOfThatName() {
    assertThat(touches("Create src/order.ts", "Extend order.ts")).containsExactly("src/order.ts");
    assertThat(touches("Create a/order.ts and b/order.ts", "Extend order.ts"))
        .containsExactly("order.ts");
  }

  @Test
  void aReadmeWithoutAFolderLiesAtTheRoot() {
    assertThat(touches("Create docs/README.md", "Extend README.md")).containsExactly("README.md");
  }

  @Test
  void aFileIsTouchedOnce() {
    assertThat(touches("Move `src/a.ts`, then split src/a.ts")).containsExactly("src/a.ts");
  }

  @Test
  void bracketsAreSpelledLiterally() {
    assertThat(touches("Create src/app/[id]/page.tsx")).containsExactly("src/app/[id]/page.tsx");
  }
}
