package dev.signalbox.runner.claude;

import dev.signalbox.runner.Json;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AttemptKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** What Claude Code is told, as lines. The same message gives the same lines every time. */
final class Messages {
  /** Asks how large the window is: else that is told only at the end of the first turn. */
  static final String WINDOW_REQUEST = "signalbox-window";

  private final AttemptKey attempt;
  private final Questions questions;

  Messages(AttemptKey attempt, Questions questions) {
    this.attempt = attempt;
    this.questions = questions;
  }

  List<String> lines(long sequence, AgentMessage message) {
    return switch (message) {
      case AgentMessage.Say(String text) -> said(sequence, text);
      case AgentMessage.Allow(String id) -> answered(id, allowed(id));
      case AgentMessage.Deny(String id, String why) -> answered(id, denied(why));
      case AgentMessage.ApprovePlan(String id, boolean isAsking) ->
          answered(id, approved(id, isAsking));
      case AgentMessage.Choose(String id, List<String> answers) ->
          answered(id, chosen(id, answers));
      case AgentMessage.Interrupt() ->
          List.of(request("signalbox-interrupt-" + sequence, "interrupt"));
      case AgentMessage.EndInput() -> List.of();
    };
  }

  /**
   * The first message comes with a request that is answered when the program is up: before its
   * first message it writes nothing by itself.
   */
  private List<String> said(long sequence, String text) {
    ObjectNode line = object();
    line.put("type", "user");
    line.putObject("message").put("role", "user").put("content", plain(text));
    line.putNull("parent_tool_use_id");
    line.put("uuid", uuid(sequence));
    return sequence == 0
        ? List.of(request("signalbox-initialize", "initialize"), windowRequest(), Json.text(line))
        : List.of(Json.text(line));
  }

  /** Text that begins with a slash would be a command, such as one that forgets everything. */
  private static String plain(String text) {
    return text.startsWith("/") ? "\n" + text : text;
  }

  /** In full, the answer would take some twenty calls of the service and seconds. */
  private static String windowRequest() {
    ObjectNode line = object().put("type", "control_request").put("request_id", WINDOW_REQUEST);
    line.putObject("request").put("subtype", "get_context_usage").put("detail", "summary");
    return Json.text(line);
  }

  /** Derived, and not thrown: a message that is published twice is still one message. */
  private String uuid(long sequence) {
    byte[] name = (attempt + "/" + sequence).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString();
  }

  private Optional<ObjectNode> allowed(String id) {
    return questions
        .use(id)
        .map(use -> {
          ObjectNode allow = object().put("behavior", "allow");
          allow.putRawValue("updatedInput", new RawValue(use.input()));
          return allow;
        });
  }

  /** The mode to the end of the conversation: nothing, or every tool, is asked about. */
  private Optional<ObjectNode> approved(String id, boolean isAsking) {
    return allowed(id)
        .map(allow -> {
          allow
              .putArray("updatedPermissions")
              .addObject()
              .put("type", "setMode")
              .put("mode", isAsking ? "default" : "bypassPermissions")
              .put("destination", "session");
          return allow;
        });
  }

  private Optional<ObjectNode> chosen(String id, List<String> answers) {
    return questions
        .use(id)
        .map(use -> Json.tree(use.input()))
        .filter(ObjectNode.class::isInstance)
        .map(input -> answersIn((ObjectNode) input, answers));
  }

  /** Answers are found by the text of their question. */
  private static ObjectNode answersIn(ObjectNode input, List<String> answers) {
    ObjectNode byText = object();
    int number = 0;
    for (JsonNode item : input.path("questions")) {
      if (number < answers.size()) {
        byText.put(item.path("question").asString(""), answers.get(number));
      }
      number++;
    }
    input.set("answers", byText);
    ObjectNode allow = object().put("behavior", "allow");
    allow.set("updatedInput", input);
    return allow;
  }

  private static Optional<ObjectNode> denied(String why) {
    return Optional.of(
        object().put("behavior", "deny").put("message", why).put("interrupt", false));
  }

  private static List<String> answered(String id, Optional<ObjectNode> decision) {
    return decision
        .map(node -> {
          ObjectNode line = object().put("type", "control_response");
          ObjectNode response = line.putObject("response");
          response.put("subtype", "success").put("request_id", id);
          response.set("response", node);
          return List.of(Json.text(line));
        })
        .orElse(List.of());
  }

  private static String request(String id, String subtype) {
    ObjectNode line = object().put("type", "control_request").put("request_id", id);
    line.putObject("request").put("subtype", subtype);
    return Json.text(line);
  }

  private static ObjectNode object() {
    return Json.MAPPER.createObjectNode();
  }
}
