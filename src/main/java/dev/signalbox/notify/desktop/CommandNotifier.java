package dev.signalbox.notify.desktop;

import dev.signalbox.limit.Limits;
import dev.signalbox.notify.Notice;
import dev.signalbox.notify.Notifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs a command of the person's configuration with two more arguments: a heading and the title.
 * There is no shell, so nothing in a title is ever run.
 */
public final class CommandNotifier implements Notifier {
  /** What a program needs to reach the person's desktop; nothing else of the environment. */
  private static final Set<String> VARIABLES =
      Set.of(
          "PATH",
          "HOME",
          "LANG",
          "DISPLAY",
          "WAYLAND_DISPLAY",
          "XAUTHORITY",
          "XDG_RUNTIME_DIR",
          "DBUS_SESSION_BUS_ADDRESS");

  private final List<String> command;
  private final Map<String, String> environment;
  private final Consumer<String> log;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  /**
   * A command.
   *
   * @param command the program and its first arguments, such as {@code notify-send}
   * @param environment of this process, of which the command gets what it needs
   * @param log hears of failures
   */
  public CommandNotifier(
      List<String> command, Map<String, String> environment, Consumer<String> log) {
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.log = log;
  }

  @Override
  public void tell(Notice notice) {
    if (!closed.get()) {
      Thread.ofVirtual().name("notify-command").start(() -> run(notice));
    }
  }

  private void run(Notice notice) {
    List<String> words = new ArrayList<>(command);
    words.add("Signalbox: " + notice.kind().word() + " " + notice.gate());
    // A title that begins with a dash must not become an option of the program.
    words.add(notice.title().startsWith("-") ? " " + notice.title() : notice.title());
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    environment.forEach((name, value) -> {
      if (VARIABLES.contains(name)) {
        builder.environment().put(name, value);
      }
    });
    try {
      await(builder.start());
    } catch (IOException e) {
      log.accept("notification: expected to run " + command.getFirst() + ", found " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void await(Process process) throws InterruptedException {
    running.add(process);
    try {
      if (closed.get()
          || !process.waitFor(Limits.NOTIFICATION_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        log.accept("notification: expected " + command.getFirst() + " to end, found it running");
      } else if (process.exitValue() != 0 && !closed.get()) {
        log.accept(
            "notification: expected "
                + command.getFirst()
                + " to end well, found exit code "
                + process.exitValue());
      }
    } finally {
      running.remove(process);
    }
  }

  @Override
  public void close() {
    closed.set(true);
    running.forEach(Process::destroyForcibly);
  }
}
