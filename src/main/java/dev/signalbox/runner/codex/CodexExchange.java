package dev.signalbox.runner.codex;

import dev.signalbox.runner.ChangedFiles;
import dev.signalbox.runner.ConversationUuid;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.OwnWords;
import dev.signalbox.runner.Pricing;
import dev.signalbox.runner.ShortText;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.Question;
import dev.signalbox.session.TurnResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The app server's conversation: one thread, whose turns follow the messages.
 *
 * <p>There is no question about a plan in the protocol. A turn in plan mode that brings a plan ends
 * here as one; yes is a turn in another mode, no is another turn in plan mode.
 */
final class CodexExchange implements Exchange {
  private static final String PLAN = "-plan-";

  /** Such as {@code Reconnecting... 2/5}. */
  private static final Pattern TRIES = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  private final LaunchOrder order;
  private final Approvals approvals;
  private final ChangedFiles changed;
  private final Usage usage;
  private final OwnWords words = new OwnWords();
  private final Subagents subagents = new Subagents();
  private final Turns turns = new Turns();
  private final List<String> replies = new ArrayList<>();
  private String thread = "";
  private String name = "";
  private String model;
  private String plan = "";
  private Optional<String> openPlan = Optional.empty();
  private Optional<String> activity = Optional.empty();
  private boolean isRefused;

  CodexExchange(LaunchOrder order, Pricing pricing) {
    this.order = order;
    this.approvals = new Approvals(order.attempt().number(), order.setting().workspace());
    this.changed = new ChangedFiles(order.setting().workspace());
    this.usage = new Usage(pricing);
    this.model = order.setting().model().orElse("");
  }

  @Override
  public List<AgentSignal> read(String line) {
    try {
      return switch (Frame.of(line)) {
        case Frame.Answer answer -> answered(answer);
        case Frame.Notice notice -> told(notice.method(), notice.params());
        case Frame.Request request -> asked(request);
        case Frame.Junk _ -> List.of();
      };
    } catch (JacksonException _) {
      // A torn line, or a word of a program that is no JSON.
      return List.of();
    }
  }

  @Override
  public Pulse pulse() {
    return new Pulse(0, usage.microUsd(), usage.used(), usage.context(), usage.window(), activity);
  }

  @Override
  public List<String> replies() {
    return List.copyOf(replies);
  }

  @Override
  public Optional<List<String>> write(long sequence, AgentMessage message) {
    if (sequence == 0) {
      return Optional.of(List.of(Lines.initialize()));
    }
    if (thread.isEmpty()) {
      return isRefused ? Optional.of(List.of()) : Optional.empty();
    }
    return switch (message) {
      case AgentMessage.Say(String text) -> Optional.of(List.of(say(sequence, text)));
      case AgentMessage.Allow(String id) -> Optional.of(approvals.allowed(id));
      case AgentMessage.Choose(String id, List<String> answers) ->
          Optional.of(approvals.chosen(id, answers));
      case AgentMessage.Deny(String id, String why) -> Optional.of(denied(sequence, id, why));
      case AgentMessage.ApprovePlan(String _, boolean isAsking) ->
          Optional.of(List.of(approved(sequence, isAsking)));
      case AgentMessage.Interrupt() -> interrupted(sequence);
      case AgentMessage.EndInput() -> Optional.of(List.of());
    };
  }

  @Override
  public void said(long sequence, AgentMessage message) {
    switch (message) {
      case AgentMessage.Say _, AgentMessage.ApprovePlan _ -> turns.ask(sequence);
      case AgentMessage.Allow _,
          AgentMessage.Choose _,
          AgentMessage.Deny _,
          AgentMessage.Interrupt _,
          AgentMessage.EndInput _ -> {
        // They begin no turn.
      }
    }
  }

  private String say(long sequence, String text) {
    turns.ask(sequence);
    return Lines.say(thread, sequence, text);
  }

  private String approved(long sequence, boolean isAsking) {
    turns.ask(sequence);
    return Lines.approve(thread, sequence, model, order.setting().effort(), isAsking);
  }

  /** A plan is answered in words; with any other question they come in the middle of the turn. */
  private List<String> denied(long sequence, String id, String why) {
    if (id.contains(PLAN)) {
      return List.of(say(sequence, why));
    }
    List<String> refusal = approvals.denied(id);
    return refusal.isEmpty()
        ? List.of()
        : Stream.concat(refusal.stream(), Stream.of(say(sequence, "Denied: " + why))).toList();
  }

  /** It names the turn, which is not known while a message is on its way. */
  private Optional<List<String>> interrupted(long sequence) {
    Optional<String> turn = turns.running();
    if (turn.isPresent()) {
      return Optional.of(List.of(Lines.interrupt(thread, turn.get(), sequence)));
    }
    return turns.isAsked() ? Optional.empty() : Optional.of(List.of());
  }

  private List<AgentSignal> answered(Frame.Answer answer) {
    if (answer.id().equals(Lines.INITIALIZE)) {
      return initialized(answer);
    }
    if (answer.id().equals(Lines.THREAD)) {
      return opened(answer);
    }
    return answer.id().startsWith(Lines.MESSAGE) ? taken(answer) : List.of();
  }

