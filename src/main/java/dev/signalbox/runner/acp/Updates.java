package dev.signalbox.runner.acp;

import dev.signalbox.limit.Limits;
import dev.signalbox.runner.ShortText;
import dev.signalbox.session.AgentSignal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What an agent tells of itself while it works: {@code session/update}. */
final class Updates {
  /** Gemini says a new mode in the middle of its own words. */
  private static final String MODE_UPDATE = "[MODE_UPDATE]";

  private final ToolCalls calls;
  private final Questions questions;
  private final Meter meter;
  private final Utterance utterance = new Utterance();
  private Optional<String> activity = Optional.empty();
  private String title = "";
  private String lastWords = "";

  Updates(Path workspace, int attempt, Meter meter) {
    this.calls = new ToolCalls(workspace);
    this.questions = new Questions(attempt, calls);
    this.meter = meter;
  }

  Questions questions() {
    return questions;
  }

  Optional<String> activity() {
    return activity;
  }

  /** The session's name as the agent has it; empty for none. */
  String title() {
    return title;
  }

  /** Before the first prompt: what is replayed of earlier processes is no news. */
  void before(JsonNode update) {
    switch (update.path("sessionUpdate").asString("")) {
      case "usage_update" -> meter.update(update, true);
      case "session_info_update" -> title = title(update);
      default -> {}
    }
  }

  List<AgentSignal> take(JsonNode update) {
    String kind = update.path("sessionUpdate").asString("");
    return switch (kind) {
      case "agent_message_chunk" -> isOthers(update) ? List.of() : said(update);
      case "agent_thought_chunk", "user_message_chunk", "plan" -> utterance.end();
      case "tool_call", "tool_call_update" -> used(update, kind.equals("tool_call"));
      case "usage_update" -> {
        meter.update(update, false);
        yield List.of();
      }
      case "session_info_update" -> {
        title = title(update);
        yield List.of();
      }
      default -> List.of();
    };
  }

  /** The agent asks; what it said before is said whole. */
  List<AgentSignal> asked(Incoming.Request request) {
    List<AgentSignal> signals = new ArrayList<>(utterance.end());
    signals.add(new AgentSignal.Asked(questions.read(request)));
    return signals;
  }

  /** The beginning of the last piece of this turn's words; empty if they were not its end. */
  String lastWords() {
    return lastWords;
  }

  /** The turn is over. */
  List<AgentSignal> endTurn() {
    lastWords = "";
    List<AgentSignal> signals = new ArrayList<>(utterance.end());
    questions.endTurn().forEach(id -> signals.add(new AgentSignal.QuestionClosed(id)));
    return signals;
  }

  private List<AgentSignal> said(JsonNode update) {
    String text = update.path("content").path("text").asString("");
    if (text.startsWith(MODE_UPDATE)) {
      return utterance.end();
    }
    lastWords = text.substring(0, Math.min(text.length(), Limits.REASON_CHARS_MAX));
    List<AgentSignal> signals = utterance.add(update.path("messageId").asString(""), text);
    String start = ShortText.line(utterance.start());
    activity = start.isEmpty() ? activity : Optional.of(start);
    return signals;
  }

  private List<AgentSignal> used(JsonNode update, boolean isNew) {
    List<AgentSignal> signals = new ArrayList<>();
    lastWords = "";
    if (isNew) {
      signals.addAll(utterance.end());
    }
    ToolCalls.ToolCall call = calls.take(update);
    signals.addAll(calls.changed(update, call));
    switch (update.path("status").asString("")) {
      case "completed", "failed" -> questions.settle(update.path("toolCallId").asString(""));
      default -> {
        String about = ShortText.line(call.title());
        activity = about.isEmpty() || isOthers(update) ? activity : Optional.of(about);
      }
    }
    return signals;
  }

  /** Whether a subagent says or does it. */
  private static boolean isOthers(JsonNode update) {
    return update.path("_meta").path("claudeCode").hasNonNull("parentToolUseId");
  }

  private String title(JsonNode update) {
    return ShortText.line(update.path("title").asString(title));
  }
}
