package dev.signalbox.webhook;

import dev.signalbox.feedback.JsonView;
import dev.signalbox.feedback.Words;
import dev.signalbox.plan.IssueId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody called Signalbox as an agent in Linear, and is shown that nobody answers until it does.
 *
 * @param session Linear's id of the agent session
 * @param cause what is answered, once: the same for every delivery that tells of it
 * @param issue that the session is on; empty where Linear names none
 */
public record AgentCall(Kind kind, String session, String cause, Optional<IssueId> issue) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** What somebody wants. */
  public enum Kind {
    /** The issue was handed over, or the agent was mentioned. */
    CREATED,
    /** Somebody spoke to it. */
    PROMPTED,
    /** Somebody wants it to stop. */
    STOPPED
  }

  /** What a delivery calls for; empty for all that nobody waits for an answer to. */
  public static Optional<AgentCall> in(Delivery delivery) {
    return delivery.from().kind() == Endpoint.Kind.LINEAR
        ? JsonView.parse(delivery.body().bytes()).flatMap(AgentCall::read)
        : Optional.empty();
  }

  private static Optional<AgentCall> read(JsonView body) {
    String session = body.words("agentSession", "id");
    if (!body.words("type").equals("AgentSessionEvent") || !ID.matcher(session).matches()) {
      return Optional.empty();
    }
    Optional<IssueId> issue = Words.issue(body.text("agentSession", "issue", "identifier"));
    return switch (body.words("action")) {
      case "created" -> Optional.of(new AgentCall(Kind.CREATED, session, "created", issue));
      case "prompted" ->
          body.text("agentActivity", "id")
              .filter(id -> ID.matcher(id).matches())
              .map(id -> new AgentCall(kind(body), session, "prompted/" + id, issue));
      default -> Optional.empty();
    };
  }

  private static Kind kind(JsonView body) {
    return body.words("agentActivity", "signal").equals("stop") ? Kind.STOPPED : Kind.PROMPTED;
  }
}
