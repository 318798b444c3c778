package dev.signalbox.runner.codex;

import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.ConversationUuid;
import dev.signalbox.runner.Json;
import dev.signalbox.runner.LaunchOrder;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Signalbox says to the app server, as it stands in the protocol of version 0.169 (the program
 * prints it: {@code codex app-server generate-ts --experimental}).
 */
final class Lines {
  static final String INITIALIZE = "initialize";
  static final String THREAD = "thread";
  static final String MESSAGE = "message-";
  private static final int METHOD_NOT_FOUND = -32601;

  private Lines() {}

  static ObjectNode object() {
    return Json.MAPPER.createObjectNode();
  }

  /** The first line. Modes of collaboration, plan mode among them, count as experimental. */
  static String initialize() {
    ObjectNode params = object();
    params
        .putObject("clientInfo")
        .put("name", "signalbox")
        .put("title", "Signalbox")
        .put("version", "1");
    params.putObject("capabilities").put("experimentalApi", true);
    return request(INITIALIZE, "initialize", params);
  }

  static String initialized() {
    return Json.text(object().put("method", "initialized"));
  }

  /** A new thread, or the one that another process left; it does not keep its permissions. */
  static String thread(LaunchOrder order) {
    LaunchOrder.Setting setting = order.setting();
    ObjectNode params = object().put("cwd", setting.workspace().toString());
    params.put("approvalPolicy", approvalPolicy(setting.mode()));
    params.put("sandbox", sandbox(setting.mode()));
    setting.model().ifPresent(model -> params.put("model", model));
    return switch (order.conversation()) {
      case LaunchOrder.Conversation.Fresh _ -> request(THREAD, "thread/start", params);
      case LaunchOrder.Conversation.Resumed(String id) ->
          request(
              THREAD,
              "thread/resume",
              params.put("threadId", ConversationUuid.checked(id)).put("excludeTurns", true));
    };
  }

  private static String approvalPolicy(LaunchMode mode) {
    return switch (mode) {
      // In plan mode nothing can be changed, so there is nothing to ask.
      case BYPASS, PLAN -> "never";
      // With "on-request" the model would decide when to ask.
      case ASK -> "untrusted";
    };
  }

  private static String sandbox(LaunchMode mode) {
    return switch (mode) {
      case BYPASS -> "danger-full-access";
      case PLAN -> "read-only";
      case ASK -> "workspace-write";
    };
  }

  static String name(String thread, String name) {
    return request("name", "thread/name/set", object().put("threadId", thread).put("name", name));
  }

  /** A message: a turn of its own or, where one is running, a word in the middle of it. */
  static String say(String thread, long sequence, String text) {
    return request(MESSAGE + sequence, "turn/start", turn(thread, text));
  }

  /** The first message of a process: a resumed thread may be in another mode than is wanted. */
  static String first(String thread, String model, LaunchOrder order) {
    ObjectNode params = turn(thread, order.prompt());
    String mode = order.setting().mode() == LaunchMode.PLAN ? "plan" : "default";
    collaborate(params, mode, model, order.setting().effort());
    return request(MESSAGE + 0, "turn/start", params);
  }

  /** The end of planning. What the thread was started with is replaced for good. */
  static String approve(
      String thread, long sequence, String model, Optional<String> effort, boolean isAsking) {
    ObjectNode params = turn(thread, "The plan is approved. Implement it.");
    params.put("approvalPolicy", approvalPolicy(isAsking ? LaunchMode.ASK : LaunchMode.BYPASS));
    if (isAsking) {
      ObjectNode policy = params.putObject("sandboxPolicy").put("type", "workspaceWrite");
      policy.putArray("writableRoots");
      policy
          .put("networkAccess", false)
          .put("excludeTmpdirEnvVar", false)
          .put("excludeSlashTmp", false);
    } else {
      params.putObject("sandboxPolicy").put("type", "dangerFullAccess");
    }
    collaborate(params, "default", model, effort);
    return request(MESSAGE + sequence, "turn/start", params);
  }

  static String interrupt(String thread, String turn, long sequence) {
    return request(
        "interrupt-" + sequence,
        "turn/interrupt",
        object().put("threadId", thread).put("turnId", turn));
  }

  static String result(JsonNode id, JsonNode result) {
    ObjectNode line = object();
    line.set("id", id);
    line.set("result", result);
    return Json.text(line);
  }

  static String refusal(JsonNode id, String method) {
    ObjectNode line = object();
    line.set("id", id);
    line.putObject("error")
        .put("code", METHOD_NOT_FOUND)
        .put("message", "Signalbox does not offer " + method);
    return Json.text(line);
  }

  private static ObjectNode turn(String thread, String text) {
    ObjectNode params = object().put("threadId", thread);
    params.putArray("input").addObject().put("type", "text").put("text", text);
    return params;
  }

  private static void collaborate(
      ObjectNode params, String mode, String model, Optional<String> effort) {
    ObjectNode settings =
        params.putObject("collaborationMode").put("mode", mode).putObject("settings");
    settings.put("model", model);
    settings.put("reasoning_effort", effort.orElse(null));
    settings.putNull("developer_instructions");
  }

  private static String request(String id, String method, ObjectNode params) {
    ObjectNode line = object().put("id", id).put("method", method);
    line.set("params", params);
    return Json.text(line);
  }
}
