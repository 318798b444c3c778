package dev.signalbox.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with a file that a person has read. {@code UPDATE_GOLDEN=1} in the environment
 * rewrites the files instead; the review then reads the difference.
 */
public final class Golden {
  private static final Path FOLDER =
      Path.of(System.getProperty("signalbox.root", ".")).resolve("src/test/resources/golden");

  private Golden() {}

  /**
   * Fails unless {@code actual} is the file's content, byte by byte.
   *
   * @param name below the folder of golden files, such as {@code prompt/pair.md}
   */
  public static void assertMatches(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if ("1".equals(System.getenv("UPDATE_GOLDEN"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
        return;
      }
      assertThat(file).as("golden file; UPDATE_GOLDEN=1 writes it").exists();
      assertThat(actual).as("golden file %s", name).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
