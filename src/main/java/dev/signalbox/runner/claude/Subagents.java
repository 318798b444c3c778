package dev.signalbox.runner.claude;

import dev.signalbox.limit.ReviewLimits;
import dev.signalbox.runner.Json;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.TurnResult;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The subagents of a conversation: tasks of their own, beside commands in the background. They work
 * on when the turn that started them ends. The program goes on by itself when they have come back
 * and the model has not heard of it: only then has the agent come to the end of its turn.
 */
final class Subagents {
  /** Only lines of a subagent's have it. */
  private static final Set<String> PARENT = Set.of("parent_tool_use_id");

  private final Set<String> running = new HashSet<>();
  private boolean hasNews;
  private boolean isHeld;

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
    return running.remove(id)
        ? ended(event.getOrDefault("status", "").equals("completed"))
        : List.of();
  }

  private List<AgentSignal> ended(boolean isCompleted) {
    if (isCompleted) {
      hasNews = true;
      return List.of(new AgentSignal.SubagentRan());
    }
    // Nothing says that the program goes on after one that was stopped.
    return isHeld ? turnEnded(new TurnResult.Completed()) : List.of();
  }

  /** What the end of a turn is, while some may be at work or have just come back. */
  List<AgentSignal> turnEnded(TurnResult result) {
    isHeld = result instanceof TurnResult.Completed && (hasNews || !running.isEmpty());
    return isHeld ? List.of() : List.of(new AgentSignal.TurnEnded(result));
  }

  /** A tool has a result: the session's own, which the model is told next, or a subagent's. */
  List<AgentSignal> toolUsed(String line) {
    if (hasNews && Json.fields(line, PARENT).isEmpty()) {
      heard();
    }
    return List.of();
  }

  /** The model is asked next: with the result of a tool, or in a turn that begins. */
  void heard() {
    hasNews = false;
    isHeld = false;
  }
}
