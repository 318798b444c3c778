package dev.signalbox.journal;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shapes that facts had in earlier versions, lifted to the next one. */
final class EarlierShapes {
  /** By kind: the first takes version 1, the next version 2. */
  static final Map<String, List<Upcaster>> UPCASTERS =
      Map.of(
          "gate-opened", List.of(EarlierShapes::accessOfPermissions),
          "message-queued", List.of(EarlierShapes::askingAfterPlans),
          "taken-in", List.of(EarlierShapes::withoutLook),
          "issue-moved", List.of(EarlierShapes::withoutOutline),
          "merge-blocked", List.of(EarlierShapes::withoutPaths),
          "run-opened",
              List.of(
                  EarlierShapes::scopeOfSessions,
                  EarlierShapes::mergingHere,
                  EarlierShapes::lineup,
                  EarlierShapes::withoutReview,
                  EarlierShapes::plainLineup,
                  EarlierShapes::nobodyElsewhere),
          "review-recorded", List.of(EarlierShapes::findingsAlone, EarlierShapes::withoutSeats),
          "record-extended", List.of(EarlierShapes::withoutSeats),
          "milestone-reviewed", List.of(EarlierShapes::withoutSeats));

  private EarlierShapes() {}

  /** Version 1 of {@code gate-opened}: a permission did not say what the tool would do. */
  private static ObjectNode accessOfPermissions(ObjectNode fact) {
    JsonNode question = fact.path("gate").path("question");
    if (question instanceof ObjectNode asked
        && asked.path("type").asString("").equals("permission")) {
      ObjectNode access = asked.putObject("access");
      access.put("kind", "other");
      access.putArray("paths");
    }
    return fact;
  }

  /** Version 1 of {@code message-queued}: after a plan was approved nothing was asked any more. */
  private static ObjectNode askingAfterPlans(ObjectNode fact) {
    if (fact.path("message") instanceof ObjectNode message
        && message.path("type").asString("").equals("approve-plan")) {
      message.put("isAsking", false);
    }
    return fact;
  }

  /** Version 1 of {@code run-opened}: every session could change every file, and nobody looked. */
  private static ObjectNode scopeOfSessions(ObjectNode fact) {
    for (JsonNode session : fact.path("spec").path("sessions")) {
      if (session.path("work") instanceof ObjectNode work) {
        ObjectNode scope = work.putObject("scope");
        scope.put("policy", "record");
        scope.putArray("touches").add("**");
        scope.putArray("own");
        scope.putArray("protect");
      }
    }
    return fact;
  }

  /** Version 2 of {@code run-opened}: work was merged on this machine only. */
  private static ObjectNode mergingHere(ObjectNode fact) {
    if (fact.path("spec").path("target") instanceof ObjectNode target) {
      target.put("merge", "local");
    }
    return fact;
  }

  /** Version 3 of {@code run-opened}: a run had the sessions of its plan and no others. */
  private static ObjectNode lineup(ObjectNode fact) {
    if (fact.path("spec") instanceof ObjectNode spec) {
      for (JsonNode session : spec.path("sessions")) {
        if (session.path("work") instanceof ObjectNode work) {
          work.put("purpose", "implement");
        }
      }
      ObjectNode lineup = spec.putObject("lineup");
      lineup.set("sessions", spec.remove("sessions"));
      lineup.set("batches", spec.remove("batches"));
    }
    return fact;
  }

  /** Version 4 of {@code run-opened}: no sessions reviewed. */
  private static ObjectNode withoutReview(ObjectNode fact) {
    return fact;
  }

  /**
   * Version 5 of {@code run-opened}: nobody asked who else changes an artifact, and no session
   * stopped at milestones.
   */
  private static ObjectNode plainLineup(ObjectNode fact) {
    if (fact.path("spec").path("lineup") instanceof ObjectNode lineup) {
      lineup.putArray("artifacts");
      if (lineup.path("review") instanceof ObjectNode review) {
        review.putArray("inside");
      }
    }
    return fact;
  }

  /** Version 6 of {@code run-opened}: reviewers were sessions of the run. */
  private static ObjectNode nobodyElsewhere(ObjectNode fact) {
    if (fact.path("spec").path("lineup") instanceof ObjectNode lineup) {
      lineup.putArray("elsewhere");
    }
    return fact;
  }

  /** A record before reviewers were elsewhere: nobody's voice counted for a seat. */
  private static ObjectNode withoutSeats(ObjectNode fact) {
    return fact;
  }

  /** Version 1 of {@code issue-moved}: nobody looked how the issue was planned. */
  private static ObjectNode withoutOutline(ObjectNode fact) {
    return fact;
  }

  /** Version 1 of {@code merge-blocked}: what was in conflict stood in words only. */
  private static ObjectNode withoutPaths(ObjectNode fact) {
    fact.putArray("paths");
    return fact;
  }

  /** Version 1 of {@code taken-in}: nobody looked at what the work does to artifacts. */
  private static ObjectNode withoutLook(ObjectNode fact) {
    fact.putArray("touched");
    fact.putArray("contained");
    return fact;
  }

  /** Version 1 of {@code review-recorded}: nobody answered to findings, none came from outside. */
  private static ObjectNode findingsAlone(ObjectNode fact) {
    for (JsonNode row : fact.path("record").path("rows")) {
      if (row instanceof ObjectNode each) {
        each.putArray("stances");
        each.putArray("voices");
      }
    }
    return fact;
  }
}
