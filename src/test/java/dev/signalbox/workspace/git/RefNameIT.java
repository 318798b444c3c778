package dev.signalbox.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random names, judged by git itself. A failure prints its seed. */
class RefNameIT {
  private static final long SEED = Long.getLong("signalbox.seed", 20_261_122L);
  private static final List<String> SNIPPETS =
      List.of(
          "a", "B", "9", "-", "_", ".", "..", "/", "//", "@", "@{", "{", "~", "^", ":", "?", "*",
          "[", "]", "\\", " ", ".lock", "lock", "HEAD", "#", "$", "'", "\u007f", "\t", "é", "日");

  @TempDir private Path folder;

  @Test
  void aNameIsTakenIfAndOnlyIfGitTakesIt() throws Exception {
    Random random = new Random(SEED);
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < 600) {
      StringBuilder name = new StringBuilder();
      for (int count = 1 + random.nextInt(5); count > 0; count--) {
        name.append(SNIPPETS.get(random.nextInt(SNIPPETS.size())));
      }
      names.add(name.toString());
    }

    Set<String> taken = takenByGit(names);

    assertThat(names.stream().filter(name -> RefName.isRef("refs/heads/" + name)))
        .as("seed %d", SEED)
        .containsExactlyInAnyOrderElementsOf(taken);
    assertThat(taken).hasSizeGreaterThan(50);
  }

  /** One shell asks git about every line. */
  private Set<String> takenByGit(Set<String> names) throws IOException, InterruptedException {
    Path input =
        Files.writeString(
            folder.resolve("names"),
            names.stream().map(name -> name + "\n").collect(Collectors.joining()));
    String loop =
        "while IFS= read -r name; do"
            + " git check-ref-format \"refs/heads/$name\" && printf '%s\\n' \"$name\"; done";
    Process process = new ProcessBuilder("sh", "-c", loop).redirectInput(input.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().collect(Collectors.toSet());
  }
}
