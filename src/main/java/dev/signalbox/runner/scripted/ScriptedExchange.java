package dev.signalbox.runner.scripted;

import dev.signalbox.plan.Usd;
import dev.signalbox.runner.ChangedFiles;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.FeedbackAnswers;
import dev.signalbox.runner.ToldPath;
import dev.signalbox.session.Access;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.Question;
import dev.signalbox.session.Spoken;
import dev.signalbox.session.Tokens;
import dev.signalbox.session.TurnResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scripted agent's lines. It prints the events {@code session}, {@code text}, {@code tool},
 * {@code subagent}, {@code ask}, {@code closed}, {@code usage}, {@code retry} and {@code turn}.
 */
final class ScriptedExchange implements Exchange {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern ESTIMATE =
      Pattern.compile("^Estimated cost: \\$(\\d{1,7})(?:\\.(\\d{2}))?$");

  /** For what a person reads, where no policy compares paths. */
  private static final Path NOWHERE = Path.of("/");

  private static final String CONFLICT = "CONFLICT: ";
  private static final int ACTIVITY_CHARS_MAX = 100;
  private static final long MICRO_USD_PER_CENT = 10_000;

  private final Path workspace;
  private final ChangedFiles changed;
  private Pulse pulse = Pulse.NONE;

  ScriptedExchange(Path workspace) {
    this.workspace = workspace;
    this.changed = new ChangedFiles(workspace);
  }

  @Override
  public List<AgentSignal> read(String line) {
    if (!line.startsWith("{\"event\":")) {
      return List.of();
    }
    try {
      return event(MAPPER.readTree(line));
    } catch (JacksonException e) {
      return List.of();
    }
  }

  /** What a person reads of one line. */
  static List<Spoken> shown(String line) {
    if (!line.startsWith("{\"event\":")) {
      return List.of();
    }
    try {
      JsonNode json = MAPPER.readTree(line);
      return switch (word(json, "event")) {
        case "text" -> List.of(new Spoken.Words(word(json, "text")));
        case "tool" -> List.of(new Spoken.ToolUsed(word(json, "name") + " " + word(json, "about")));
        case "ask" -> question(NOWHERE, json).stream().<Spoken>map(Spoken.Asked::new).toList();
        case "turn" -> List.of(new Spoken.TurnOver(result(json)));
        default -> List.of();
      };
    } catch (JacksonException e) {
      return List.of();
    }
  }

  @Override
  public Pulse pulse() {
    return pulse;
  }

  @Override
  public Optional<List<String>> write(long sequence, AgentMessage message) {
    return Optional.of(lines(message));
  }

  private static List<String> lines(AgentMessage message) {
    return switch (message) {
      case AgentMessage.Say say -> List.of("say " + escaped(say.text()));
      case AgentMessage.Allow allow -> List.of("allow " + escaped(allow.questionId()));
      case AgentMessage.Deny deny ->
          List.of("deny " + escaped(deny.questionId() + " " + deny.why()));
      case AgentMessage.ApprovePlan approve -> List.of("approve " + escaped(approve.questionId()));
      case AgentMessage.Choose choose ->
          List.of(
              "choose " + escaped(choose.questionId() + " " + String.join(", ", choose.answers())));
      case AgentMessage.Interrupt() -> List.of("interrupt");
      case AgentMessage.EndInput() -> List.of();
    };
  }

  private List<AgentSignal> event(JsonNode json) {
    return switch (word(json, "event")) {
      case "session" -> List.of(new AgentSignal.Identified(word(json, "id"), word(json, "name")));
      case "text" -> text(word(json, "text"));
      case "tool" -> {
        show(word(json, "name") + " " + word(json, "about"));
        yield changed.tell(word(json, "path")).stream().toList();
      }
      case "ask" ->
          question(workspace, json)
              .<List<AgentSignal>>map(q -> List.of(new AgentSignal.Asked(q)))
              .orElse(List.of());
      case "subagent" -> List.of(new AgentSignal.SubagentRan());
      case "closed" -> List.of(new AgentSignal.QuestionClosed(word(json, "id")));
      case "usage" -> {
        pulse =
            new Pulse(
                0,
                json.path("cents").asLong(0) * MICRO_USD_PER_CENT,
                Tokens.NONE,
                json.path("tokens").asLong(0),
                json.path("window").asLong(0),
                pulse.activity());
        yield List.of();
      }
      case "retry" ->
          List.of(
              new AgentSignal.Retrying(
                  json.path("attempt").asInt(0), json.path("most").asInt(0), word(json, "reason")));
      case "turn" -> List.of(new AgentSignal.TurnEnded(result(json)));
      default -> List.of();
    };
  }

  private List<AgentSignal> text(String text) {
    show(text);
    List<AgentSignal> signals = new ArrayList<>(FeedbackAnswers.in(text));
    for (String line : text.split("\n", -1)) {
      if (line.contains("Session started")) {
        signals.add(new AgentSignal.StartConfirmed());
      }
      Matcher estimate = ESTIMATE.matcher(line);
      if (estimate.matches()) {
        long cents = Optional.ofNullable(estimate.group(2)).map(Long::parseLong).orElse(0L);
        signals.add(
            new AgentSignal.EstimateStated(
                new Usd(Long.parseLong(estimate.group(1)) * 100 + cents)));
      }
      if (line.equals("TASK_COMPLETE")) {
        signals.add(new AgentSignal.TaskCompleted());
      }
      if (line.startsWith(CONFLICT)) {
        signals.add(new AgentSignal.ConflictFlagged(line.substring(CONFLICT.length())));
      }
    }
    return signals;
  }

  private void show(String text) {
    String line = text.lines().findFirst().orElse("");
    String activity =
        line.length() <= ACTIVITY_CHARS_MAX ? line : line.substring(0, ACTIVITY_CHARS_MAX);
    pulse =
        new Pulse(
            0,
            pulse.microUsd(),
            pulse.tokens(),
            pulse.contextTokens(),
            pulse.contextTokensMax(),
            Optional.of(activity));
  }

  private static Optional<Question> question(Path workspace, JsonNode json) {
    String id = word(json, "id");
    return switch (word(json, "kind")) {
      case "permission" ->
          Optional.of(
              new Question.Permission(
                  id, word(json, "tool"), word(json, "input"), access(workspace, json)));
      case "plan" -> Optional.of(new Question.PlanApproval(id, word(json, "plan")));
      case "choice" -> {
        List<String> options = new ArrayList<>();
        json.path("options").forEach(option -> options.add(option.asString("")));
        yield Optional.of(
            new Question.Choice(
                id, List.of(new Question.Item(word(json, "text"), options, false))));
      }
      default -> Optional.empty();
    };
  }

  /** A question with a path is about changing that file. */
  private static Access access(Path workspace, JsonNode json) {
    return ToldPath.of(workspace, word(json, "path"))
        .map(path -> new Access(Access.Kind.CHANGES, List.of(path)))
        .orElse(Access.UNKNOWN);
  }

  private static TurnResult result(JsonNode json) {
    String reason = word(json, "reason");
    return switch (word(json, "result")) {
      case "completed" -> new TurnResult.Completed();
      case "interrupted" -> new TurnResult.Interrupted();
      case "service" -> new TurnResult.ServiceFailed(reason);
      case "limit" -> new TurnResult.LimitReached(reason);
      default -> new TurnResult.Failed(reason);
    };
  }

  private static String word(JsonNode json, String key) {
    return json.path(key).asString("");
  }

  /** As the agent's {@code printf %b} reads it: one line. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "");
  }
}
