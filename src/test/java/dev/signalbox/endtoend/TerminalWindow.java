package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Assumptions;

/** A terminal that a test looks at and types into: one window of a tmux of its own. */
final class TerminalWindow implements AutoCloseable {
  private static final int ROWS = 40;
  private static final String COMMAND =
      "trap : INT; ended=$1; shift; \"$@\"; echo $? >\"$ended.new\" && mv \"$ended.new\" \"$ended\"; exec sleep 600";

  private final BiFunction<List<String>, Path, ProcessBuilder> programs;
  private final Path socket;
  private final Path folder;

  private TerminalWindow(
      BiFunction<List<String>, Path, ProcessBuilder> programs, Path socket, Path folder) {
    this.programs = programs;
    this.socket = socket;
    this.folder = folder;
  }

  /**
   * Opens one; the test is skipped, with a word, where there is no tmux.
   *
   * @param programs makes a process with the environment that the command shall have
   */
  static TerminalWindow open(
      BiFunction<List<String>, Path, ProcessBuilder> programs,
      Path folder,
      int columns,
      List<String> command)
      throws Exception {
    // The name of a socket may be about 100 characters long, and no longer.
    Path socket = Files.createTempDirectory(Path.of("/tmp"), "sb").resolve("t");
    TerminalWindow window = new TerminalWindow(programs, socket, folder);
    List<String> words = new ArrayList<>(List.of("-f", "/dev/null", "new-session", "-d"));
    words.addAll(List.of("-x", "" + columns, "-y", "" + ROWS, "--"));
    // The window stays when its command has ended, so that it can be read.
    words.addAll(List.of("sh", "-c", COMMAND, "sh", window.ended().toString()));
    words.addAll(command);
    if (window.tmux(words).isEmpty()) {
      System.err.println("skipped: tmux is not installed");
      Assumptions.abort("tmux is not installed");
    }
    return window;
  }

  private Path ended() {
    return socket.resolveSibling("ended");
  }

  /** What tmux prints; empty where it is not there. */
  private Optional<String> tmux(List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
    command.addAll(words);
    Process tmux;
    try {
      tmux = programs.apply(command, folder).redirectErrorStream(true).start();
    } catch (IOException e) {
      return Optional.empty();
    }
    String text = new String(tmux.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tmux.waitFor()).as("%s: %s", command, text).isZero();
    return Optional.of(text);
  }

  /** Types a line. */
  void type(String line) throws Exception {
    boolean _ = tmux(List.of("send-keys", "-l", "--", line)).isPresent();
    press("Enter");
  }

  /** Presses a key by tmux's name for it. */
  void press(String key) throws Exception {
    boolean _ = tmux(List.of("send-keys", key)).isPresent();
  }

  /** What stands in it now. */
  String text() throws Exception {
    return tmux(List.of("capture-pane", "-p", "-J", "-S", "-200")).orElse("");
  }

  /** The same, with what sets colours. */
  String coloured() throws Exception {
    return tmux(List.of("capture-pane", "-p", "-e")).orElse("");
  }

  /** The title that its program gave it. */
  String title() throws Exception {
    return tmux(List.of("display-message", "-p", "#{pane_title}")).orElse("").strip();
  }

  /** Makes it another size. */
  void resize(int columns, int rows) throws Exception {
    boolean _ = tmux(List.of("resize-window", "-x", "" + columns, "-y", "" + rows)).isPresent();
  }

  /** How its terminal is set, in stty's words. */
  String modes() throws Exception {
    String tty = tmux(List.of("display-message", "-p", "#{pane_tty}")).orElse("").strip();
    Process stty = programs.apply(List.of("stty", "-F", tty, "-a"), folder).start();
    return new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Waits until these words stand in it. */
  void shows(String words) throws Exception {
    Waiting.untilTrue(words, () -> text().contains(words), this::anyText);
  }

  /** The process of its command. */
  ProcessHandle process() throws Exception {
    return shell().flatMap(process -> process.children().findFirst()).orElseThrow();
  }

  /** Waits for the end of its command and tells the exit code. */
  int exit() throws Exception {
    Waiting.untilTrue("the end of the command", () -> Files.exists(ended()), this::anyText);
    return Integer.parseInt(Files.readString(ended()).strip());
  }

  private String anyText() {
    try {
      return text();
    } catch (Exception e) {
      return "nothing that can be read: " + e;
    }
  }

  /** What runs the command, while it does. */
  private Optional<ProcessHandle> shell() throws IOException, InterruptedException {
    return tmux(List.of("display-message", "-p", "#{pane_pid}"))
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())));
  }

  @Override
  public void close() throws IOException {
    try {
      Optional<ProcessHandle> shell = shell();
      boolean _ = tmux(List.of("kill-server")).isPresent();
      // Before that it may still write how its command ended.
      shell.ifPresent(process -> process.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Path file : List.of(socket, ended(), ended().resolveSibling("ended.new"))) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(socket.resolveSibling(""));
  }
}
