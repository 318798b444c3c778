package dev.signalbox.runner.claude;

import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.program.Household;
import dev.signalbox.runner.program.LiveAgent;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Pulse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An agent on plain pipes, spoken with through its dialect. */
final class PipedAgent implements LiveAgent, AutoCloseable {
  private static final long WAIT_SECONDS = 30;

  private final Process process;
  private final Exchange exchange;
  private final Path errors;
  private final Thread reader;
  private final List<AgentSignal> signals = new CopyOnWriteArrayList<>();

  /** Empty for the end of the output. */
  private final BlockingQueue<Optional<AgentSignal>> news = new LinkedBlockingQueue<>();

  private long sequence;

  PipedAgent(Household household, Dialect dialect, LaunchOrder order) throws IOException {
    ProcessBuilder builder = household.command(order.setting().workspace(), dialect.command(order));
    builder.environment().putAll(dialect.environment(order, household.inherited()));
    errors = Files.createTempFile("agent", ".err");
    process = builder.redirectError(errors.toFile()).start();
    exchange = dialect.exchange(order);
    reader = Thread.ofVirtual().start(this::read);
    send(new AgentMessage.Say(order.prompt()));
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<AgentSignal> found;
        synchronized (exchange) {
          found = exchange.read(line);
        }
        signals.addAll(found);
        found.forEach(signal -> news.add(Optional.of(signal)));
      }
    } catch (IOException _) {
      // The process is gone, and so is its pipe.
    }
    news.add(Optional.empty());
  }

  @Override
  public void send(AgentMessage message) {
    List<String> lines;
    synchronized (exchange) {
      lines = exchange.write(sequence++, message).orElseThrow();
    }
    try {
      for (String line : lines) {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(stderr(), e);
    }
  }

  @Override
  public <S extends AgentSignal> S await(Class<S> kind) {
    try {
      while (true) {
        Optional<AgentSignal> signal = news.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        if (signal == null || signal.isEmpty()) {
          throw new AssertionError(
              "expected " + kind.getSimpleName() + ", found " + signals + "; " + stderr());
        }
        if (kind.isInstance(signal.get())) {
          return kind.cast(signal.get());
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public List<AgentSignal> signals() {
    return List.copyOf(signals);
  }

  @Override
  public Pulse pulse() {
    synchronized (exchange) {
      return exchange.pulse();
    }
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public int end() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("expected an end after the end of input, found none");
      }
      reader.join();
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void kill() {
    // Tools run in process groups of their own, and outlive what started them.
    List<ProcessHandle> tools = process.descendants().toList();
    process.destroyForcibly();
    tools.forEach(ProcessHandle::destroyForcibly);
    try {
      process.waitFor();
      reader.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    kill();
    Files.delete(errors);
  }

  private String stderr() {
    try {
      return "stderr: " + Files.readString(errors);
    } catch (IOException e) {
      return "stderr: " + e;
    }
  }
}
