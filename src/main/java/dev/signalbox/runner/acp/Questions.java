package dev.signalbox.runner.acp;

import dev.signalbox.runner.Json;
import dev.signalbox.runner.Recent;
import dev.signalbox.session.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The questions of one process. The agent's own numbers begin anew with each process, so questions
 * are counted here, by attempt.
 */
final class Questions {
  private static final String ONCE = "allow_once";

  private final int attempt;
  private final ToolCalls calls;
  private final Set<String> answered = new HashSet<>();
  private final Map<String, Asked> asked = new Recent<>();

  /** Those whose tool was not yet told to be over. */
  private final Set<String> unsettled = new LinkedHashSet<>();

  private int count;

  Questions(int attempt, ToolCalls calls) {
    this.attempt = attempt;
    this.calls = calls;
  }

  /**
   * What was asked.
   *
   * @param request the agent's number for it
   * @param toolCall the agent's id of the use of a tool
   * @param about what it is about, in the agent's words
   * @param isPlan whether a plan is shown
   */
  record Asked(
      JsonNode request, String toolCall, String about, boolean isPlan, List<Option> options) {

    /** The first option of that kind. */
    Optional<String> option(String kind) {
      return options.stream()
          .filter(option -> option.kind().equals(kind))
          .map(Option::id)
          .findFirst();
    }

    /**
     * The answer that goes on in a mode: it is called like the mode, or its last word is the mode's
     * first, as in {@code exit-plan-bypass} for {@code bypassPermissions}. The shortest, since
     * longer ones do more than that.
     */
    Optional<String> into(String mode) {
      String first = mode.replaceFirst("(?<=[a-z0-9])[A-Z_-].*$", "");
      return options.stream()
          .filter(option -> option.kind().startsWith("allow_"))
          .map(Option::id)
          .filter(id -> id.equals(mode) || id.endsWith("-" + first) || id.endsWith("_" + first))
          .min(Comparator.comparingInt(id -> id.equals(mode) ? 0 : id.length()));
    }

    /** The answer that chooses an option; that chooses none, where there is none. */
    String answer(Optional<String> option) {
      ObjectNode result = Outgoing.object();
      ObjectNode outcome = result.putObject("outcome");
      option.ifPresentOrElse(
          id -> outcome.put("outcome", "selected").put("optionId", id),
          () -> outcome.put("outcome", "cancelled"));
      return Outgoing.result(request, result);
    }
  }

  /**
   * An answer that the agent takes.
   *
   * @param kind such as {@code allow_once}; ids differ from agent to agent
   */
  record Option(String id, String kind) {}

  /** Takes a request for permission. */
  Question read(Incoming.Request request) {
    JsonNode told = request.params().path("toolCall");
    ToolCalls.ToolCall call = calls.take(told);
    List<Option> options = new ArrayList<>();
    request
        .params()
        .path("options")
        .forEach(option ->
            options.add(
                new Option(
                    option.path("optionId").asString(""), option.path("kind").asString(""))));
    String id = attempt + "." + ++count;
    String toolCall = told.path("toolCallId").asString("");
    asked.put(id, new Asked(request.id(), toolCall, call.title(), call.isPlanShown(), options));
    unsettled.add(id);
    return call.isPlanShown()
        ? new Question.PlanApproval(id, plan(told))
        : new Question.Permission(id, tool(told, call), input(told), calls.access(call));
  }

  Optional<Asked> find(String id) {
    return Optional.ofNullable(asked.get(id));
  }

  /** Takes note that it was answered. */
  void answer(String id) {
    answered.add(id);
  }

  /** Those without an answer, by id. */
  Map<String, Asked> open() {
    Map<String, Asked> open = new LinkedHashMap<>(asked);
    open.keySet().removeAll(answered);
    return open;
  }

  /** A use of a tool is over, so nobody waits for an answer about it. */
  void settle(String toolCall) {
    unsettled.removeIf(id -> {
      Asked about = asked.get(id);
      return about == null || about.toolCall().equals(toolCall);
    });
  }

  /** The turn is over; the questions to which it left no end. */
  List<String> endTurn() {
    List<String> left = List.copyOf(unsettled);
    unsettled.clear();
    answered.addAll(left);
    return left;
  }

  /** Forgets a question that the agent withdrew; its id, if it was known. */
  Optional<String> withdraw(JsonNode request) {
    Optional<String> id =
        asked.entrySet().stream()
            .filter(each -> each.getValue().request().equals(request))
            .map(Map.Entry::getKey)
            .findFirst();
    id.ifPresent(asked::remove);
    id.ifPresent(unsettled::remove);
    return id;
  }

  private static String plan(JsonNode told) {
    String plan = told.path("rawInput").path("plan").asString("");
    return plan.isEmpty() ? text(told.path("content")) : plan;
  }

  private static String text(JsonNode content) {
    StringBuilder text = new StringBuilder();
    for (JsonNode part : content) {
      text.append(part.path("content").path("text").asString(""));
    }
    return text.toString();
  }

  private static String tool(JsonNode told, ToolCalls.ToolCall call) {
    JsonNode own = told.path("_meta").path("claudeCode").path("toolName");
    return Stream.of(told.path("name").asString(""), own.asString(""), call.kind())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("other");
  }

  /** Everything that the agent says of it, where it does not show the tool's input. */
  private static String input(JsonNode told) {
    JsonNode input = told.path("rawInput");
    if (input.isObject() && !input.isEmpty()) {
      return Json.text(input);
    }
    ObjectNode shown = Outgoing.object();
    for (String name : List.of("title", "content", "locations")) {
      JsonNode value = told.path(name);
      if (!value.isMissingNode() && !(value.isContainer() && value.isEmpty())) {
        shown.set(name, value);
      }
    }
    return Json.text(shown);
  }

  /** Yes, this time; always only where nothing less is offered. */
  static Optional<String> yes(Asked asked) {
    return asked.option(ONCE).or(() -> asked.option("allow_always"));
  }

  /** No, this time; what is refused for ever might be asked again with a reason. */
  static Optional<String> no(Asked asked) {
    return asked.option("reject_once");
  }
}
