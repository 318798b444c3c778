package dev.signalbox.mcp;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.control.GateRef;
import dev.signalbox.plan.AgentId;
import java.util.Optional;

/** A world in which everything fails in one way. */
record FailingDesk(RuntimeException failure) implements Desk {

  @Override
  public Checked check(String plan) {
    throw failure;
  }

  @Override
  public Known run() {
    throw failure;
  }

  @Override
  public Begun begin(String plan, Optional<AgentId> agent) {
    throw failure;
  }

  @Override
  public String person() {
    throw failure;
  }

  @Override
  public Answer decide(GateRef gate, GateDecision decision, String who) {
    throw failure;
  }

  @Override
  public String inCommands() {
    return "";
  }
}
