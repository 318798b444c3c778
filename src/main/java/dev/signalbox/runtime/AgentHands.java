package dev.signalbox.runtime;

import dev.signalbox.engine.Beginning;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.limit.Limits;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.LaunchOrder.Conversation;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.StartOutcome;
import dev.signalbox.runner.StopManner;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.SessionKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Starts, tells and stops agents. */
final class AgentHands {
  private final Ports ports;
  private final Consumer<Input> results;
  private final long freeBytesMin;

  AgentHands(Ports ports, Consumer<Input> results) {
    this(ports, results, Limits.FREE_BYTES_MIN);
  }

  AgentHands(Ports ports, Consumer<Input> results, long freeBytesMin) {
    this.ports = ports;
    this.results = results;
    this.freeBytesMin = freeBytesMin;
  }

  /** Why there is no room for the session; empty when there is. */
  Optional<String> shortage(SessionKey session) {
    return FreeSpace.shortage(ports.workspaces().folderOf(session), freeBytesMin);
  }

  void start(RunState state, Session session, Effect.StartAgent it) {
    RunSpec spec = state.spec().orElseThrow();
    Optional<String> shortage = shortage(new SessionKey(spec.run(), session.id()));
    if (shortage.isPresent()) {
      results.accept(new Input.StepFailed(it.cause(), it.session(), shortage.get(), true));
      return;
    }
    if (it.beginning().attempt() > 1) {
      SessionKey key = new SessionKey(spec.run(), session.id());
      makeWay(key, it.beginning().attempt());
      // A later attempt may have to rebase. One that cannot see the base says so itself.
      ports.workspaces().refresh(key, spec.target().base());
    }
    StartOutcome outcome =
        ports.runner().start(order(session, spec, it.beginning(), state.promptOf(session.id())));
    results.accept(
        switch (outcome) {
          case StartOutcome.Started _ -> new Input.AgentStarted(it.cause(), it.session());
          case StartOutcome.Refused(String reason, boolean mayPass) ->
              new Input.StepFailed(it.cause(), it.session(), reason, mayPass);
        });
  }

  /**
   * An attempt that was killed may have left locks that the next one's git would stop at. A start
   * may be repeated while its agent works: then the locks are its own.
   */
  private void makeWay(SessionKey key, int attempt) {
    boolean isFirstStart =
        ports.runner().look(new AttemptKey(key, attempt)) instanceof Liveness.NotStarted;
    if (isFirstStart && !isRunning(new AttemptKey(key, attempt - 1))) {
      // What stays in the way is met by the agent, who says so itself.
      ports.workspaces().unlock(key);
    }
  }

  private LaunchOrder order(Session session, RunSpec spec, Beginning beginning, String prompt) {
    SessionKey key = new SessionKey(spec.run(), session.id());
    AttemptKey attempt = new AttemptKey(key, beginning.attempt());
    SessionSpec.Handling handling = session.spec().handling();
    Conversation conversation =
        beginning
            .conversation()
            .<Conversation>map(Conversation.Resumed::new)
            .orElseGet(() -> new Conversation.Fresh(conversationId(attempt)));
    return new LaunchOrder(
        attempt,
        handling.agent(),
        new LaunchOrder.Setting(
            ports.workspaces().folderOf(key),
            ports.workspaces().sharedObjects(),
            session.spec().launchAs(beginning.isPlanApproved()),
            handling.model(),
            handling.effort(),
            spec.bounds().spendCap()),
        handling.name(),
        conversation,
        prompt(prompt, beginning));
  }

  /** The same attempt gets the same id, so that a repeated start names the same conversation. */
  private static String conversationId(AttemptKey attempt) {
    return UUID.nameUUIDFromBytes(attempt.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String prompt(String prompt, Beginning beginning) {
    if (beginning.conversation().isPresent() && beginning.note().isPresent()) {
      return beginning.note().get();
    }
    return beginning.note().map(note -> prompt + "\n" + note + "\n").orElse(prompt);
  }

  void send(SessionKey key, Effect.SendMessage it) {
    ports.runner().send(new AttemptKey(key, it.attempt()), it.cause(), it.message());
  }

  /** Asks the process to end, and ends it if it does not. */
  void stop(SessionKey key, Effect.StopAgent it) {
    AttemptKey attempt = new AttemptKey(key, it.attempt());
    if (isRunning(attempt)) {
      ports.runner().stop(attempt, StopManner.GRACEFUL);
      long deadline = System.nanoTime() + Limits.GRACE.toNanos();
      while (isRunning(attempt) && System.nanoTime() < deadline) {
        LockSupport.parkNanos(Limits.LOOK_PAUSE.toNanos());
      }
    }
    // Also when it seems gone: a start that was cut off must not come to life later.
    ports.runner().stop(attempt, StopManner.FORCED);
    if (ports.runner().look(attempt) instanceof Liveness.NotStarted) {
      results.accept(new Input.Exited(it.session(), it.attempt(), new AgentExit.Vanished()));
    }
  }

  private boolean isRunning(AttemptKey attempt) {
    return ports.runner().look(attempt) instanceof Liveness.Running;
  }
}
