package dev.signalbox.tracker.linear;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Agent sessions of the stand-in in which Signalbox is the agent. */
final class FakeCalls {
  private static final Map<String, String> CONTENTS =
      Map.of(
          "thought", "AgentActivityThoughtContent",
          "elicitation", "AgentActivityElicitationContent",
          "response", "AgentActivityResponseContent",
          "error", "AgentActivityErrorContent");
  private static final Map<String, String> STATUSES =
      Map.of(
          "thought", "active",
          "elicitation", "awaitingInput",
          "response", "complete",
          "error", "error");

  private final LinearWorkspace there;

  FakeCalls(LinearWorkspace there) {
    this.there = there;
  }

  Map<String, DataFetcher<?>> all() {
    return Map.of(
        "agentActivityCreate", this::say, "agentActivity", env -> activity(env.getArgument("id")));
  }

  /** A person mentions Signalbox on the issue, or hands it over. */
  FakeNode call(FakeNode issue) {
    FakeNode session = new FakeNode("AgentSession", there.take(null));
    session
        .set("status", "pending")
        .set("createdAt", there.now().toString())
        .set("appUser", there.engine)
        .set("issue", issue)
        .set("externalLinks", List.of())
        .set("activityNodes", new ArrayList<FakeNode>())
        .connection("pullRequests", List::of)
        .connection("activities", () -> LinearActions.list(session, "activityNodes"));
    there.sessions.put(session.text("id"), session);
    tell("created", session, Map.of("promptContext", "<issue>" + issue.text("title") + "</issue>"));
    return session;
  }

  /** A person speaks in the session. */
  void prompt(String id, String text, boolean isStop) {
    FakeNode session = session(id);
    FakeNode said =
        activity(session, there.take(null), "AgentActivityPromptContent", text)
            .set("user", there.person);
    Map<String, Object> shown = LinearPayloads.activity(said, session, isStop ? "stop" : null);
    tell("prompted", session, Map.of("agentActivity", shown));
  }

  private void tell(String action, FakeNode session, Map<String, Object> more) {
    Map<String, @Nullable Object> body = new HashMap<>(more);
    body.put("agentSession", LinearPayloads.session(session, there.person));
    body.put("appUserId", there.engine.text("id"));
    body.put("oauthClientId", LinearWorkspace.id("client"));
    there.hooks.told("AgentSessionEvent", action, body);
  }

  private FakeNode session(Object id) {
    FakeNode session = there.sessions.get(id.toString());
    if (session == null) {
      throw FakeRefusal.absent("AgentSession");
    }
    return session;
  }

  private FakeNode activity(FakeNode session, String id, String type, String text) {
    FakeNode made =
        new FakeNode("AgentActivity", id)
            .set("createdAt", there.now().toString())
            .set("agentSession", session)
            .set("ephemeral", false)
            .set("content", new FakeNode(type, "").set("body", text));
    LinearActions.list(session, "activityNodes").add(made);
    return made;
  }

  private FakeNode activity(@Nullable String id) {
    return there.sessions.values().stream()
        .flatMap(each -> LinearActions.list(each, "activityNodes").stream())
        .filter(each -> each.text("id").equals(id))
        .findFirst()
        .orElseThrow(() -> FakeRefusal.absent("AgentActivity"));
  }

  /** What a session's agent says; Linear takes nobody else's word for it. */
  private Map<String, Object> say(DataFetchingEnvironment env) {
    Map<String, @Nullable Object> input = env.getArgumentOrDefault("input", Map.of());
    FakeNode session = session(Objects.requireNonNull(input.get("agentSessionId")));
    if (session.get("appUser") != env.getGraphQlContext().<FakeNode>get("account")) {
      throw FakeRefusal.forbidden("Only the agent of the session can do this.");
    }
    Map<?, ?> content = (Map<?, ?>) Objects.requireNonNull(input.get("content"));
    String type = String.valueOf(content.get("type"));
    boolean isKnown =
        CONTENTS.containsKey(type)
            && content.size() == 2
            && content.get("body") instanceof String body
            && !body.isBlank();
    if (!isKnown) {
      throw FakeRefusal.input("content must be of a type with a body");
    }
    LinearActions.list(session, "activityNodes")
        .removeIf(each -> Boolean.TRUE.equals(each.get("ephemeral")));
    FakeNode made =
        activity(
            session,
            there.take(input.get("id")),
            Objects.requireNonNull(CONTENTS.get(type)),
            String.valueOf(content.get("body")));
    made.set("ephemeral", Boolean.TRUE.equals(input.get("ephemeral")));
    session.set("status", STATUSES.get(type));
    return Map.of("success", true, "agentActivity", made);
  }
}
