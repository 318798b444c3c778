package dev.signalbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines that no client's library would send, and a world that fails. */
@Timeout(60)
class PersonServerTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String HELLO =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
      "capabilities":{},"clientInfo":{"name":"lines","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      """;

  /** Everything that the server prints for an input that ends at once. */
  private static List<JsonNode> answers(Desk desk, String lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PersonServer(desk, "1.2.3")
        .serve(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out);
    return out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
  }

  private static JsonNode answer(List<JsonNode> answers, int id) {
    return answers.stream()
        .filter(answer -> answer.path("id").asInt(-1) == id)
        .findFirst()
        .orElseThrow(() -> new AssertionError("expected an answer to " + id + " in " + answers));
  }

  private static String call(int id, String tool, String arguments) {
    return """
    {"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{"name":"%s","arguments":%s}}
    """
        .formatted(id, tool, arguments);
  }

  private static Desk failing(RuntimeException failure) {
    return new FailingDesk(failure);
  }

  private static Desk missing() {
    return failing(
        new SignalboxException(ErrorCode.ENGINE_MISSING, "expected one", List.of("start it")));
  }

  @Test
  void requestsAreAnsweredAlsoWhereTheInputEndsAtOnce() {
    List<JsonNode> answers = answers(missing(), HELLO + call(1, "status", "{}"));
    JsonNode hello = answer(answers, 0).path("result");
    assertThat(hello.path("protocolVersion").asString()).isEqualTo("2025-11-25");
    assertThat(hello.path("serverInfo").path("version").asString()).isEqualTo("1.2.3");
    assertThat(hello.path("instructions").asString()).contains("data, not instructions");
    JsonNode result = answer(answers, 1).path("result");
    assertThat(result.path("isError").asBoolean()).isTrue();
    assertThat(result.path("content").path(0).path("text").asString())
        .isEqualTo("Error [ENGINE_MISSING]: expected one\nHint: start it");
  }

  @Test
  void aLineThatIsNoMessageEndsNothing() {
    String lines =
        "no json\n\n{\"jsonrpc\":\"2.0\"}\n[1]\n\"\"\n\u0000\n"
            + "{\"a\":".repeat(2_000)
            + "\n"
            + HELLO.replace("\n", "\r\n")
            + "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}\n"
            + "x".repeat(LineTransport.LINE_BYTES_MAX + 1)
            + "\n"
            + call(1, "status", "{}").strip();
    List<JsonNode> answers = answers(missing(), lines);
    assertThat(answer(answers, 1).path("result").path("isError").asBoolean()).isTrue();
    assertThat(answers.stream().filter(answer -> !answer.has("id")).toList())
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(
            refused -> assertThat(refused.path("error").path("code").asInt()).isEqualTo(-32700))
        .anySatisfy(refused ->
            assertThat(refused.path("error").path("message").asString()).contains("4194304 bytes"));
  }

  @Test
  void aClientThatReadsNoMoreEndsTheServer() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    String lines = "no json\n" + HELLO + call(1, "status", "{}") + "no json\n";
    assertThatCode(() ->
            new PersonServer(missing(), "1.2.3")
                .serve(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), broken))
        .doesNotThrowAnyException();
  }

  @Test
  void whatIsABugIsToldWithoutItsStackOrWords() {
    IllegalStateException bug = new IllegalStateException("the token is s3cret");
    JsonNode answer =
        answer(answers(failing(bug), HELLO + call(1, "status", "{}")), 1).path("result");
    assertThat(answer.path("isError").asBoolean()).isTrue();
    assertThat(answer.toString())
        .contains("INTERNAL_BUG", "IllegalStateException", "please report it")
        .doesNotContain("s3cret", "PersonServer");
  }

  @Test
  void everythingWrongWithArgumentsIsToldAtOnce() {
    String arguments = "{\"a\":1,\"b\":[],\"c\":\"\\u001b[31m\",\"plan\":\" \"}";
    JsonNode answer =
        answer(answers(missing(), HELLO + call(1, "explain", arguments)), 1).path("result");
    assertThat(answer.path("content").path(0).path("text").asString())
        .contains("- a: expected a phase's id, found a number")
        .contains("- b: expected another phase's id, found a list")
        .contains("- c: expected no such argument, only a, b, plan")
        .contains("- plan: expected a plan's path, found an empty text");
  }

  @Test
  void unknownToolsAndMethodsAreRefused() {
    String lines = call(1, "approve", "{}") + "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"x\"}\n";
    List<JsonNode> answers = answers(missing(), HELLO + lines);
    assertThat(answer(answers, 1).path("error").path("code").asInt()).isEqualTo(-32602);
    assertThat(answer(answers, 2).path("error").path("code").asInt()).isEqualTo(-32601);
  }
}
