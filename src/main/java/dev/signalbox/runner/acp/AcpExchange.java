package dev.signalbox.runner.acp;

import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.Json;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.TurnResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The Agent Client Protocol, version 1: JSON-RPC, one object per line.
 *
 * <p>The first message is the protocol's hello; the session is opened, and the prompt said, in
 * answer to what the agent says. It has no word in the middle of a turn: a message waits for the
 * turn's end and is the next prompt. A refusal carries no reason: that is the next prompt, too.
 */
final class AcpExchange implements Exchange {
  private final LaunchOrder order;
  private final Opening opening;
  private final Meter meter;
  private final Updates updates;
  private final Turns turns = new Turns();
  private final Answers answers;
  private final List<String> replies = new ArrayList<>();
  private Optional<AgentSignal.Identified> identity = Optional.empty();
  private int openingSaid;

  AcpExchange(LaunchOrder order, AcpProgram program, Optional<SessionTools.Access> tools) {
    LaunchOrder.Setting setting = order.setting();
    this.order = order;
    this.opening =
        new Opening(
            order.conversation(),
            setting.workspace(),
            program.step(setting.mode()),
            new Opening.Wishes(setting.model(), setting.effort(), tools));
    this.meter = new Meter(program.pricing(), setting.model().orElse(""));
    this.updates = new Updates(setting.workspace(), order.attempt().number(), meter);
    this.answers = new Answers(updates.questions(), program, setting.mode() == LaunchMode.PLAN);
  }

  @Override
  public List<AgentSignal> read(String line) {
    if (line.isEmpty() || line.charAt(0) != '{') {
      return List.of();
    }
    JsonNode message;
    try {
      message = Json.tree(line);
    } catch (JacksonException _) {
      // A torn line, or one that no program means.
      return List.of();
    }
    return switch (Incoming.of(message)) {
      case Incoming.Response response -> answered(response);
      case Incoming.Request request -> requested(request);
      case Incoming.Notification told -> told(told);
      case Incoming.Junk() -> List.of();
    };
  }

  @Override
  public Pulse pulse() {
    return new Pulse(
        0,
        meter.microUsd(),
        meter.tokens(),
        meter.contextTokens(),
        meter.contextTokensMax(),
        updates.activity());
  }

  @Override
  public List<String> replies() {
    return List.copyOf(replies);
  }

  @Override
  public Optional<List<String>> write(long sequence, AgentMessage message) {
    return switch (message) {
      case AgentMessage.Say _ when sequence == 0 -> Optional.of(List.of(Outgoing.initialize()));
      case AgentMessage.Say(String text) -> say(sequence, text);
      case AgentMessage.Interrupt() -> interrupt();
      case AgentMessage.Allow _,
          AgentMessage.Deny _,
          AgentMessage.ApprovePlan _,
          AgentMessage.Choose _ ->
          Optional.of(answers.lines(opening.session().orElse(""), sequence, message));
      case AgentMessage.EndInput() -> Optional.of(List.of());
    };
  }

  @Override
  public void said(long sequence, AgentMessage message) {
    switch (message) {
      case AgentMessage.Say _ -> turns.said(sequence);
      case AgentMessage.Allow _,
          AgentMessage.Deny _,
          AgentMessage.ApprovePlan _,
          AgentMessage.Choose _ ->
          answers.said(message);
      case AgentMessage.Interrupt(), AgentMessage.EndInput() -> {
        // Which questions it settled is told by the end of the turn.
      }
    }
  }

  @Override
  public Optional<AgentMessage> rest(AgentMessage message) {
    return answers.rest(message);
  }

  private List<AgentSignal> answered(Incoming.Response response) {
    if (opening.take(response)) {
      return opened(response);
    }
    if (!Turns.isPrompt(response.id())) {
      return List.of();
    }
    turns.end(response.id());
    if (!response.isError()) {
      meter.turnOver(response.result());
    }
    TurnResult result = TurnEnd.of(response, updates.lastWords());
    List<AgentSignal> signals = new ArrayList<>(updates.endTurn());
    signals.add(new AgentSignal.TurnEnded(result));
    return signals;
  }

  private List<AgentSignal> opened(Incoming.Response response) {
    List<String> requests = opening.requests();
    replies.addAll(requests.subList(openingSaid, requests.size()));
    openingSaid = requests.size();
    return switch (opening.state()) {
      case Opening.State.Greeting() -> List.of();
      case Opening.State.Failed(String reason) -> {
        turns.end(Turns.id(0));
        yield List.of(new AgentSignal.TurnEnded(new TurnResult.Failed(reason)));
      }
      case Opening.State.Opened(String session) -> {
        meter.tellModel(new SessionSettings(session, response.result()).model());
        yield identified(session);
      }
      case Opening.State.Ready(String session) -> {
        meter.tellModel(new SessionSettings(session, response.result()).model());
        replies.add(Outgoing.prompt(Turns.id(0), session, order.prompt()));
        yield identified(session);
      }
    };
  }

  /** Only a change is told. */
  private List<AgentSignal> identified(String session) {
    AgentSignal.Identified found = new AgentSignal.Identified(session, updates.title());
    if (identity.equals(Optional.of(found))) {
      return List.of();
    }
    identity = Optional.of(found);
    return List.of(found);
  }

  private List<AgentSignal> requested(Incoming.Request request) {
    if (request.method().equals("session/request_permission")) {
      return updates.asked(request);
    }
    replies.add(Outgoing.unknownMethod(request.id(), request.method()));
    return List.of();
  }

  private List<AgentSignal> told(Incoming.Notification told) {
    return switch (told.method()) {
      case "session/update" -> updated(told.params());
      case "$/cancel_request" -> withdrawn(told.params().path("requestId"));
      default -> List.of();
    };
  }

  private List<AgentSignal> updated(JsonNode params) {
    JsonNode update = params.path("update");
    return switch (opening.state()) {
      case Opening.State.Greeting _, Opening.State.Opened _, Opening.State.Failed _ -> {
        updates.before(update);
        yield List.of();
      }
      case Opening.State.Ready(String session)
          when session.equals(params.path("sessionId").asString(session)) -> {
        List<AgentSignal> signals = new ArrayList<>(updates.take(update));
        signals.addAll(identified(session));
        yield signals;
      }
      // A session beside ours, such as a subagent's.
      case Opening.State.Ready _ -> List.of();
    };
  }

  private List<AgentSignal> withdrawn(JsonNode request) {
    return updates
        .questions()
        .withdraw(request)
        .<List<AgentSignal>>map(id -> {
          replies.add(Outgoing.withdrawn(request));
          return List.of(new AgentSignal.QuestionClosed(id));
        })
        .orElse(List.of());
  }

  private Optional<List<String>> say(long sequence, String text) {
    return switch (opening.state()) {
      case Opening.State.Greeting _, Opening.State.Opened _ -> Optional.empty();
      case Opening.State.Ready(String session) ->
          turns.begin(sequence).map(id -> List.of(Outgoing.prompt(id, session, text)));
      case Opening.State.Failed _ -> Optional.of(List.of());
    };
  }

  /** Every open question has to be answered, too; the agent waits for that. */
  private Optional<List<String>> interrupt() {
    return switch (opening.state()) {
      case Opening.State.Greeting _, Opening.State.Opened _ -> Optional.empty();
      case Opening.State.Ready(String session) when turns.isRunning() ->
          Optional.of(answers.interrupt(session));
      case Opening.State.Ready _, Opening.State.Failed _ -> Optional.of(List.of());
    };
  }
}
