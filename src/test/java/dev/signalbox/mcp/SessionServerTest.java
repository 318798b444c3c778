package dev.signalbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.session.AgentCall;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tools of sessions answer to HTTP. */
@Timeout(60)
class SessionServerTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final AttemptKey OURS =
      new AttemptKey(new SessionKey(new RunId("run-1"), new SessionId("S-A")), 1);

  @TempDir private Path folder = Path.of("");
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> called = Collections.synchronizedList(new ArrayList<>());
  private Supplier<Answer> answer = Answer.Taken::new;
  private SessionServer server;

  private SessionServer serve() {
    return SessionServer.start(
        folder,
        (attempt, call) -> {
          called.add(attempt + " " + call);
          return answer.get();
        },
        "1");
  }

  @BeforeEach
  void start() {
    server = serve();
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  private ToolsLink link() {
    return ToolsLink.find(folder).orElseThrow();
  }

  private HttpRequest.Builder post(String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + link().port() + "/mcp"))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode ask(String method, Map<String, Object> params) {
    String body =
        JSON.writeValueAsString(
            Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", params));
    HttpResponse<String> response =
        send(post(body).header("Authorization", "Bearer " + link().access(OURS).token()).build());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body()).path("result");
  }

  private JsonNode call(String tool, Map<String, Object> arguments) {
    return ask("tools/call", Map.of("name", tool, "arguments", arguments));
  }

  private static String text(JsonNode result) {
    return result.path("content").path(0).path("text").asString("");
  }

  @Test
  void itListsTheVerbsOfASessionAndNothingOfAPerson() {
    assertThat(ask("tools/list", Map.of()).path("tools").findValuesAsString("title")).isNotEmpty();
    List<String> names = new ArrayList<>();
    ask("tools/list", Map.of())
        .path("tools")
        .forEach(tool -> names.add(tool.path("name").asString()));
    assertThat(names)
        .containsExactlyInAnyOrder(
            "session_started",
            "report_progress",
            "ask",
            "request_checkpoint",
            "flag_conflict",
            "hand_in_summary");
  }

  @Test
  void eachCallIsHandedOnForTheTokensOwnAttempt() {
    call("session_started", Map.of("name", "SHOP-101 1A"));
    call("report_progress", Map.of("text", "half"));
    call("ask", Map.of("text", "which?", "options", List.of("a", "b")));
    call("request_checkpoint", Map.of("text", "look"));
    call("flag_conflict", Map.of("text", "with S-B"));
    call("hand_in_summary", Map.of("summary", "x".repeat(ToolInput.DOCUMENT_CHARS_MAX)));
    assertThat(called)
        .containsExactly(
            OURS + " " + new AgentCall.Started("SHOP-101 1A"),
            OURS + " " + new AgentCall.Progress("half"),
            OURS + " " + new AgentCall.Ask("which?", List.of("a", "b")),
            OURS + " " + new AgentCall.Checkpoint("look"),
            OURS + " " + new AgentCall.Conflict("with S-B"),
            OURS + " " + new AgentCall.HandIn("x".repeat(ToolInput.DOCUMENT_CHARS_MAX)));
  }

  @Test
  void theAgentHearsWhatBecameOfIt() {
    assertThat(text(call("ask", Map.of("text", "which?")))).startsWith("A person was asked.");
    answer = Answer.TakenBefore::new;
    assertThat(text(call("ask", Map.of("text", "which?")))).startsWith("It was recorded before.");
    answer = () -> new Answer.Refused("a person has taken this session over");
    JsonNode refused = call("ask", Map.of("text", "which?"));
    assertThat(text(refused)).isEqualTo("Not recorded: a person has taken this session over.");
    assertThat(refused.path("isError").asBoolean()).isTrue();
    answer =
        () -> {
          throw new SignalboxException(ErrorCode.ENGINE_MISSING, "no engine", List.of("wait"));
        };
    JsonNode failed = call("ask", Map.of("text", "which?"));
    assertThat(text(failed)).isEqualTo("Error [ENGINE_MISSING]: no engine\nHint: wait");
    assertThat(failed.path("isError").asBoolean()).isTrue();
  }

  @Test
  void allThatIsWrongWithArgumentsIsToldAtOnceAndNothingIsHandedOn() {
    JsonNode wrong = call("ask", Map.of("text", " ", "options", List.of("a", 7), "session", "S-B"));
    assertThat(text(wrong)).contains("text: ", "options: ", "session: ", "expected no such");
    assertThat(call("hand_in_summary", Map.of("summary", "x".repeat(70_000))).path("isError"))
        .isEqualTo(JSON.getNodeFactory().booleanNode(true));
    assertThat(called).isEmpty();
  }

  @Test
  void nobodyElseIsAnswered() {
    String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}";
    String token = "Bearer " + link().access(OURS).token();
    assertThat(send(post(list).build()).statusCode()).isEqualTo(401);
    assertThat(send(post(list).header("Authorization", "Bearer x").build()).statusCode())
        .isEqualTo(401);
    assertThat(
            send(post(list).header("Authorization", token).header("Origin", "http://a.b").build())
                .statusCode())
        .isEqualTo(403);
    HttpRequest get =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + link().port() + "/mcp")).build();
    assertThat(send(get).statusCode()).isEqualTo(405);
  }

  @Test
  void anAgentKeepsItsWayWhenTheEngineStartsAgain() {
    ToolsLink before = link();
    server.close();
    server = serve();
    assertThat(link()).isEqualTo(before);
    call("session_started", Map.of());
    assertThat(called).hasSize(1);
  }

  @Test
  void whereThePortIsTakenItIsServedAtAnother() throws Exception {
    Path other = folder.resolve("other");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ToolsLink before = ToolsLink.fresh().at(taken.getLocalPort());
      before.publish(other);
      try (SessionServer _ = SessionServer.start(other, (_, _) -> answer.get(), "1")) {
        ToolsLink after = ToolsLink.find(other).orElseThrow();
        assertThat(after.port()).isNotEqualTo(taken.getLocalPort());
        assertThat(after.opened(before.access(OURS).token())).contains(OURS);
      }
    }
  }
}
