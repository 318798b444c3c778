package dev.signalbox.runner.codex;

import dev.signalbox.limit.ReviewLimits;
import dev.signalbox.session.AgentSignal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The subagents of a thread: threads of their own, whose states the tools about them tell. */
final class Subagents {
  private final Set<String> ended = new HashSet<>();

  /** What an item of the type {@code collabAgentToolCall} says; each end is told once. */
  List<AgentSignal> told(JsonNode item) {
    List<AgentSignal> signals = new ArrayList<>();
    for (Map.Entry<String, JsonNode> agent : item.path("agentsStates").properties()) {
      boolean isCompleted = agent.getValue().path("status").asString("").equals("completed");
      if (isCompleted && ended.size() < ReviewLimits.SUBAGENTS_MAX && ended.add(agent.getKey())) {
        signals.add(new AgentSignal.SubagentRan());
      }
    }
    return signals;
  }
}
