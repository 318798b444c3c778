package dev.signalbox.runtime;

import dev.signalbox.approval.Gate;
import dev.signalbox.engine.Fact;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What agents ask with their tools: each answer is said once, and nothing is done before it. */
final class SimulatedInquiries {
  private final Map<Long, Gate> open = new HashMap<>();
  private final Map<SessionId, String> owed = new HashMap<>();
  private Optional<Fact> before = Optional.empty();

  void see(Fact fact) {
    switch (fact) {
      case Fact.GateOpened(Gate gate) when inquiry(gate).isPresent() ->
          open.put(gate.number(), gate);
      case Fact.GateDecided decided -> {
        demandNothingOwed();
        Optional.ofNullable(open.remove(decided.number())).ifPresent(this::owe);
      }
      case Fact.GateWithdrawn withdrawn -> open.remove(withdrawn.number());
      case Fact.MessageQueued(SessionId id, int _, AgentMessage.Say(String text)) -> {
        if (owed.containsKey(id) && text.contains(owed.get(id))) {
          owed.remove(id);
        }
      }
      case Fact.ExitCheckBegun begun -> demandAnswered(begun.session(), "is at its exit");
      case Fact.TaskContinued next -> {
        // After a halt a person says how it goes on.
        if (!before.equals(Optional.of(new Fact.SessionResumed(next.session())))) {
          demandAnswered(next.session(), "is told to go on");
        }
      }
      case Fact.MilestoneBegun begun -> demandAnswered(begun.session(), "is at a milestone");
      case Fact _ -> {
        // Nothing about a question.
      }
    }
    before = Optional.of(fact);
  }

  private void owe(Gate gate) {
    String text = inquiry(gate).orElseThrow().item().text();
    owed.put(gate.sessions().getFirst(), text);
  }

  private static Optional<Question.Inquiry> inquiry(Gate gate) {
    return gate.question()
        .filter(Question.Inquiry.class::isInstance)
        .map(Question.Inquiry.class::cast);
  }

  private void demandNothingOwed() {
    if (!owed.isEmpty()) {
      throw new AssertionError("a person answered and it was not said: " + owed);
    }
  }

  private void demandAnswered(SessionId id, String what) {
    if (open.values().stream().anyMatch(gate -> gate.sessions().contains(id))) {
      throw new AssertionError(id + " " + what + " and what it asked is open");
    }
  }
}
