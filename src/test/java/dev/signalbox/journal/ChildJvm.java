package dev.signalbox.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A main class of the tests in a process of its own, with the product's class path and no more. */
public final class ChildJvm implements AutoCloseable {
  private static final int SECONDS_MAX = 60;

  private final Process process;
  private final BufferedReader out;

  private ChildJvm(Process process) {
    this.process = process;
    this.out = process.inputReader();
  }

  /** Starts {@code main}; {@code needs} are a type of each library that it uses. */
  public static ChildJvm start(Class<?> main, List<Class<?>> needs, String... arguments)
      throws IOException {
    String path =
        Stream.concat(Stream.of(main, Journal.class), needs.stream())
            .map(ChildJvm::sourceOf)
            .distinct()
            .collect(Collectors.joining(":"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                path,
                main.getName()));
    command.addAll(Arrays.asList(arguments));
    return new ChildJvm(new ProcessBuilder(command).start());
  }

  private static String sourceOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** The next line of its output; empty at the end. */
  public String line() throws IOException {
    String line = out.readLine();
    return line == null ? "" : line;
  }

  /** The rest of its output, to the end of the process. */
  public List<String> rest() {
    return out.lines().toList();
  }

  /** What it wrote to stderr. */
  public String errors() throws IOException {
    return process.errorReader().lines().collect(Collectors.joining("\n"));
  }

  public long pid() {
    return process.pid();
  }

  /** Tells it to go on, where it waits for that. */
  public void go() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** Kills it as {@code kill -9} does, and waits until it is gone. Its output stays readable. */
  public void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    exitCode();
  }

  public int exitCode() throws InterruptedException {
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      throw new AssertionError("process " + pid() + " did not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }
}
