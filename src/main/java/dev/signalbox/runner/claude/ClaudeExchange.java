package dev.signalbox.runner.claude;

import dev.signalbox.limit.Limits;
import dev.signalbox.runner.ChangedFiles;
import dev.signalbox.runner.ConversationUuid;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.Json;
import dev.signalbox.runner.OwnWords;
import dev.signalbox.runner.ShortText;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.Tokens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Claude Code's JSON lines.
 *
 * <p>In plan mode it asks about every tool that changes something, and would use it on a yes:
 * before the plan is approved, policy answers each {@code Question.Permission} with no.
 */
final class ClaudeExchange implements Exchange {
  private static final long WINDOW_DEFAULT = 200_000;
  private static final long WINDOW_LARGE = 1_000_000;

  private final Questions questions;
  private final ChangedFiles changed;
  private final OwnWords words = new OwnWords();
  private final Subagents subagents = new Subagents();
  private final Messages messages;
  private Optional<AgentSignal.Identified> identity = Optional.empty();
  private Optional<String> activity = Optional.empty();
  private String title = "";
  private String model;
  private long microUsd;
  private Tokens used = Tokens.NONE;
  private long contextTokens;
  private long window;
  private boolean isWindowTold;

  ClaudeExchange(AttemptKey attempt, Path workspace, String model) {
    this.questions = new Questions(workspace);
    this.messages = new Messages(attempt, questions);
    this.changed = new ChangedFiles(workspace);
    this.model = model;
    this.window = assumedWindow(model);
  }

  @Override
  public List<AgentSignal> read(String line) {
    try {
      return switch (EventKind.of(line)) {
        case ASSISTANT -> spoken(Assistant.of(line));
        case CONTROL_CANCEL_REQUEST -> cancelled(line);
        case CONTROL_REQUEST -> asked(line);
        case CONTROL_RESPONSE -> answered(line);
        case RESULT -> ended(Turn.of(line));
        case SYSTEM -> told(Json.fields(line, SystemFields.ALL));
        case USER -> subagents.toolUsed(line);
        case OTHER -> List.of();
      };
    } catch (JacksonException _) {
      // A torn line, or one of a shape that no version has had yet.
      return List.of();
    }
  }

  @Override
  public Pulse pulse() {
    return new Pulse(0, microUsd, used, contextTokens, window, activity);
  }

  @Override
  public Optional<List<String>> write(long sequence, AgentMessage message) {
    return Optional.of(messages.lines(sequence, message));
  }

  private List<AgentSignal> spoken(Assistant assistant) {
    if (!assistant.isOwn()) {
      return List.of();
    }
    model = assistant.model();
    contextTokens = assistant.tokens() > 0 ? assistant.tokens() : contextTokens;
    activity = assistant.activity().or(() -> activity);
    List<AgentSignal> signals = new ArrayList<>();
    assistant.texts().forEach(text -> signals.addAll(words.in(text)));
    assistant.changedFiles().forEach(path -> changed.tell(path).ifPresent(signals::add));
    return signals;
  }

  private List<AgentSignal> asked(String line) {
    return questions
        .read(line)
        .<List<AgentSignal>>map(question -> List.of(new AgentSignal.Asked(question)))
        .orElse(List.of());
  }

  private List<AgentSignal> cancelled(String line) {
    String id = Json.fields(line, Set.of("request_id")).getOrDefault("request_id", "");
    return questions.close(id) ? List.of(new AgentSignal.QuestionClosed(id)) : List.of();
  }

  /** An answer to one of our requests. Only the size of the window is of use. */
  private List<AgentSignal> answered(String line) {
    if (!line.contains(Messages.WINDOW_REQUEST)) {
      return List.of();
    }
    try (JsonParser parser = Json.parser(line)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.PROPERTY_NAME
            && parser.currentName().equals("rawMaxTokens")
            && parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
          tellWindow(parser.getLongValue());
          return List.of();
        }
      }
    }
    return List.of();
  }

  private List<AgentSignal> ended(Turn turn) {
    microUsd += turn.microUsd();
    used = used.plus(turn.tokens());
    turn.window(model).ifPresent(this::tellWindow);
    return turn.isEmpty() ? List.of() : subagents.turnEnded(turn.result());
  }

  private void tellWindow(long size) {
    if (size > 0 && size <= Limits.CONTEXT_TOKENS_MAX) {
      window = size;
      isWindowTold = true;
    }
  }

  private List<AgentSignal> told(Map<String, String> event) {
    return switch (event.getOrDefault("subtype", "")) {
      case "init" -> {
        subagents.heard();
        model = event.getOrDefault("model", model);
        window = isWindowTold ? window : assumedWindow(model);
        yield identified(event);
      }
      case "session_title_changed" -> {
        title = event.getOrDefault("title", title);
        yield identity.isPresent() ? identified(event) : List.of();
      }
      case "api_retry" -> List.of(retrying(event));
      case "task_started", "task_notification" -> subagents.told(event);
      default -> List.of();
    };
  }

  /** Each turn begins with the same words; only a change is told. */
  private List<AgentSignal> identified(Map<String, String> event) {
    String id = event.getOrDefault("session_id", "");
    AgentSignal.Identified found = new AgentSignal.Identified(id, title);
    if (!ConversationUuid.isOne(id) || identity.equals(Optional.of(found))) {
      return List.of();
    }
    identity = Optional.of(found);
    return List.of(found);
  }

  private static AgentSignal retrying(Map<String, String> event) {
    String status = event.getOrDefault("error_status", "");
    String reason = ShortText.reason(event.getOrDefault("error", "") + " " + status);
    return new AgentSignal.Retrying(number(event, "attempt"), number(event, "max_retries"), reason);
  }

  private static int number(Map<String, String> event, String name) {
    try {
      return Integer.parseInt(event.getOrDefault(name, "0"));
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private static long assumedWindow(String model) {
    return model.endsWith("[1m]") ? WINDOW_LARGE : WINDOW_DEFAULT;
  }
}
