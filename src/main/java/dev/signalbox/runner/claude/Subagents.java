package dev.signalbox.runner.claude;

import dev.signalbox.limit.ReviewLimits;
import dev.signalbox.session.AgentSignal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The subagents of a conversation: tasks of their own, beside commands in the background. */
final class Subagents {
  private final Set<String> running = new HashSet<>();

  /** What the beginning or the end of a task says; one that failed did not run to its end. */
  List<AgentSignal> told(Map<String, String> event) {
    String id = event.getOrDefault("task_id", "");
    if (event.getOrDefault("subtype", "").equals("task_started")) {
      boolean isAgent = event.getOrDefault("task_type", "").equals("local_agent");
      if (isAgent && running.size() < ReviewLimits.SUBAGENTS_MAX) {
        running.add(id);
      }
      return List.of();
    }
    boolean isEnded = running.remove(id);
    return isEnded && event.getOrDefault("status", "").equals("completed")
        ? List.of(new AgentSignal.SubagentRan())
        : List.of();
  }
}
