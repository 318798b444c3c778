package dev.signalbox.mcp;

import dev.signalbox.approval.Answer;
import dev.signalbox.control.JsonText;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.session.AgentCall;
import dev.signalbox.session.AttemptKey;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.util.JavalinBindException;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tools of all sessions of an engine, over HTTP on the loopback interface (specification
 * 2025-11-25, streamable HTTP). It keeps nothing about a client, so that agents at work go on
 * calling when the engine starts again.
 */
public final class SessionServer implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String SCHEME = "Bearer ";
  private static final String CALLER = "caller";

  private static final String INSTRUCTIONS =
      "You work in a session that Signalbox started. These tools tell it, and the person behind it,"
          + " about your session, and reach no other. Call session_started first, report_progress"
          + " as you go, ask or request_checkpoint when a person has to decide, flag_conflict when"
          + " your design may not fit another session's, and hand_in_summary before you reply with"
          + " TASK_COMPLETE.";

  private final Javalin server;
  private final McpStatelessSyncServer tools;

  private SessionServer(Javalin server, McpStatelessSyncServer tools) {
    this.server = server;
    this.tools = tools;
  }

  /**
   * Begins to serve, at the port where this state folder's tools were served before. Where that is
   * taken, at one that is free.
   *
   * @param folder the state folder, whose lock the caller holds
   * @param version of Signalbox
   * @throws SignalboxException {@code OUTPUT_FAILED} when no agent could be told where
   */
  public static SessionServer start(Path folder, SessionDesk desk, String version) {
    ToolsLink link = ToolsLink.find(folder).orElseGet(ToolsLink::fresh);
    HttpServletStatelessServerTransport transport = transport();
    McpStatelessSyncServer tools = tools(transport, desk, version);
    Javalin server = listening(transport, link);
    SessionServer started = new SessionServer(server, tools);
    try {
      link.at(server.port()).publish(folder);
      return started;
    } catch (SignalboxException e) {
      started.close();
      throw e;
    }
  }

  private static HttpServletStatelessServerTransport transport() {
    return HttpServletStatelessServerTransport.builder()
        .jsonMapper(new JacksonMcpJsonMapper(JsonMapper.shared()))
        .messageEndpoint(ToolsLink.PATH)
        .maxRequestSize(Limits.REQUEST_BYTES_MAX)
        .contextExtractor(
            request -> McpTransportContext.create(Map.of(CALLER, request.getAttribute(CALLER))))
        .build();
  }

  private static McpStatelessSyncServer tools(
      HttpServletStatelessServerTransport transport, SessionDesk desk, String version) {
    McpServer.StatelessSyncSpecification server =
        McpServer.sync(transport)
            // Arguments are read by the tools, which tell all that is wrong, and what they expect.
            .validateToolInputs(false)
            .jsonSchemaValidator((schema, value) -> ValidationResponse.asValid(""))
            .serverInfo(Implementation.builder("signalbox", version).title("Signalbox").build())
            .instructions(INSTRUCTIONS)
            .capabilities(ServerCapabilities.builder().tools(false).build());
    for (SessionVerb verb : SessionVerb.ALL) {
      server.toolCall(
          verb.sheet().tool(),
          (context, request) ->
              ToolCalls.result(
                  verb.sheet(),
                  request,
                  input -> answer(desk, (AttemptKey) context.get(CALLER), verb, input)));
    }
    return server.build();
  }

  private static Reply answer(
      SessionDesk desk, AttemptKey caller, SessionVerb verb, ToolInput input) {
    AgentCall call = verb.reading().apply(input);
    input.demandSound();
    return switch (desk.call(caller, call)) {
      case Answer.Taken _ -> Reply.said(verb.done());
      case Answer.TakenBefore _ -> Reply.said("It was recorded before. " + verb.done());
      case Answer.Refused(String reason) -> Reply.failed("Not recorded: " + reason + ".");
      case Answer.Changed _, Answer.DecidedBefore _ ->
          throw new IllegalStateException("expected an answer to a call, found one to a decision");
    };
  }

  private static Javalin listening(HttpServletStatelessServerTransport transport, ToolsLink link) {
    try {
      return server(transport, link).start(LOOPBACK, link.port());
    } catch (JavalinBindException e) {
      return server(transport, link).start(LOOPBACK, 0);
    }
  }

  private static Javalin server(HttpServletStatelessServerTransport transport, ToolsLink link) {
    return Javalin.create(config -> configure(config, transport, link));
  }

  private static void configure(
      JavalinConfig config, HttpServletStatelessServerTransport transport, ToolsLink link) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = Limits.REQUEST_BYTES_MAX;
    config.routes.post(
        ToolsLink.PATH,
        request -> {
          request.attribute(CALLER, caller(request, link));
          transport.service(request.req(), request.res());
        });
    // It opens no streams and knows no clients: both are answered with 405.
    config.routes.get(ToolsLink.PATH, request -> transport.service(request.req(), request.res()));
    config.routes.delete(
        ToolsLink.PATH, request -> transport.service(request.req(), request.res()));
    config.routes.exception(HttpResponseException.class, SessionServer::refused);
    config.routes.exception(Exception.class, SessionServer::failed);
  }

  /**
   * Whose agent asks. No page of a browser does: one of another origin says so, and with a name of
   * its own for this address (DNS rebinding) it sends another host.
   */
  private static AttemptKey caller(Context request, ToolsLink link) {
    String host = request.header("Host");
    if (request.header("Origin") != null || host == null || !host.startsWith(LOOPBACK + ":")) {
      throw new ForbiddenResponse("expected an agent on this machine");
    }
    return Optional.ofNullable(request.header("Authorization"))
        .filter(shown -> shown.startsWith(SCHEME))
        .flatMap(shown -> link.opened(shown.substring(SCHEME.length())))
        .orElseThrow(() -> new UnauthorizedResponse("expected the token of a session"));
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

  @Override
  public void close() {
    server.stop();
    tools.close();
  }
}
