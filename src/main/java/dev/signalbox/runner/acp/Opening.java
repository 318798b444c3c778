package dev.signalbox.runner.acp;

import dev.signalbox.runner.LaunchOrder.Conversation;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.runner.ShortText;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What comes before the first prompt, request by request: hello, a session that is new or loaded,
 * its mode, its model. Everything is decided by the agent's answers, so that it can be read again.
 */
final class Opening {
  static final int VERSION = 1;
  static final String INITIALIZE = "signalbox-initialize";
  private static final String OPEN = "signalbox-open";
  private static final String STEP = "signalbox-step-";

  private final Conversation conversation;
  private final Path workspace;
  private final Optional<SessionStep> way;
  private final Wishes wishes;
  private final Deque<String> steps = new ArrayDeque<>();
  private final List<String> requests = new ArrayList<>();
  private State state = new State.Greeting();
  private int stepsTaken;

  /**
   * What is asked for beyond the mode, where the agent offers it.
   *
   * @param model as the agent calls it
   * @param effort as the agent calls it
   * @param tools of the session
   */
  record Wishes(
      Optional<String> model, Optional<String> effort, Optional<SessionTools.Access> tools) {}

  /** How far it is. */
  sealed interface State {
    record Greeting() implements State {}

    record Opened(String session) implements State {}

    record Ready(String session) implements State {}

    record Failed(String reason) implements State {}
  }

  Opening(Conversation conversation, Path workspace, Optional<SessionStep> way, Wishes wishes) {
    this.conversation = conversation;
    this.workspace = workspace;
    this.way = way;
    this.wishes = wishes;
  }

  State state() {
    return state;
  }

  /** The session, once the agent has told it. */
  Optional<String> session() {
    return switch (state) {
      case State.Opened(String session) -> Optional.of(session);
      case State.Ready(String session) -> Optional.of(session);
      case State.Greeting _, State.Failed _ -> Optional.empty();
    };
  }

  /** All that was to be said so far, in order. */
  List<String> requests() {
    return requests;
  }

  /** Takes an answer to one of the requests; whether it was one. */
  boolean take(Incoming.Response response) {
    return switch (state) {
      case State.Greeting() when response.id().equals(INITIALIZE) -> {
        greeted(response);
        yield true;
      }
      case State.Greeting() when response.id().equals(OPEN) -> {
        opened(response);
        yield true;
      }
      case State.Opened(String session) when response.id().equals(STEP + stepsTaken) -> {
        if (response.isError()) {
          fail("the session's settings", response);
        } else {
          next(session);
        }
        yield true;
      }
      case State.Greeting _, State.Opened _, State.Ready _, State.Failed _ -> false;
    };
  }

  private void greeted(Incoming.Response response) {
    int version = response.result().path("protocolVersion").asInt(VERSION);
    if (response.isError()) {
      fail("initialize", response);
    } else if (version != VERSION) {
      state =
          new State.Failed(
              "expected version " + VERSION + " of the Agent Client Protocol, found " + version);
    } else {
      open(response.result().path("agentCapabilities"));
    }
  }

  private void open(JsonNode capabilities) {
    ObjectNode params = Outgoing.object().put("cwd", workspace.toString());
    ArrayNode servers = params.putArray("mcpServers");
    if (capabilities.path("mcpCapabilities").path("http").asBoolean(false)) {
      wishes.tools().ifPresent(access -> server(access, servers.addObject()));
    }
    switch (conversation) {
      case Conversation.Fresh _ -> request("session/new", params);
      case Conversation.Resumed(String id) when !SessionName.isOne(id) ->
          state = new State.Failed("expected the id of a session, found " + ShortText.line(id));
      case Conversation.Resumed(String id) -> {
        params.put("sessionId", id);
        if (capabilities.path("loadSession").asBoolean(false)) {
          request("session/load", params);
        } else if (capabilities.path("sessionCapabilities").path("resume").isObject()) {
          request("session/resume", params);
        } else {
          state = new State.Failed("expected an agent that can go on with a session, found none");
        }
      }
    }
  }

  /** By the protocol's HTTP server; its headers are no command line, and may hold the token. */
  private static void server(SessionTools.Access access, ObjectNode server) {
    server.put("type", "http").put("name", SessionTools.SERVER).put("url", access.url());
    server
        .putArray("headers")
        .addObject()
        .put("name", "Authorization")
        .put("value", "Bearer " + access.token());
  }

  private void request(String method, ObjectNode params) {
    requests.add(Outgoing.request(OPEN, method, params));
  }

  private void opened(Incoming.Response response) {
    if (response.isError()) {
      fail("a session", response);
      return;
    }
    String told = response.result().path("sessionId").asString("");
    String session =
        switch (conversation) {
          case Conversation.Fresh _ -> told;
          case Conversation.Resumed(String id) -> id;
        };
    if (!SessionName.isOne(session)) {
      state = new State.Failed("expected the id of a session, found " + ShortText.line(session));
      return;
    }
    state = new State.Opened(session);
    steps.addAll(
        new SessionSettings(session, response.result())
            .requests(way, wishes.model(), wishes.effort(), STEP));
    next(session);
  }

  private void next(String session) {
    String step = steps.poll();
    if (step == null) {
      state = new State.Ready(session);
    } else {
      stepsTaken++;
      requests.add(step);
    }
  }

  private void fail(String what, Incoming.Response response) {
    state =
        new State.Failed(
            ShortText.reason(
                "expected " + what + ", found: " + new CallError(response.error()).text()));
  }
}
