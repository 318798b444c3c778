package dev.signalbox.runner.acp;

import dev.signalbox.runner.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lines of JSON-RPC for the agent. */
final class Outgoing {
  private static final int METHOD_NOT_FOUND = -32601;
  private static final int REQUEST_CANCELLED = -32800;

  private Outgoing() {}

  static ObjectNode object() {
    return Json.MAPPER.createObjectNode();
  }

  static String request(String id, String method, ObjectNode params) {
    ObjectNode line = line().put("id", id).put("method", method);
    line.set("params", params);
    return Json.text(line);
  }

  static String notification(String method, ObjectNode params) {
    ObjectNode line = line().put("method", method);
    line.set("params", params);
    return Json.text(line);
  }

  static String result(JsonNode id, ObjectNode result) {
    ObjectNode line = line();
    line.set("id", id);
    line.set("result", result);
    return Json.text(line);
  }

  static String unknownMethod(JsonNode id, String method) {
    return error(id, METHOD_NOT_FOUND, "no host offers " + method);
  }

  static String withdrawn(JsonNode id) {
    return error(id, REQUEST_CANCELLED, "withdrawn");
  }

  /** The first line of a conversation: what this side is, and that it offers nothing. */
  static String initialize() {
    ObjectNode params = object().put("protocolVersion", Opening.VERSION);
    ObjectNode capabilities = params.putObject("clientCapabilities").put("terminal", false);
    capabilities.putObject("fs").put("readTextFile", false).put("writeTextFile", false);
    params.putObject("clientInfo").put("name", "signalbox").put("version", "1");
    return request(Opening.INITIALIZE, "initialize", params);
  }

  /** A turn. */
  static String prompt(String id, String session, String text) {
    ObjectNode params = object().put("sessionId", session);
    params.putArray("prompt").addObject().put("type", "text").put("text", plain(text));
    return request(id, "session/prompt", params);
  }

  /** Text that begins with a slash would be a command, such as one that forgets everything. */
  private static String plain(String text) {
    return text.startsWith("/") ? "\n" + text : text;
  }

  private static String error(JsonNode id, int code, String message) {
    ObjectNode line = line();
    line.set("id", id);
    line.putObject("error").put("code", code).put("message", message);
    return Json.text(line);
  }

  private static ObjectNode line() {
    return object().put("jsonrpc", "2.0");
  }
}
