package dev.signalbox.runner.acp;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.LaunchOrder.Conversation;
import dev.signalbox.runner.Pricing;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Output lines of an agent, made by hand, and exchanges that read them. */
final class Lines {
  static final String SESSION = "ses_1";
  static final Path WORKSPACE = Path.of("/x");

  private Lines() {}

  static AcpProgram program(Map<LaunchMode, AcpProgram.Way> ways) {
    return new AcpProgram(
        "An agent",
        List.of("agent", "--acp"),
        new AcpProgram.Surroundings(Map.of(), List.of(), List.of(), List.of()),
        ways,
        Pricing.NONE);
  }

  static AcpProgram.Way way(SessionStep step) {
    return new AcpProgram.Way(List.of(), Map.of(), Optional.of(step));
  }

  static final AcpProgram.Way PLAIN = new AcpProgram.Way(List.of(), Map.of(), Optional.empty());

  static final AcpProgram PROGRAM =
      program(
          Map.of(
              LaunchMode.BYPASS, way(new SessionStep.SetMode("yolo")),
              LaunchMode.PLAN, way(new SessionStep.SetOption("mode", "plan")),
              LaunchMode.ASK, PLAIN));

  static LaunchOrder order(LaunchMode mode, Conversation conversation) {
    return order(mode, conversation, Optional.empty(), Optional.empty());
  }

  static LaunchOrder order(
      LaunchMode mode, Conversation conversation, Optional<String> model, Optional<String> effort) {
    AttemptKey attempt =
        new AttemptKey(new SessionKey(new RunId("run-1"), new SessionId("S-A")), 2);
    return new LaunchOrder(
        attempt,
        new AgentId("agent"),
        new LaunchOrder.Setting(WORKSPACE, Path.of("/o"), mode, model, effort, Optional.empty()),
        "SHOP-1 1A x",
        conversation,
        "Do it.");
  }

  static Conversation fresh() {
    return new Conversation.Fresh("ignored");
  }

  static AcpExchange exchange(LaunchMode mode) {
    return new AcpExchange(order(mode, fresh()), PROGRAM, Optional.empty());
  }

  /** In the middle of its first turn, in ask mode. */
  static AcpExchange working() {
    AcpExchange exchange = exchange(LaunchMode.ASK);
    read(exchange, initialized(), opened());
    return exchange;
  }

  static List<AgentSignal> read(AcpExchange exchange, String... lines) {
    List<AgentSignal> signals = new ArrayList<>();
    for (String line : lines) {
      signals.addAll(exchange.read(line));
    }
    return signals;
  }

  static String initialized() {
    return result(
        "signalbox-initialize",
        "{\"protocolVersion\":1,\"agentCapabilities\":{\"loadSession\":true}}");
  }

  static String opened() {
    return result("signalbox-open", "{\"sessionId\":\"" + SESSION + "\"}");
  }

  static String result(String id, String result) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"" + id + "\",\"result\":" + result + "}";
  }

  static String error(String id, int code, String message, String data) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"error\":{\"code\":%d,\"message\":%s,\"data\":%s}}"
        .formatted(id, code, quoted(message), data);
  }

  static String ended(long sequence, String reason) {
    return result("signalbox-prompt-" + sequence, "{\"stopReason\":\"" + reason + "\"}");
  }

  static String update(String update) {
    return "{\"jsonrpc\":\"2.0\",\"method\":\"session/update\",\"params\":{\"sessionId\":\""
        + SESSION
        + "\",\"update\":"
        + update
        + "}}";
  }

  static String says(String text) {
    return chunk("agent_message_chunk", text, "");
  }

  static String chunk(String kind, String text, String more) {
    return update(
        "{\"sessionUpdate\":\"%s\",\"content\":{\"type\":\"text\",\"text\":%s}%s}"
            .formatted(kind, quoted(text), more));
  }

  static String tool(String sessionUpdate, String id, String more) {
    return update(
        "{\"sessionUpdate\":\"%s\",\"toolCallId\":\"%s\"%s}".formatted(sessionUpdate, id, more));
  }

  static String asks(int request, String toolCall) {
    return asks(
        request,
        toolCall,
        "[{\"optionId\":\"ever\",\"kind\":\"allow_always\"},"
            + "{\"optionId\":\"yes\",\"kind\":\"allow_once\"},"
            + "{\"optionId\":\"no\",\"kind\":\"reject_once\"}]");
  }

  static String asks(int request, String toolCall, String options) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"session/request_permission\",\"params\":"
            .formatted(request)
        + "{\"sessionId\":\"%s\",\"toolCall\":%s,\"options\":%s}}"
            .formatted(SESSION, toolCall, options);
  }

  static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }
}
