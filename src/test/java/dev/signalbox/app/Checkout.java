package dev.signalbox.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A real git repository in a folder of the test's own. */
record Checkout(Path root) {

  /** A repository with one commit on {@code main} that holds the given files. */
  static Checkout in(Path folder, String... files) {
    Checkout checkout = new Checkout(folder);
    checkout.git("init", "-q", "-b", "main");
    checkout.write("README.md", "x\n");
    for (String file : files) {
      checkout.write(file, "x\n");
    }
    checkout.git("add", "-A");
    checkout.git(
        "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "start");
    return checkout;
  }

  Path write(String path, String text) {
    return write(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  Path write(String path, byte[] bytes) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void git(String... arguments) {
    List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
    try {
      Process process = new ProcessBuilder(command).directory(root.toFile()).inheritIO().start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("expected success, found a failure of " + command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
