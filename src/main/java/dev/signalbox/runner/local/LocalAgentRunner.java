package dev.signalbox.runner.local;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.runner.AgentRedaction;
import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.ProcessIdentity;
import dev.signalbox.runner.StartOutcome;
import dev.signalbox.runner.StopManner;
import dev.signalbox.runner.Transcript;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.Pulse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Runs agents on this machine; every one of them outlives Signalbox. */
public final class LocalAgentRunner implements AgentRunner {
  private final LocalSetup setup;
  private final Starter starter;
  private final AtRest atRest;

  /** What is said to the processes; made again when needed. */
  private final Map<AttemptKey, Mailbox> mailboxes = new ConcurrentHashMap<>();

  /** What the attempts' folders say of their starts, which never changes. */
  private final Map<AttemptKey, StartedAttempt> starts = new ConcurrentHashMap<>();

  /** Attempts that are over, with nothing left alive. */
  private final Map<AttemptKey, AgentExit> exits = new ConcurrentHashMap<>();

  public LocalAgentRunner(LocalSetup setup) {
    this.setup = setup;
    this.starter = new Starter(setup);
    this.atRest = new AtRest(setup.secrets());
  }

  @Override
  public StartOutcome start(LaunchOrder order) {
    return starter.start(order, folder(order.attempt()));
  }

  @Override
  public void send(AttemptKey attempt, long sequence, AgentMessage message) {
    mailbox(attempt).send(sequence, message);
  }

  @Override
  public Transcript open(AttemptKey attempt, long offset) {
    StartedAttempt started = started(attempt);
    return new LocalTranscript(
        output(attempt),
        exchange(started),
        offset,
        replies -> answer(attempt, replies),
        setup.secrets()::redactor);
  }

  /** Most agents are told nothing by themselves, and then have no mailbox before a message. */
  private void answer(AttemptKey attempt, List<String> replies) {
    if (!replies.isEmpty() || mailboxes.containsKey(attempt)) {
      mailbox(attempt).answer(replies);
    }
  }

  @Override
  public Pulse pulse(AttemptKey attempt) {
    Exchange exchange = exchange(started(attempt));
    LineFile output = output(attempt);
    output.readToEnd((line, _) -> exchange.read(line));
    return redaction().of(exchange.pulse()).withBytes(output.seen());
  }

  @Override
  public Liveness look(AttemptKey attempt) {
    AgentExit known = exits.get(attempt);
    if (known != null) {
      return new Liveness.Over(known);
    }
    AttemptFolder folder = folder(attempt);
    Optional<StartedAttempt> started = read(attempt);
    if (started.isEmpty()) {
      return new Liveness.NotStarted();
    }
    ProcessGroup group = started.get().group(folder);
    Optional<ProcessIdentity> shim = group.livingShim();
    if (shim.isPresent() && folder.exitCode().isEmpty()) {
      return new Liveness.Running(shim.get());
    }
    if (folder.shim().isEmpty() && started.get().bootId().equals(ProcessTable.bootId())) {
      return new Liveness.NotStarted();
    }
    // Nothing of it may go on to write: not a tool that the agent forgot, nor an agent whose shim
    // was killed.
    group.kill();
    AgentExit exit = redaction().of(exit(folder));
    exits.put(attempt, exit);
    mailboxes.remove(attempt);
    starts.remove(attempt);
    if (folder.outputBytes() <= Limits.COVERED_AT_ONCE_BYTES_MAX) {
      cover(folder);
    } else {
      // That takes seconds, and whoever looks has other agents to look at.
      Thread _ = Thread.ofVirtual().name("cover").start(() -> cover(folder));
    }
    return new Liveness.Over(exit);
  }

  private void cover(AttemptFolder folder) {
    try {
      atRest.cover(folder);
    } catch (SignalboxException _) {
      // EndedAttempts does it when the run is left or taken up again.
      return;
    }
  }

  private AgentRedaction redaction() {
    return new AgentRedaction(setup.secrets().redactor());
  }

  @Override
  public void stop(AttemptKey attempt, StopManner manner) {
    AttemptFolder folder = folder(attempt);
    Optional<StartedAttempt> started = read(attempt);
    if (started.isEmpty()) {
      if (manner == StopManner.FORCED) {
        // Somebody else may be about to start it: a person's command its screen.
        folder.create();
        folder.forbidStart();
      }
      return;
    }
    ProcessGroup group = started.get().group(folder);
    switch (manner) {
      case GRACEFUL -> group.terminate();
      case FORCED -> {
        folder.forbidStart();
        group.kill();
      }
    }
  }

  private static AgentExit exit(AttemptFolder folder) {
    return folder
        .exitCode()
        .<AgentExit>map(code ->
            new AgentExit.Ended(code, folder.tail("err", Limits.AGENT_ERROR_TAIL_BYTES_MAX)))
        .orElseGet(AgentExit.Vanished::new);
  }

  private Mailbox mailbox(AttemptKey attempt) {
    return mailboxes.computeIfAbsent(
        attempt, key -> new Mailbox(folder(key), exchange(started(key)), output(key)));
  }

  private Exchange exchange(StartedAttempt started) {
    return dialect(started.order()).exchange(started.order());
  }

  private LineFile output(AttemptKey attempt) {
    return new LineFile(folder(attempt).out(), Limits.AGENT_LINE_BYTES_MAX);
  }

  private AttemptFolder folder(AttemptKey attempt) {
    return AttemptFolder.of(setup.stateFolder(), attempt);
  }

  private Dialect dialect(LaunchOrder order) {
    return starter
        .dialect(order)
        .orElseThrow(() -> new IllegalStateException("expected a dialect for " + order.agent()));
  }

  private StartedAttempt started(AttemptKey attempt) {
    return read(attempt)
        .orElseThrow(() ->
            new SignalboxException(
                ErrorCode.AGENT_FOLDER_FAILED,
                "agent: expected " + attempt + " to have been started, found no folder of it",
                List.of("start it first")));
  }

  private Optional<StartedAttempt> read(AttemptKey attempt) {
    Optional<StartedAttempt> known = Optional.ofNullable(starts.get(attempt));
    if (known.isPresent()) {
      return known;
    }
    Optional<StartedAttempt> found = folder(attempt).text("order.json").map(OrderJson::read);
    found.ifPresent(started -> starts.put(attempt, started));
    return found;
  }
}
