package dev.signalbox.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One client over a pair of streams: a message on each line. The library's own ends at the first
 * line that is no message, and drops answers that are not written when the input ends; this one
 * answers both.
 */
final class LineTransport implements McpServerTransportProvider {
  /** Bytes of one message: arguments are short, and a client has nothing else to say. */
  static final int LINE_BYTES_MAX = 4 * 1024 * 1024;

  /** For what is being answered when the client's input ends; a person's form is not waited for. */
  private static final Duration LAST_ANSWERS_MAX = Duration.ofSeconds(5);

  private final McpJsonMapper json;
  private final InputStream in;
  private final OutputStream out;
  private final Phaser answering = new Phaser(1);
  private volatile @Nullable McpServerSession session;

  LineTransport(McpJsonMapper json, InputStream in, OutputStream out) {
    this.json = json;
    this.in = in;
    this.out = out;
  }

  @Override
  public List<String> protocolVersions() {
    return List.of(
        ProtocolVersions.MCP_2024_11_05,
        ProtocolVersions.MCP_2025_03_26,
        ProtocolVersions.MCP_2025_06_18,
        ProtocolVersions.MCP_2025_11_25);
  }

  @Override
  public void setSessionFactory(McpServerSession.Factory factory) {
    session = factory.create(new Lines());
  }

  @Override
  public Mono<Void> notifyClients(String method, Object parameters) {
    return Optional.ofNullable(session)
        .map(open -> open.sendNotification(method, parameters))
        .orElse(Mono.empty());
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }

  /** Reads until the input ends. */
  void serve() {
    McpServerSession open =
        Optional.ofNullable(session)
            .orElseThrow(() -> new IllegalStateException("expected a server, found none"));
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      while (next(line)) {
        take(open, line);
      }
    } catch (IOException | UncheckedIOException _) {
      // A client that vanished says and hears nothing more, as one that closed its end.
    }
    finish();
  }

  /** Reads a line; of a longer one than is taken only the start. False at the end of the input. */
  private boolean next(ByteArrayOutputStream line) throws IOException {
    line.reset();
    int b = in.read();
    while (b >= 0 && b != '\n') {
      if (line.size() <= LINE_BYTES_MAX) {
        line.write(b);
      }
      b = in.read();
    }
    return b >= 0 || line.size() > 0;
  }

  private void take(McpServerSession open, ByteArrayOutputStream line) {
    String text = line.toString(StandardCharsets.UTF_8);
    if (text.isBlank()) {
      return;
    }
    if (line.size() > LINE_BYTES_MAX) {
      refuse("expected a message of at most " + LINE_BYTES_MAX + " bytes, found a longer one");
      return;
    }
    JSONRPCMessage message;
    try {
      message = McpSchema.deserializeJsonRpcMessage(json, text);
    } catch (IOException | RuntimeException _) {
      refuse("expected a JSON-RPC message on the line, found something else");
      return;
    }
    int _ = answering.register();
    open.handle(message)
        .doFinally(end -> answering.arriveAndDeregister())
        .subscribe(nothing -> {}, failure -> {});
  }

  /** Without an id, because none could be read: MCP takes no null for it, other than JSON-RPC. */
  private void refuse(String message) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("jsonrpc", McpSchema.JSONRPC_VERSION);
    answer.put("error", new JSONRPCResponse.JSONRPCError(ErrorCodes.PARSE_ERROR, message));
    write(answer);
  }

  private void finish() {
    int phase = answering.arrive();
    try {
      int _ =
          answering.awaitAdvanceInterruptibly(
              phase, LAST_ANSWERS_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException _) {
      // Nobody is there any more to be told.
    }
  }

  private synchronized void write(Object message) {
    try {
      out.write((json.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the session writes. */
  private final class Lines implements McpServerTransport {

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
      return Mono.fromRunnable(() -> write(message));
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
      return json.convertValue(data, type);
    }

    @Override
    public Mono<Void> closeGracefully() {
      return Mono.empty();
    }
  }
}
