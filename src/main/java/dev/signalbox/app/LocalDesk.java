package dev.signalbox.app;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.cli.Planning;
import dev.signalbox.control.Control;
import dev.signalbox.control.GateRef;
import dev.signalbox.control.Records;
import dev.signalbox.control.http.HttpControl;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.mcp.Desk;
import dev.signalbox.plan.AgentId;
import java.nio.file.Path;
import java.util.Optional;

/** What the tools reach, of this machine. */
final class LocalDesk implements Desk {
  private final Planning planning;
  private final LocalEngines engines;
  private final Records records;
  private final DetachedEngine engine;
  private final Place place;

  /**
   * Where it stands.
   *
   * @param options that name the state folder in commands; empty for none
   */
  record Place(PlanFolder plans, Path state, String options) {}

  LocalDesk(
      Planning planning,
      LocalEngines engines,
      Records records,
      DetachedEngine engine,
      Place place) {
    this.planning = planning;
    this.engines = engines;
    this.records = records;
    this.engine = engine;
    this.place = place;
  }

  @Override
  public Checked check(String plan) {
    Planning.CheckedPlan checked = planning.check(place.plans().plan(plan), Optional.empty());
    return new Checked(checked.result(), checked.format());
  }

  @Override
  public Known run() {
    try {
      return new Known(control().look(), true);
    } catch (SignalboxException e) {
      if (e.code() != ErrorCode.ENGINE_MISSING) {
        throw e;
      }
      return new Known(
          records.lastKnown(Optional.of(place.state().toString())).orElseThrow(() -> e), false);
    }
  }

  private Control control() {
    return HttpControl.find(place.state());
  }

  @Override
  public Begun begin(String plan, Optional<AgentId> agent) {
    return engine.begin(place.plans().plan(plan), agent);
  }

  @Override
  public String person() {
    return engines.person();
  }

  @Override
  public Answer decide(GateRef gate, GateDecision decision, String who) {
    return control().decide(gate, decision, who);
  }

  @Override
  public String inCommands() {
    return place.options();
  }
}
