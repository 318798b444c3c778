package dev.signalbox.runtime;

import dev.signalbox.approval.Answer;
import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.CursorMove;
import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Requests;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One run, alive: the writer's thread, the thread that listens to agents and to time, and the
 * hands.
 *
 * <p>Closing it leaves every agent at work; another loop takes them over.
 */
public final class EngineLoop implements Controller, AutoCloseable {
  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(Limits.INPUTS_QUEUED_MAX);
  private final Clock clock;
  private final Writer writer;
  private final Hands hands;
  private final Ears ears;
  private final Eyes eyes;
  private final Consumer<SessionKey> nudging;
  private final Function<SessionKey, Requests> requests;
  private final Times times;
  private final Thread writing;
  private final Thread listening;
  private final Object changed = new Object();
  private volatile boolean isClosing;
  private volatile Optional<RuntimeException> fault = Optional.empty();
  private volatile Map<SessionId, Snapshot.Live> live = Map.of();
  private volatile long version;
  private volatile Instant lastTurn;

  /**
   * What a journal tells of a run.
   *
   * @param facts of the run, in order; empty before it is opened
   * @param lastSequence of the journal, which other runs may have written to since
   * @param cursors how far each output was dealt with
   */
  public record Past(List<Recorded> facts, long lastSequence, Map<AttemptKey, Long> cursors) {
    public Past {
      facts = List.copyOf(facts);
      cursors = Map.copyOf(cursors);
    }

    /** What the run was opened with, or what its table was revised to; empty before that. */
    public Optional<RunSpec> spec() {
      for (Recorded recorded : facts.reversed()) {
        if (recorded.fact() instanceof Fact.TableRevised revised) {
          return Optional.of(revised.spec());
        }
      }
      return !facts.isEmpty() && facts.getFirst().fact() instanceof Fact.RunOpened opened
          ? Optional.of(opened.spec())
          : Optional.empty();
    }
  }

  /**
   * Whether the loop goes round.
   *
   * @param lastTurn when the writer last dealt with an input; a tick comes every {@link
   *     Limits#TICK}
   * @param isStopped whether it is closed, or has met a fault and takes nothing in any more
   */
  public record Beat(Instant lastTurn, boolean isStopped) {}

  private record Item(
      List<Input> inputs, List<CursorMove> moves, CompletableFuture<Answer> answer) {}

  private EngineLoop(
      RunState state, Times times, Map<AttemptKey, Long> cursors, Ports ports, Clock clock) {
    this.clock = clock;
    this.lastTurn = clock.instant();
    this.times = times;
    this.hands = new Hands(ports, clock, this::state, input -> put(List.of(input), List.of()));
    this.writer = new Writer(state, times, hands::take);
    this.ears = new Ears(ports.runner(), clock, cursors, this::put, times);
    this.eyes =
        new Eyes(
            ports.services(),
            clock,
            work -> Thread.ofVirtual().name("look").start(work),
            input -> put(List.of(input), List.of()));
    this.nudging = ports.services().nudging();
    this.requests = ports.services().requests();
    this.writing = Thread.ofPlatform().name("writer").unstarted(this::write);
    this.listening = Thread.ofPlatform().name("listener").unstarted(this::listen);
  }

  /**
   * Starts or goes on with a run. What has no result yet is asked for again; agents that work are
   * listened to from where their output was dealt with.
   *
   * @param before what the journal tells of the run
   * @param store where its facts go from now on
   */
  public static EngineLoop start(Past before, FactStore store, Ports ports, Clock clock) {
    RunState state =
        before.facts().isEmpty()
            ? RunState.before(before.lastSequence())
            : Engine.replay(before.facts()).after(before.lastSequence());
    Times times = new Times(store, before.facts());
    EngineLoop loop = new EngineLoop(state, times, before.cursors(), ports, clock);
    loop.writing.start();
    loop.listening.start();
    return loop;
  }

  private RunState state() {
    return writer.state();
  }

  @Override
  public Snapshot look() {
    RunState state = writer.state();
    return new Snapshot(
        version, clock.instant(), state, live, times.opened(), Snapshot.requests(state, requests));
  }

