package dev.signalbox.runtime;

import dev.signalbox.engine.SessionSpec;
import dev.signalbox.limit.Limits;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The files in which a session keeps its state across conversations (mission context). */
final class StateFiles {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private StateFiles() {}

  /** Name and content of the files that a new workspace gets. */
  static Map<String, String> of(SessionSpec session, Instant at) {
    return Map.of(".sdd-state.json", state(session, at), ".sdd-progress.md", progress(session));
  }

  private static String state(SessionSpec session, Instant at) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("linearIssue", session.issue().value());
    json.put("phase", "execution");
    json.put("taskIndex", 0);
    json.put("totalTasks", 0);
    json.put("taskIteration", 1);
    json.put("maxTaskIterations", Limits.TASK_ITERATIONS_MAX);
    json.put("globalIteration", 0);
    json.put("maxGlobalIterations", Limits.GLOBAL_ITERATIONS_MAX);
    json.put("executionMode", session.work().exec().word());
    json.putArray("gatesPassed");
    json.putNull("awaitingGate");
    json.putNull("specPath");
    json.put("replanCount", 0);
    json.put("createdAt", at.toString());
    json.put("lastUpdatedAt", at.toString());
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  private static String progress(SessionSpec session) {
    String title = session.work().title().replaceAll("\\s+", " ").strip();
    return """
    # Goal
    %s

    # Linear Issue
    %s

    # Completed Tasks

    # Learnings

    # Current Task

    # Blocked / Flagged
    """
        .formatted(title, session.issue());
  }
}
