package dev.signalbox.runner.claude;

import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** Output lines of Claude Code, made by hand: only what a reader looks at. */
final class Lines {
  static final AttemptKey ATTEMPT =
      new AttemptKey(new SessionKey(new RunId("run-1"), new SessionId("S-A")), 1);

  static final String SESSION = "6f3c1d52-0b6e-4a4e-9a57-1f2d3c4b5a69";

  private Lines() {}

  static ClaudeExchange exchange() {
    return new ClaudeExchange(ATTEMPT, Path.of("/x"), "");
  }

  static String init(String model) {
    return """
    {"type":"system","subtype":"init","cwd":"/x","session_id":"%s","tools":["Bash"],"model":"%s"}
    """
        .strip()
        .formatted(SESSION, model);
  }

  static String title(String title) {
    return """
    {"type":"system","subtype":"session_title_changed","title":"%s","session_id":"%s"}
    """
        .strip()
        .formatted(title, SESSION);
  }

  /** What the session's own agent says. */
  static String said(String text) {
    return spoken("{\"type\":\"text\",\"text\":" + quoted(text) + "}", "null");
  }

  /** What a subagent says. */
  static String subagentSaid(String text) {
    return spoken("{\"type\":\"text\",\"text\":" + quoted(text) + "}", "\"toolu_1\"");
  }

  static String taskStarted(String id) {
    return """
    {"type":"system","subtype":"task_started","task_id":"%s","is_backgrounded":true,\
    "task_type":"local_agent","prompt":"x"}
    """
        .strip()
        .formatted(id);
  }

  static String taskEnded(String id, String status) {
    return """
    {"type":"system","subtype":"task_notification","task_id":"%s","status":"%s","summary":"x"}
    """
        .strip()
        .formatted(id, status);
  }

  static String uses(String tool, String input) {
    return spoken(
        "{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"" + tool + "\",\"input\":" + input + "}",
        "null");
  }

  private static String spoken(String block, String parent) {
    return """
    {"type":"assistant","message":{"id":"m","model":"claude-a","content":[%s],"usage":\
    {"input_tokens":7,"cache_read_input_tokens":1000,"cache_creation_input_tokens":200,\
    "output_tokens":3,"service_tier":"x","cache_creation":{"ephemeral_1h_input_tokens":50}}},\
    "parent_tool_use_id":%s,"session_id":"%s"}
    """
        .strip()
        .formatted(block, parent, SESSION);
  }

  static String toolResult(String text) {
    return """
    {"type":"user","message":{"role":"user","content":[{"type":"tool_result","content":%s}]}}
    """
        .strip()
        .formatted(quoted(text));
  }

  static String asks(String id, String tool, String input) {
    return """
    {"type":"control_request","request_id":"%s","request":{"subtype":"can_use_tool",\
    "tool_name":"%s","input":%s,"tool_use_id":"t"}}
    """
        .strip()
        .formatted(id, tool, input);
  }

  static String cancels(String id) {
    return "{\"type\":\"control_cancel_request\",\"request_id\":\"" + id + "\"}";
  }

  static String retries() {
    return """
    {"type":"system","subtype":"api_retry","attempt":2,"max_retries":10,"error_status":529,\
    "error":"overloaded"}
    """
        .strip();
  }

  /**
   * The end of a turn, with the type at its end as the program writes it.
   *
   * @param how such as {@code "is_error":true,"terminal_reason":"max_turns"}
   */
  static String result(String how, double costUsd) {
    return """
    {"duration_ms":1,"total_cost_usd":99,"modelUsage":{"claude-a":{"costUSD":99,\
    "contextWindow":400000}},%s,"type":"result","model_usage_since_last_result":\
    {"claude-a":{"costUSD":%s},"claude-b":{"costUSD":0.5}}}
    """
        .strip()
        .formatted(how, costUsd);
  }

  static String window(long tokens) {
    return """
    {"type":"control_response","response":{"subtype":"success","request_id":"%s","response":\
    {"categories":[{"tokens":5}],"maxTokens":1,"rawMaxTokens":%d}}}
    """
        .strip()
        .formatted(Messages.WINDOW_REQUEST, tokens);
  }

  static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }
}
