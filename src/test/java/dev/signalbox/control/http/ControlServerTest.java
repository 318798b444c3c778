package dev.signalbox.control.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.control.EngineController;
import dev.signalbox.control.LocalControl;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlServerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path folder = Path.of("");
  private final EngineController engine = EngineController.waiting("the table");
  private ControlServer server = ControlServer.start(new LocalControl(engine), folder, "r", NOW);
  private ControlFile file = new ControlFile(0, "", 0, "", NOW);

  @BeforeEach
  void read() {
    server.close();
    server = ControlServer.start(new LocalControl(engine), folder, "r", NOW);
    file = ControlFile.read(folder).orElseThrow();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Sends exactly these bytes and returns the first line of the reply. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(Loopback.port(file.port()));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String request(String start, List<String> headers, String body) throws IOException {
    StringBuilder text = new StringBuilder(start).append(" HTTP/1.1\r\n");
    headers.forEach(header -> text.append(header).append("\r\n"));
    text.append("Connection: close\r\nContent-Length: ")
        .append(body.getBytes(StandardCharsets.UTF_8).length)
        .append("\r\n\r\n")
        .append(body);
    String reply = raw(text.toString());
    return reply.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length());
  }

  private String host() {
    return "Host: 127.0.0.1:" + file.port();
  }

  private String token() {
    return "Authorization: Bearer " + file.token();
  }

  private String post(String path, String body) throws IOException {
    return request(
        "POST " + path, List.of(host(), token(), "Content-Type: application/json"), body);
  }

  @Test
  void theFileIsTheOwnersAloneAndGoesWithTheServer() throws IOException {
    Path path = ControlFile.in(folder);
    assertThat(Files.getPosixFilePermissions(path))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(file.token()).matches("[0-9a-f]{64}");
    assertThat(file.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(file.toString()).doesNotContain(file.token());
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(path);
    }
    server.close();
    assertThat(path).doesNotExist();
  }

  @Test
  void anotherEnginesFileStays() {
    ControlFile other = new ControlFile(1, "f".repeat(64), 1, "other", NOW);
    other.publish(folder);
    server.close();
    assertThat(ControlFile.read(folder)).contains(other);
  }

  @Test
  void aWrongTokenIsRefused() throws IOException {
    assertThat(request("GET /v1/status", List.of(host(), token()), "")).isEqualTo("200");
    assertThat(request("GET /v1/status", List.of(host()), "")).isEqualTo("401");
    String wrong = "Authorization: Bearer " + "0".repeat(64);
    assertThat(request("GET /v1/status", List.of(host(), wrong), "")).isEqualTo("401");
    assertThat(request("GET /nowhere", List.of(host(), wrong), "")).isEqualTo("401");
    String basic = token().replace("Bearer", "Basic");
    assertThat(request("GET /v1/status", List.of(host(), basic), "")).isEqualTo("401");
    assertThat(request("GET /v1/status", List.of(host(), token(), token()), "")).isEqualTo("401");
  }

  @Test
  void pagesOfABrowserAreRefusedAlsoWithTheToken() throws IOException {
    String rebound = "Host: attacker.example:" + file.port();
    assertThat(request("GET /v1/status", List.of(rebound, token()), "")).isEqualTo("403");
    assertThat(request("GET /v1/status", List.of("Host: 127.0.0.1", token()), "")).isEqualTo("403");
    assertThat(request("GET /v1/status", List.of(host(), token(), "Origin: null"), ""))
        .isEqualTo("403");
    String same = "Origin: " + file.url();
    assertThat(request("GET /v1/status", List.of(host(), token(), same), "")).isEqualTo("403");
    String local = "Host: localhost:" + file.port();
    assertThat(request("GET /v1/status", List.of(local, token()), "")).isEqualTo("200");
  }

  @Test
  void whatIsNotThereIsSaid() throws IOException {
    assertThat(request("GET /", List.of(host(), token()), "")).isEqualTo("404");
    assertThat(request("GET /v1/status/../status", List.of(host(), token()), "")).isEqualTo("404");
    assertThat(request("GET /v1/decide", List.of(host(), token()), "")).isEqualTo("405");
    assertThat(request("DELETE /v1/status", List.of(host(), token()), "")).isEqualTo("405");
  }

  @Test
  void bodiesAreBoundedAndJson() throws IOException {
    assertThat(post("/v1/tell", " ".repeat(Limits.REQUEST_BYTES_MAX + 1))).isEqualTo("413");
    assertThat(request("POST /v1/tell", List.of(host(), token(), "Content-Type: text/plain"), "{}"))
        .isEqualTo("415");
    assertThat(request("POST /v1/tell", List.of(host(), token()), "{}")).isEqualTo("415");
  }

  @Test
  void whatIsNoCommandIsABadRequest() throws IOException {
    for (String body :
        List.of(
            "",
            "[]",
            "{",
            "{}",
            "{\"session\":\"S-A\"}",
            "{\"session\":\"../x\",\"who\":\"a\"}",
            "{\"session\":[],\"who\":\"a\",\"text\":\"t\"}",
            "{\"session\":\"S-A\",\"session\":\"S-B\",\"who\":\"a\",\"text\":\"t\"}",
            "{\"session\":\"S-A\",\"who\":\" \",\"text\":\"t\"}")) {
      assertThat(post("/v1/tell", body)).as(body).isEqualTo("400");
    }
    assertThat(post("/v1/decide", "{\"id\":\"12\",\"decision\":\"approve\",\"who\":\"a\"}"))
        .isEqualTo("400");
    assertThat(post("/v1/decide", "{\"id\":\"2-00000000\",\"decision\":\"maybe\",\"who\":\"a\"}"))
        .isEqualTo("400");
    assertThat(request("GET /v1/status?since=x", List.of(host(), token()), "")).isEqualTo("400");
    assertThat(request("GET /v1/status?wait", List.of(host(), token()), "")).isEqualTo("400");
    assertThat(engine.look().state().settled()).isEmpty();
  }

  @Test
  void aDecisionByIdCounts() throws IOException {
    String id = engine.look().state().gates().values().iterator().next().id().toString();
    String body = "{\"id\":\"" + id + "\",\"decision\":\"approve\",\"who\":\"anna\"}";
    assertThat(post("/v1/decide", body)).isEqualTo("200");
    String other = body.replace("approve", "reject");
    assertThat(post("/v1/decide", other)).isEqualTo("409");
    assertThat(post("/v1/retry", "{\"session\":\"S-Z\",\"who\":\"a\"}")).isEqualTo("422");
  }

  @Test
  void aStateFolderWithoutAnEngineSaysSo() {
    assertThatThrownBy(() -> HttpControl.find(folder.resolve("none")))
        .isInstanceOf(SignalboxException.class)
        .hasMessageContaining("expected a running engine for")
        .extracting(e -> ((SignalboxException) e).code())
        .isEqualTo(ErrorCode.ENGINE_MISSING);
  }

  @Test
  void aDeadEngineIsNamed() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    server.close();
    new ControlFile(file.port(), file.token(), process.pid(), "r", NOW).publish(folder);
    HttpControl control = HttpControl.find(folder);
    assertThatThrownBy(control::look)
        .hasMessageContaining("found what process " + process.pid() + " left behind")
        .extracting(e -> ((SignalboxException) e).code())
        .isEqualTo(ErrorCode.ENGINE_MISSING);
  }

  @Test
  void aTokenOfBeforeIsRefused() {
    new ControlFile(file.port(), "0".repeat(64), file.pid(), "r", NOW).publish(folder);
    HttpControl control = HttpControl.find(folder);
    assertThatThrownBy(control::look)
        .hasMessageContaining("found a refusal of its token")
        .hasMessageNotContaining("0".repeat(64))
        .extracting(e -> ((SignalboxException) e).code())
        .isEqualTo(ErrorCode.ENGINE_REFUSED);
  }

  @Test
  void aFileThatIsNoneSaysSo() throws IOException {
    for (String text : Set.of("", "{}", "{\"url\":\"http://example.org:80\",\"token\":\"t\"}")) {
      Files.writeString(ControlFile.in(folder), text);
      assertThatThrownBy(() -> HttpControl.find(folder))
          .extracting(e -> ((SignalboxException) e).code())
          .isEqualTo(ErrorCode.ENGINE_REFUSED);
    }
  }
}
