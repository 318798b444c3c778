package dev.signalbox.control;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.Settled;
import dev.signalbox.approval.TableEdit;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.limit.Limits;
import dev.signalbox.runtime.Controller;
import dev.signalbox.runtime.Snapshot;
import dev.signalbox.session.SessionId;
import dev.signalbox.view.RunView;
import dev.signalbox.view.RunViews;
import dev.signalbox.view.Vitals;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine in this process. */
public final class LocalControl implements Control {
  private final Controller controller;
  private final Revising revising;

  /** An engine whose table nobody can change. */
  public LocalControl(Controller controller) {
    this(controller, Revising.NONE);
  }

  /**
   * An engine.
   *
   * @param revising computes what changed tables lead to
   */
  public LocalControl(Controller controller, Revising revising) {
    this.controller = controller;
    this.revising = revising;
  }

  @Override
  public RunView look() {
    return view(controller.look());
  }

  @Override
  public RunView await(long since, Duration longest) {
    Duration wait = longest.compareTo(Limits.NEWS_WAIT_MAX) > 0 ? Limits.NEWS_WAIT_MAX : longest;
    return view(controller.await(since, Math.max(0, wait.toMillis())));
  }

  /** The run of a snapshot, as it is shown. */
  public static RunView view(Snapshot snapshot) {
    Map<SessionId, Vitals> vitals = new HashMap<>();
    snapshot
        .live()
        .forEach((id, live) ->
            vitals.put(
                id, new Vitals(live.pulse(), live.since(), live.lastOutput(), live.microUsd())));
    return RunViews.of(
        snapshot.version(),
        snapshot.at(),
        snapshot.state(),
        vitals,
        snapshot.opened(),
        snapshot.requests());
  }

  @Override
  public Answer decide(GateRef gate, GateDecision decision, String who) {
    String hash = whole(gate, controller.look().state());
    return controller.submit(new Input.Decide(gate.number(), hash, decision, who));
  }

  /**
   * The whole hash that is meant. The engine compares it again when the decision's turn comes, so a
   * gate that changes in between is not decided. A start that fits nothing stays as it is, and the
   * engine answers that the gate has changed.
   */
  private static String whole(GateRef ref, RunState state) {
    Optional<String> open = Optional.ofNullable(state.gates().get(ref.number())).map(Gate::hash);
    Optional<String> settled =
        Optional.ofNullable(state.settled().get(ref.number())).map(Settled::hash);
    return open.or(() -> settled).filter(ref::fits).orElse(ref.hash());
  }

  @Override
  public Answer revise(GateRef gate, List<TableEdit> edits, String who) {
    RunState state = controller.look().state();
    String hash = whole(gate, state);
    boolean isOpen =
        Optional.ofNullable(state.gates().get(gate.number()))
            .filter(open -> open.kind() == GateKind.TABLE && open.hash().equals(hash))
            .isPresent();
    if (state.spec().isEmpty() || !isOpen) {
      // The engine says what became of that table; what it would have become does not matter.
      return state
          .spec()
          .map(spec -> controller.submit(new Input.Revise(gate.number(), hash, spec, edits, who)))
          .orElseGet(() -> new Answer.Refused("no run is open"));
    }
    return switch (revising.revise(state, edits, who)) {
      case Revising.Outcome.Sound(RunSpec spec, List<TableEdit> changing) ->
          controller.submit(new Input.Revise(gate.number(), hash, spec, changing, who));
      case Revising.Outcome.Unsound(List<String> problems) ->
          new Answer.Refused(String.join("\n", problems));
    };
  }

  @Override
  public Answer tell(SessionId session, String text, String who) {
    return controller.submit(new Input.Tell(session, text, who));
  }

  @Override
  public Answer cancel(Optional<SessionId> session, String why, String who) {
    return controller.submit(
        session.isPresent()
            ? new Input.Cancel(session.get(), who, why)
            : new Input.CancelRun(who, why));
  }

  @Override
  public Answer takeOver(SessionId session, String who) {
    return controller.submit(new Input.TakeOver(session, who));
  }

  @Override
  public Answer retry(SessionId session, String who) {
    return controller.submit(new Input.Retry(session, who));
  }
}
