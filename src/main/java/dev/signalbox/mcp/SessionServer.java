package dev.signalbox.mcp;

import dev.signalbox.approval.Answer;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.session.AgentCall;
import dev.signalbox.session.AttemptKey;
import io.javalin.util.JavalinBindException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tools of all sessions of an engine (ADR 0030). */
public final class SessionServer implements AutoCloseable {
  private static final String SCHEME = "Bearer ";

  private static final String INSTRUCTIONS =
      "You work in a session that Signalbox started. These tools tell it, and the person behind it,"
          + " about your session, and reach no other. Call session_started first, report_progress"
          + " as you go, ask or request_checkpoint when a person has to decide, flag_conflict when"
          + " your design may not fit another session's, and hand_in_summary before you reply with"
          + " TASK_COMPLETE.";

  private final ToolsEndpoint endpoint;

  private SessionServer(ToolsEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** A verb, and the engine that hears it. */
  private record Told(SessionVerb verb, SessionDesk desk)
      implements ToolsEndpoint.Tool<AttemptKey> {

    @Override
    public Verb.Sheet sheet() {
      return verb.sheet();
    }

    @Override
    public Reply answer(AttemptKey caller, ToolInput input) {
      AgentCall call = verb.reading().apply(input);
      input.demandSound();
      return switch (desk.call(caller, call)) {
        case Answer.Taken _ -> Reply.said(verb.done());
        case Answer.TakenBefore _ -> Reply.said("It was recorded before. " + verb.done());
        case Answer.Refused(String reason) -> Reply.failed("Not recorded: " + reason + ".");
        case Answer.Changed _, Answer.DecidedBefore _ ->
            throw new IllegalStateException(
                "expected an answer to a call, found one to a decision");
      };
    }
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
    ToolsEndpoint.Served<AttemptKey> served =
        new ToolsEndpoint.Served<>(
            SessionVerb.ALL.stream().map(verb -> new Told(verb, desk)).toList(),
            version,
            INSTRUCTIONS,
            header -> opened(link, header));
    SessionServer started = new SessionServer(listening(link.port(), served));
    try {
      link.at(started.endpoint.port()).publish(folder);
      return started;
    } catch (SignalboxException e) {
      started.close();
      throw e;
    }
  }

  private static ToolsEndpoint listening(int port, ToolsEndpoint.Served<AttemptKey> served) {
    try {
      return ToolsEndpoint.start(port, served);
    } catch (JavalinBindException e) {
      return ToolsEndpoint.start(0, served);
    }
  }

  private static Optional<AttemptKey> opened(ToolsLink link, @Nullable String header) {
    return Optional.ofNullable(header)
        .filter(shown -> shown.startsWith(SCHEME))
        .flatMap(shown -> link.opened(shown.substring(SCHEME.length())));
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
