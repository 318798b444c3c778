package dev.signalbox.tracker.linear;

import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.remote.http.JsonService;
import dev.signalbox.tracker.NoteKey;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Speaks in agent sessions of Linear, in which Signalbox itself is the agent
 * (linear.app/developers/agent-interaction). Linear takes that from the app whose session it is: a
 * person's key is not enough.
 */
public final class LinearAgentSessions {
  private final LinearApi api;

  /** How something is meant; Linear derives the session's state from the last. */
  public enum Manner {
    /** Work goes on. */
    THOUGHT("thought"),
    /** Work goes on; shown until the next thing is said. */
    PASSING("thought"),
    /** Nothing more comes until somebody speaks. */
    RESPONSE("response"),
    /** Nothing more comes, and it did not work. */
    ERROR("error");

    private final String type;

    Manner(String type) {
      this.type = type;
    }
  }

  /**
   * A client.
   *
   * @param service at Linear's address, with {@link LinearRules}
   */
  public LinearAgentSessions(JsonService service) {
    this.api = new LinearApi(service);
  }

  /**
   * Says something in a session, once for its key: a repeat changes nothing and counts as done.
   *
   * @param session Linear's id of it
   * @param key within the session
   * @param text in Markdown
   */
  public Outcome<Nothing> say(String session, NoteKey key, Manner manner, String text) {
    String id = key.id("agent session " + session).toString();
    Map<String, Object> input =
        new HashMap<>(
            Map.of(
                "id", id,
                "agentSessionId", session,
                "content", Map.of("type", manner.type, "body", text)));
    if (manner == Manner.PASSING) {
      input.put("ephemeral", true);
    }
    return switch (api.change(
        Operation.AGENT_ACTIVITY_CREATE, Map.of("input", input), "agentActivityCreate")) {
      case Outcome.Done<JsonNode> _ -> Outcome.done();
      case Outcome.Failed<JsonNode>(Failure failure) -> said(session, id, failure);
    };
  }

  /** Whether it was said before, where Linear refused to let it be said. */
  private Outcome<Nothing> said(String session, String id, Failure refusal) {
    if (refusal.kind() != Kind.REFUSED && refusal.kind() != Kind.CONFLICTING) {
      return new Outcome.Failed<>(refusal);
    }
    Outcome<String> there =
        api.ask(
            Operation.AGENT_ACTIVITY,
            Map.of("id", id),
            data -> LinearJson.text(data.required("agentActivity").required("agentSession"), "id"));
    return switch (there) {
      case Outcome.Done<String>(String in) ->
          in.equals(session) ? Outcome.done() : new Outcome.Failed<>(refusal);
      case Outcome.Failed<String>(Failure failure) ->
          new Outcome.Failed<>(failure.kind() == Kind.ABSENT ? refusal : failure);
    };
  }
}