  private List<AgentSignal> initialized(Frame.Answer answer) {
    if (answer.isFailed()) {
      return refused(answer);
    }
    if (replies.isEmpty()) {
      replies.add(Lines.initialized());
      replies.add(Lines.thread(order));
    }
    return List.of();
  }

  private List<AgentSignal> opened(Frame.Answer answer) {
    String id = answer.result().path("thread").path("id").asString("");
    if (answer.isFailed() || !ConversationUuid.isOne(id)) {
      return refused(answer);
    }
    if (!thread.isEmpty()) {
      return List.of();
    }
    thread = id;
    model = answer.result().path("model").asString(model);
    if (!order.name().isBlank()) {
      replies.add(Lines.name(thread, order.name()));
    }
    turns.ask(0);
    replies.add(Lines.first(thread, model, order));
    return identified(answer.result().path("thread").path("name").asString(""));
  }

  /** Without a thread there is nothing to wait for. */
  private List<AgentSignal> refused(Frame.Answer answer) {
    isRefused = true;
    return failed(answer);
  }

  private List<AgentSignal> taken(Frame.Answer answer) {
    String turn = answer.result().path("turn").path("id").asString("");
    turns.answer(answer.id(), turn);
    return answer.isFailed() && turns.running().isEmpty() ? failed(answer) : List.of();
  }

  private static List<AgentSignal> failed(Frame.Answer answer) {
    String reason = ShortText.reason("Codex refused: " + answer.reason());
    return List.of(new AgentSignal.TurnEnded(new TurnResult.Failed(reason)));
  }

  private List<AgentSignal> identified(String told) {
    name = told;
    return List.of(new AgentSignal.Identified(thread, name));
  }

  private List<AgentSignal> told(String method, JsonNode params) {
    boolean isOwn = !thread.isEmpty() && params.path("threadId").asString("").equals(thread);
    if (method.equals("thread/tokenUsage/updated")) {
      usage.tell(params, model, !turns.hasBegun(), isOwn);
      return List.of();
    }
    if (!isOwn) {
      return List.of();
    }
    return switch (method) {
      case "turn/started" -> began(params.path("turn").path("id").asString(""));
      case "turn/completed" -> ended(params.path("turn"));
      case "item/started" -> begun(params.path("item"));
      case "item/completed" -> done(params.path("item"));
      case "error" -> retrying(params);
      case "serverRequest/resolved" -> closed(approvals.idOf(params.path("requestId")));
      case "thread/name/updated" -> {
        String told = params.path("threadName").asString("");
        yield told.equals(name) ? List.of() : identified(told);
      }
      default -> List.of();
    };
  }

  private List<AgentSignal> began(String turn) {
    turns.begin(turn);
    plan = "";
    Optional<String> left = openPlan;
    openPlan = Optional.empty();
    return left.<List<AgentSignal>>map(id -> List.of(new AgentSignal.QuestionClosed(id)))
        .orElse(List.of());
  }

  private List<AgentSignal> ended(JsonNode turn) {
    turns.end();
    TurnResult result = TurnEnd.of(turn);
    if (plan.isEmpty() || !(result instanceof TurnResult.Completed)) {
      return List.of(new AgentSignal.TurnEnded(result));
    }
    String id = order.attempt().number() + PLAN + turn.path("id").asString("");
    openPlan = Optional.of(id);
    return List.of(new AgentSignal.Asked(new Question.PlanApproval(id, plan)));
  }

  private List<AgentSignal> begun(JsonNode item) {
    activity = Items.toolUse(item).or(() -> activity);
    if (item.path("type").asString("").equals("fileChange")) {
      approvals.remember(item);
    }
    return List.of();
  }

  private List<AgentSignal> done(JsonNode item) {
    List<AgentSignal> signals = new ArrayList<>();
    String text = item.path("text").asString("");
    switch (item.path("type").asString("")) {
      case "agentMessage" -> {
        activity = Optional.of(ShortText.line(text)).filter(line -> !line.isEmpty());
        signals.addAll(words.in(text));
      }
      case "plan" -> plan = text.strip();
      case "collabAgentToolCall" -> signals.addAll(subagents.told(item));
      case "fileChange" -> {
        // What was declined changed nothing.
        if (item.path("status").asString("").equals("completed")) {
          Items.files(item).forEach(file -> changed.tell(file).ifPresent(signals::add));
        }
      }
      default -> {}
    }
    return signals;
  }

  private static List<AgentSignal> retrying(JsonNode params) {
    JsonNode error = params.path("error");
    if (!params.path("willRetry").asBoolean(false)) {
      return List.of();
    }
    String message = error.path("message").asString("");
    Matcher tries = TRIES.matcher(message);
    boolean isCounted = tries.find();
    return List.of(
        new AgentSignal.Retrying(
            isCounted ? Integer.parseInt(tries.group(1)) : 0,
            isCounted ? Integer.parseInt(tries.group(2)) : 0,
            ShortText.reason(error.path("additionalDetails").asString(message))));
  }

  private List<AgentSignal> closed(String id) {
    return approvals.isKnown(id) ? List.of(new AgentSignal.QuestionClosed(id)) : List.of();
  }

  private List<AgentSignal> asked(Frame.Request request) {
    Optional<Question> question = approvals.read(request);
    if (question.isEmpty()) {
      replies.add(Approvals.refusal(request));
      return List.of();
    }
    return List.of(new AgentSignal.Asked(question.get()));
  }
}
