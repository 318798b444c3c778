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
  private static final Path ROOT = Path.of(System.getProperty("signalbox.root", "."));
  private static final Path FOLDER = ROOT.resolve("src/test/resources/golden");

  private Golden() {}

  /**
   * Fails unless {@code actual} is the file's content, byte by byte.
   *
   * @param name below the folder of golden files, such as {@code prompt/pair.md}
   */
  public static void assertMatches(String name, String actual) {
    assertHolds(FOLDER.resolve(name), actual);
  }

  /**
   * Fails unless {@code actual} is the content of a document that people read, byte by byte.
   *
   * @param path below the repository's root, such as {@code docs/diagrams/session-states.md}
   */
  public static void assertDocument(String path, String actual) {
    assertHolds(ROOT.resolve(path), actual);
  }

  private static void assertHolds(Path file, String actual) {
    try {
      if ("1".equals(System.getenv("UPDATE_GOLDEN"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
        return;
      }
      assertThat(file).as("golden file; UPDATE_GOLDEN=1 writes it").exists();
      assertThat(actual).as("golden file %s", file).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
