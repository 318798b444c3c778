package dev.signalbox.web;

import dev.signalbox.runner.program.NpmRecipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The sources of the dashboard's pages, and the tools that build and test them. */
public final class DashboardSources {
  private static final Path ROOT =
      Path.of(System.getProperty("signalbox.root", ".")).toAbsolutePath().normalize();

  /** Where they lie. */
  public static final Path FOLDER = ROOT.resolve("dashboard");

  /** What is built of them, as it is committed. */
  static final Path BUNDLE = ROOT.resolve("src/main/resources/dev/signalbox/web/bundle");

  /** In a folder of their own: nothing is written beside the sources. */
  private static final NpmRecipe TOOLS =
      new NpmRecipe("the dashboard's tools", FOLDER, ROOT.resolve("target/dashboard"));

  /** As in {@code vite.config.ts}. */
  private static final List<String> FILES =
      List.of(
          "index.html", "package-lock.json", "svelte.config.js", "tsconfig.json", "vite.config.ts");

  private DashboardSources() {}

  /** The tools, installed; the test is skipped where they cannot be had. */
  public static NpmRecipe tools() throws IOException, InterruptedException {
    if (!TOOLS.isCurrent()) {
      TOOLS.install();
    }
    return TOOLS;
  }

  /** SHA-256 of all that the bundle is made from, as the build writes it into the bundle. */
  static String hash() throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    List<Path> all = new ArrayList<>(FILES.stream().map(FOLDER::resolve).toList());
    all.addAll(files(FOLDER.resolve("public")));
    all.addAll(files(FOLDER.resolve("src")));
    all.stream()
        .map(file -> FOLDER.relativize(file).toString())
        .sorted()
        .forEach(name -> {
          digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
          digest.update(bytes(FOLDER.resolve(name)));
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files in a folder and below it. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** Copies a file or a folder with all that is in it. */
  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
