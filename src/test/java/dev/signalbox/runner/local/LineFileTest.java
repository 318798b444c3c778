package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
  private static final int LINE_BYTES_MAX = 600_000;

  @TempDir Path folder;

  /** Lines of all lengths around the sizes that reading works with, written in random pieces. */
  @Test
  void everyLineComesOnceHoweverTheFileGrows() throws IOException {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      List<String> expected = new ArrayList<>();
      StringBuilder all = new StringBuilder();
      int tooLong = 0;
      for (int i = 0; i < 40; i++) {
        int length = lengths(random);
        String line = "é".repeat(random.nextInt(3)) + "x".repeat(length) + i;
        all.append(line).append('\n');
        if (line.getBytes(StandardCharsets.UTF_8).length <= LINE_BYTES_MAX) {
          expected.add(line);
        } else {
          tooLong++;
        }
      }
      Path file = folder.resolve("out-" + seed);
      LineFile lines = new LineFile(file, LINE_BYTES_MAX);
      List<String> found = new ArrayList<>();
      assertThat(lines.read((line, _) -> found.add(line))).isTrue();
      byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
      for (int at = 0; at < bytes.length; ) {
        int count = Math.min(bytes.length - at, 1 + random.nextInt(500_000));
        append(file, bytes, at, count);
        at += count;
        if (random.nextBoolean() || at == bytes.length) {
          readAll(lines, found);
          assertThat(lines.seen()).isEqualTo(at);
        }
      }
      assertThat(found).as("seed " + seed).isEqualTo(expected);
      assertThat(lines.linesPassedOver()).as("seed " + seed).isEqualTo(tooLong);
      assertThat(lines.offset()).isEqualTo(bytes.length);
    }
  }

  @Test
  void theLastLineWithoutItsEndIsNotALine() throws IOException {
    Path file = folder.resolve("out");
    Files.writeString(file, "one\ntwo");
    LineFile lines = new LineFile(file, LINE_BYTES_MAX);
    List<String> found = new ArrayList<>();
    readAll(lines, found);
    assertThat(found).containsExactly("one");
    assertThat(lines.offset()).isEqualTo(4);
    assertThat(lines.seen()).isEqualTo(7);
  }

  private static int lengths(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> (1 << 18) - 3 + random.nextInt(6);
      case 1 -> LINE_BYTES_MAX - 4 + random.nextInt(8);
      case 2 -> random.nextInt(2 * LINE_BYTES_MAX);
      case 3 -> (1 << 17) - 3 + random.nextInt(6);
      default -> random.nextInt(200);
    };
  }

  private static void readAll(LineFile lines, List<String> found) {
    boolean isAtEnd;
    do {
      isAtEnd = lines.read((line, _) -> found.add(line));
    } while (!isAtEnd);
  }

  private static void append(Path file, byte[] bytes, int at, int count) throws IOException {
    try (OutputStream stream =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      stream.write(bytes, at, count);
    }
  }
}