  @Override
  public Answer submit(Input input) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    put(new Item(List.of(input), List.of(), answer));
    try {
      Answer taken = answer.get();
      if (input instanceof Input.FeedbackCame came) {
        came.item().subject().pullRequest().ifPresent(eyes::nudge);
      }
      return taken;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopped(Optional.of(e));
    } catch (ExecutionException e) {
      throw stopped(Optional.of(e));
    }
  }

  @Override
  public Snapshot await(long since, long millis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    synchronized (changed) {
      long left = deadline - System.nanoTime();
      while (version <= since && left > 0 && fault.isEmpty() && !isClosing) {
        try {
          TimeUnit.NANOSECONDS.timedWait(changed, left);
        } catch (InterruptedException e) {
          // Whoever interrupts wants the answer now.
          Thread.currentThread().interrupt();
          return look();
        }
        left = deadline - System.nanoTime();
      }
    }
    fault.ifPresent(found -> {
      throw found;
    });
    return look();
  }

  /** What the run shall do as it is now; empty before it is opened. */
  public Optional<RunSpec> spec() {
    return state().spec();
  }

  /** How the loop itself is. */
  public Beat beat() {
    return new Beat(lastTurn, isClosing || fault.isPresent());
  }

  /** Why it takes nothing in any more; empty while it works, and where it was only closed. */
  public Optional<RuntimeException> fault() {
    return fault;
  }

  /** Something happened around a session outside: what it waits for is looked at soon. */
  public void nudge(SessionId session) {
    eyes.nudge(session);
    state().spec().ifPresent(spec -> nudging.accept(new SessionKey(spec.run(), session)));
  }

  private void put(List<Input> inputs, List<CursorMove> moves) {
    put(new Item(inputs, moves, new CompletableFuture<>()));
  }

  private void put(Item item) {
    try {
      while (isClosing || fault.isPresent() || !queue.offer(item, 1, TimeUnit.SECONDS)) {
        if (isClosing || fault.isPresent()) {
          item.answer().completeExceptionally(stopped(Optional.empty()));
          return;
        }
      }
      fault.ifPresent(item.answer()::completeExceptionally);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      item.answer().completeExceptionally(stopped(Optional.of(e)));
    }
  }

  private RuntimeException stopped(Optional<Exception> cause) {
    return fault.orElseGet(() ->
        new SignalboxException(
            ErrorCode.ENGINE_STOPPED,
            "the engine: expected it to run, found it stopped",
            List.of("start it again with the same command: nothing is lost"),
            cause.orElse(null)));
  }

  private void write() {
    try {
      writer.resume();
      while (!isClosing) {
        Item item = queue.poll(100, TimeUnit.MILLISECONDS);
        if (item != null) {
          turn(item);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // A fact that cannot be stored or does not fit: to go on would be to guess.
      fault = Optional.of(e);
    } finally {
      publish();
      Item rest = queue.poll();
      while (rest != null) {
        rest.answer().completeExceptionally(stopped(Optional.empty()));
        rest = queue.poll();
      }
    }
  }

  private void turn(Item item) {
    try {
      Answer answer = writer.accept(clock.instant(), item.inputs(), item.moves());
      publish();
      lastTurn = clock.instant();
      item.answer().complete(answer);
    } catch (RuntimeException e) {
      fault = Optional.of(e);
      // Taken from the queue already: nobody else would tell whoever waits for it.
      item.answer().completeExceptionally(e);
      throw e;
    }
  }

  private void publish() {
    synchronized (changed) {
      version++;
      changed.notifyAll();
    }
  }

  private void listen() {
    Instant nextTick = clock.instant();
    Instant nextRenewal = clock.instant().plus(Limits.CLAIM_RENEWAL);
    try {
      while (!isClosing && fault.isEmpty()) {
        RunState state = writer.state();
        if (state.spec().isPresent() && ears.listen(state)) {
          live = ears.live();
          publish();
        }
        eyes.look(state);
        hands.takeDelayed();
        Instant now = clock.instant();
        if (!now.isBefore(nextTick)) {
          nextTick = now.plus(Limits.TICK);
          put(List.of(new Input.Tick(ears.vitals())), List.of());
        }
        if (!now.isBefore(nextRenewal)) {
          nextRenewal = now.plus(Limits.CLAIM_RENEWAL);
          hands.renewClaims();
        }
        pause();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      fault = Optional.of(e);
      publish();
    }
  }

  private void pause() throws InterruptedException {
    synchronized (changed) {
      if (!isClosing) {
        TimeUnit.MILLISECONDS.timedWait(changed, Limits.LISTEN_PAUSE.toMillis());
      }
    }
  }

  /** Stops this loop and nothing else: agents work on. */
  @Override
  public void close() {
    isClosing = true;
    publish();
    try {
      writing.join();
      listening.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    hands.close();
    ears.close();
  }
}
