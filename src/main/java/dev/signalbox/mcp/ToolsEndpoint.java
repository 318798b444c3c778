package dev.signalbox.mcp;

import dev.signalbox.control.JsonText;
import dev.signalbox.limit.Limits;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UnauthorizedResponse;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tools over HTTP on the loopback interface (specification 2025-11-25, streamable HTTP). It keeps
 * nothing about a client, so that clients go on calling when it was gone for a while.
 */
final class ToolsEndpoint implements AutoCloseable {
  static final String PATH = "/mcp";
  private static final String LOOPBACK = "127.0.0.1";
  private static final String AUTHORIZATION = "Authorization";

  private final Javalin server;
  private final McpStatelessSyncServer tools;

  private ToolsEndpoint(Javalin server, McpStatelessSyncServer tools) {
    this.server = server;
    this.tools = tools;
  }

  /**
   * A tool.
   *
   * @param <C> whom a token opens it for
   */
  interface Tool<C> {
    Verb.Sheet sheet();

    Reply answer(C caller, ToolInput input);
  }

  /**
   * What is served.
   *
   * @param version of Signalbox
   * @param instructions for the model
   * @param door tells whom an {@code Authorization} header opens the tools for; empty for nobody
   */
  record Served<C>(
      List<? extends Tool<C>> tools,
      String version,
      String instructions,
      Function<@Nullable String, Optional<C>> door) {}

  /**
   * Begins to serve.
   *
   * @param port 0 for any that is free
   * @throws io.javalin.util.JavalinBindException when the port is taken
   */
  static <C> ToolsEndpoint start(int port, Served<C> served) {
    HttpServletStatelessServerTransport transport =
        HttpServletStatelessServerTransport.builder()
            .jsonMapper(new JacksonMcpJsonMapper(JsonMapper.shared()))
            .messageEndpoint(PATH)
            .maxRequestSize(Limits.REQUEST_BYTES_MAX)
            .contextExtractor(request ->
                McpTransportContext.create(Map.of(AUTHORIZATION, request.getHeader(AUTHORIZATION))))
            .build();
    McpStatelessSyncServer tools = tools(transport, served);
    Javalin server = Javalin.create(config -> configure(config, transport, served.door()));
    return new ToolsEndpoint(server.start(LOOPBACK, port), tools);
  }

  private static <C> McpStatelessSyncServer tools(
      HttpServletStatelessServerTransport transport, Served<C> served) {
    McpServer.StatelessSyncSpecification server =
        McpServer.sync(transport)
            // Arguments are read by the tools, which tell all that is wrong, and what they expect.
            .validateToolInputs(false)
            .jsonSchemaValidator((schema, value) -> ValidationResponse.asValid(""))
            .serverInfo(
                Implementation.builder("signalbox", served.version()).title("Signalbox").build())
            .instructions(served.instructions())
            .capabilities(ServerCapabilities.builder().tools(false).build());
    for (Tool<C> tool : served.tools()) {
      server.toolCall(
          tool.sheet().tool(),
          (context, request) ->
              ToolCalls.result(
                  tool.sheet(),
                  request,
                  input -> tool.answer(caller(context, served.door()), input)));
    }
    return server.build();
  }

  /** Whom the door let in before. */
  private static <C> C caller(
      McpTransportContext context, Function<@Nullable String, Optional<C>> door) {
    return door.apply((String) context.get(AUTHORIZATION))
        .orElseThrow(() -> new IllegalStateException("expected a caller who was let in"));
  }

  private static <C> void configure(
      JavalinConfig config,
      HttpServletStatelessServerTransport transport,
      Function<@Nullable String, Optional<C>> door) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = Limits.REQUEST_BYTES_MAX;
    config.routes.post(
        PATH,
        request -> {
          demandCaller(request, door);
          transport.service(request.req(), request.res());
        });
    // It opens no streams and knows no clients: both are answered with 405.
    config.routes.get(PATH, request -> transport.service(request.req(), request.res()));
    config.routes.delete(PATH, request -> transport.service(request.req(), request.res()));
    config.routes.exception(HttpResponseException.class, ToolsEndpoint::refused);
    config.routes.exception(Exception.class, ToolsEndpoint::failed);
  }

  /**
   * Who asks. No page of a browser does: one of another origin says so, and with a name of its own
   * for this address (DNS rebinding) it sends another host.
   */
  private static <C> void demandCaller(
      Context request, Function<@Nullable String, Optional<C>> door) {
    String host = request.header("Host");
    if (request.header("Origin") != null || host == null || !host.startsWith(LOOPBACK + ":")) {
      throw new ForbiddenResponse("expected a program on this machine");
    }
    if (door.apply(request.header(AUTHORIZATION)).isEmpty()) {
      throw new UnauthorizedResponse("expected the token of these tools");
    }
  }

  private static void refused(HttpResponseException failure, Context answer) {
    say(answer, failure.getStatus(), String.valueOf(failure.getMessage()));
  }

  private static void failed(Exception failure, Context answer) {
    say(answer, 500, "expected an answer, found " + failure.getClass().getSimpleName());
  }

  /** Must not throw: the server would try to answer that, too. */
  private static void say(Context answer, int status, String error) {
    try {
      answer
          .status(status)
          .contentType("application/json")
          .result(JsonText.document(json -> json.text("error", error)));
    } catch (IllegalStateException gone) {
      // So is the client.
    }
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
    tools.close();
  }
}
