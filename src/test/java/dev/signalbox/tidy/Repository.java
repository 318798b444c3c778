package dev.signalbox.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The text files of this source tree, as a person would commit them.
 *
 * <p>Read from the folder and not from git, so that the checks also hold in an unpacked archive,
 * and for a file that is not committed yet.
 *
 * @param root the folder of the source tree
 * @param texts by path from the root, {@code /} between folders, in the order of the paths
 */
record Repository(Path root, Map<String, String> texts) {
  private static final Set<String> NAMES_PASSED_OVER =
      Set.of(
          ".git",
          ".idea",
          ".settings",
          ".signalbox",
          ".vscode",
          "bundle",
          "node_modules",
          "target");

  /** This repository, read once. */
  static final Repository THIS = read(Path.of(System.getProperty("signalbox.root")));

  /** The text of a file that has to be there. */
  String text(String path) {
    String text = texts.get(path);
    if (text == null) {
      throw new AssertionError("expected the file " + path + ", found none");
    }
    return text;
  }

  /** The paths that start and end so, in order. */
  List<String> paths(String start, String end) {
    return texts.keySet().stream().filter(p -> p.startsWith(start) && p.endsWith(end)).toList();
  }

  private static Repository read(Path root) {
    Map<String, String> texts = new TreeMap<>();
    try {
      collect(root, root, texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Repository(root, texts);
  }

  private static void collect(Path root, Path folder, Map<String, String> texts)
      throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        if (NAMES_PASSED_OVER.contains(child.getFileName().toString())) {
          continue;
        }
        if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          collect(root, child, texts);
        } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
          readText(root, child, texts);
        }
      }
    }
  }

  private static void readText(Path root, Path file, Map<String, String> texts) throws IOException {
    try {
      texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    } catch (CharacterCodingException notText) {
      // A picture, say: there, and without text that could be checked.
      texts.put(root.relativize(file).toString().replace('\\', '/'), "");
    }
  }
}
