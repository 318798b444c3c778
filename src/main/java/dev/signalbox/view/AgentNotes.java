package dev.signalbox.view;

import dev.signalbox.agent.AgentProfile;
import dev.signalbox.check.Analysis;
import dev.signalbox.check.Assignment;
import dev.signalbox.check.CheckResult;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.schedule.Batch;
import dev.signalbox.session.SessionName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why sessions have the agents that they have, where that does not go without saying. */
final class AgentNotes {
  private AgentNotes() {}

  /** One sentence per agent and reason, in the table's order. */
  static List<String> of(CheckResult result, Analysis analysis) {
    Map<PhaseId, Assignment> assignments = new HashMap<>();
    result.assignments().forEach(a -> assignments.put(a.phase().id(), a));
    Map<String, List<String>> sessions = new LinkedHashMap<>();
    int number = 0;
    for (Batch batch : analysis.schedule().batches()) {
      for (PhaseId id : batch.phases()) {
        Assignment assignment = assignments.get(id);
        if (assignment != null) {
          String session = SessionName.of(number++);
          if (!assignment.agentReason().isOrdinary()) {
            sessions.computeIfAbsent(said(assignment), _ -> new ArrayList<>()).add(session);
          }
        }
      }
    }
    int all = number;
    List<String> notes = new ArrayList<>();
    sessions.forEach((said, who) ->
        notes.add((who.size() == all ? "Every session" : String.join(", ", who)) + ": " + said));
    return notes;
  }

  private static String said(Assignment assignment) {
    String agent = assignment.agent().map(AgentProfile::id).map(Object::toString).orElse("none");
    return agent + ", " + TableText.plain(assignment.agentReason().text());
  }
}
