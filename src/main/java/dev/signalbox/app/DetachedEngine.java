package dev.signalbox.app;

import dev.signalbox.control.http.HttpControl;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.mcp.Desk.Begun;
import dev.signalbox.plan.AgentId;
import dev.signalbox.runner.local.SearchPath;
import dev.signalbox.view.RunView;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An engine in a process of its own, which goes on when this one ends: {@code signalbox dispatch}
 * without a terminal, so that it asks nobody and its gates wait in the inbox.
 */
final class DetachedEngine implements AutoCloseable {
  /** What it prints, in the state folder. */
  static final String LOG = "dispatch.log";

  /** From one look to the next while it starts. */
  private static final long LOOK_MILLIS = 200;

  /** Looks before it is taken to be stuck: a cold start on a loaded machine takes half a minute. */
  private static final int LOOKS_MAX = 600;

  private static final int LOG_BYTES_MAX = 4_000;

  private final Map<String, String> environment;
  private final Path state;
  private final CountDownLatch closed = new CountDownLatch(1);

  DetachedEngine(Map<String, String> environment, Path state) {
    this.environment = Map.copyOf(environment);
    this.state = state;
  }

  /** Starts it, and returns when the run says how it stands, or when the process ended. */
  synchronized Begun begin(String plan, Optional<AgentId> agent) {
    Path folder = StateFolder.open(state).path();
    Path log = folder.resolve(LOG);
    try {
      // Added to: another engine may be writing there, which this one then says and ends.
      long before = Files.exists(log) ? Files.size(log) : 0;
      Process process = start(command(plan, agent, folder), log);
      for (int look = 0; look < LOOKS_MAX; look++) {
        boolean isOver = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        Optional<RunView> run = look();
        if (run.isPresent()) {
          return new Begun.Running(run.get());
        }
        if (isOver && !isAnotherStarting(log, before)) {
          return new Begun.Ended(process.exitValue(), end(log, before));
        }
        if (isOver && closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          throw failed("nobody any more who waits for it");
        }
      }
      throw failed("it did not say how the run stands, and still works");
    } catch (IOException e) {
      throw failed(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("an interruption");
    }
  }

  /** Nobody waits for its start any more; the engine itself goes on. */
  @Override
  public void close() {
    closed.countDown();
  }

  /** Whether it ended because another engine was first, which may not answer yet. */
  private static boolean isAnotherStarting(Path log, long before) throws IOException {
    return end(log, before).contains("[" + ErrorCode.STATE_IN_USE + "]");
  }

  /** The run, once it waits for a person, works, or is over. */
  private Optional<RunView> look() {
    try {
      RunView run = HttpControl.find(state).look();
      boolean stands =
          !run.inbox().isEmpty()
              || run.head().course().running() > 0
              || run.head().course().isOver();
      return stands ? Optional.of(run) : Optional.empty();
    } catch (SignalboxException _) {
      return Optional.empty();
    }
  }

  private Process start(List<String> command, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** This very Java with the same options, in a process session that no signal of ours reaches. */
  private List<String> command(String plan, Optional<AgentId> agent, Path folder) {
    List<String> command = new ArrayList<>();
    SearchPath.of(environment).find("setsid").ifPresent(setsid -> command.add(setsid.toString()));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !isOfTheTerminal(option))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    // What follows "--" is no option, whatever it is called.
    command.addAll(List.of("dispatch", "--state", folder.toString()));
    agent.ifPresent(id -> command.addAll(List.of("--agent", id.value())));
    command.addAll(List.of("--", plan));
    return command;
  }

  private static boolean isOfTheTerminal(String option) {
    return option.startsWith("-Dsignalbox.columns=") || option.startsWith("-Dsignalbox.rows=");
  }

  /** The end of what it printed: of what stood there before it, nothing. */
  private static String end(Path log, long before) throws IOException {
    try (SeekableByteChannel file = Files.newByteChannel(log)) {
      file.position(Math.max(before, file.size() - LOG_BYTES_MAX));
      return new String(Channels.newInputStream(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private SignalboxException failed(String found) {
    return new SignalboxException(
        ErrorCode.STATE_FAILED,
        "expected an engine to start, found " + found,
        List.of("look at " + state.resolve(LOG), "start it in a terminal: signalbox dispatch"));
  }
}
