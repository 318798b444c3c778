package dev.signalbox.runner.local;

import dev.signalbox.limit.Limits;
import dev.signalbox.plan.AgentId;
import dev.signalbox.redaction.Redactor;
import dev.signalbox.runner.AgentRedaction;
import dev.signalbox.runner.Dialect;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.SessionKey;
import dev.signalbox.session.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What one agent process wrote, for a person, without secrets. Reads files only: no process is
 * touched.
 */
public final class AttemptLog {
  private static final String NAME_START = "attempt-";

  private final AttemptFolder folder;
  private final StartedAttempt started;
  private final Dialect dialect;
  private final LineFile lines;
  private final Pieces pieces = new Pieces();
  private final AgentRedaction redaction;

  private AttemptLog(
      AttemptFolder folder, StartedAttempt started, Dialect dialect, Redactor redactor) {
    this.folder = folder;
    this.started = started;
    this.dialect = dialect;
    this.lines = new LineFile(folder.out(), Limits.AGENT_LINE_BYTES_MAX);
    this.redaction = new AgentRedaction(redactor);
  }

  /**
   * The log of an attempt; empty where none was started, or its agent is not known here.
   *
   * @param state the state folder
   * @param dialects by the agent that speaks them
   * @param redactor covers the secrets in it
   */
  public static Optional<AttemptLog> of(
      Path state, Map<AgentId, Dialect> dialects, Redactor redactor, AttemptKey attempt) {
    AttemptFolder folder = AttemptFolder.of(state, attempt);
    Optional<StartedAttempt> started = folder.text("order.json").map(OrderJson::read);
    return started.flatMap(found ->
        Optional.ofNullable(dialects.get(found.order().agent()))
            .map(dialect -> new AttemptLog(folder, found, dialect, redactor)));
  }

  /** The number of a session's last attempt; empty where it has none. */
  public static OptionalInt last(Path state, SessionKey session) {
    Path folder = AttemptFolder.of(state, new AttemptKey(session, 1)).path().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return OptionalInt.empty();
    }
    try (Stream<Path> attempts = Files.list(folder)) {
      return attempts
          .filter(path -> Files.exists(path.resolve("order.json")))
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.matches(NAME_START + "[1-9][0-9]{0,8}"))
          .mapToInt(name -> Integer.parseInt(name.substring(NAME_START.length())))
          .max();
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  /** Whether it was the agent's own screen, of which only the person saw anything. */
  public boolean isScreen() {
    return started.isScreen();
  }

  /** What came since the last call, part by part; empty when nothing more is there. */
  public List<Spoken> more() {
    List<Spoken> said = new ArrayList<>();
    boolean isAtEnd;
    do {
      isAtEnd =
          lines.read(
              (line, _) -> dialect.shown(line).forEach(each -> said.addAll(pieces.add(each))));
    } while (!isAtEnd && said.isEmpty());
    if (said.isEmpty() && exit().isPresent()) {
      said.addAll(pieces.rest());
    }
    // After the pieces are whole: a secret may lie across them.
    return said.stream().map(redaction::of).toList();
  }

  /**
   * How it ended; empty while it works. Asked before {@link #more}, everything it wrote is read
   * then once {@code more} is empty.
   */
  public Optional<AgentExit> exit() {
    Optional<Integer> code = folder.exitCode();
    if (code.isPresent()) {
      return Optional.of(
          redaction.of(
              new AgentExit.Ended(
                  code.get(), folder.tail("err", Limits.AGENT_ERROR_TAIL_BYTES_MAX))));
    }
    boolean isGone = folder.shim().isPresent() && started.group(folder).livingShim().isEmpty();
    return isGone ? Optional.of(new AgentExit.Vanished()) : Optional.empty();
  }
}
