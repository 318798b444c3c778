package dev.signalbox.runner.acp;

import dev.signalbox.limit.Limits;
import dev.signalbox.runner.ChangedFiles;
import dev.signalbox.runner.Recent;
import dev.signalbox.runner.ToldPath;
import dev.signalbox.session.Access;
import dev.signalbox.session.AgentSignal;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The uses of tools, each told bit by bit: what is not repeated holds on. */
final class ToolCalls {
  private final Path workspace;
  private final ChangedFiles changed;
  private final Map<String, ToolCall> calls = new Recent<>();

  ToolCalls(Path workspace) {
    this.workspace = workspace;
    this.changed = new ChangedFiles(workspace);
  }

  /**
   * What is known of one use.
   *
   * @param kind the protocol's word, such as {@code edit}
   * @param title for people
   * @param paths as the agent names them
   */
  record ToolCall(String kind, String title, Set<String> paths) {
    static final ToolCall UNKNOWN = new ToolCall("", "", Set.of());

    Access.Kind access() {
      return switch (kind) {
        case "read", "search", "think", "fetch" -> Access.Kind.READS;
        case "edit", "delete", "move" -> Access.Kind.CHANGES;
        case "execute" -> Access.Kind.RUNS;
        default -> Access.Kind.OTHER;
      };
    }

    boolean isPlanShown() {
      return kind.equals("switch_mode");
    }

    private ToolCall with(JsonNode told) {
      Set<String> all = new LinkedHashSet<>(paths);
      Stream.concat(
              told.path("locations").valueStream().map(each -> each.path("path").asString("")),
              told.path("content").valueStream().map(each -> each.path("path").asString("")))
          .filter(path -> !path.isEmpty() && all.size() < Limits.CHANGED_FILES_MAX)
          .forEach(all::add);
      return new ToolCall(
          told.path("kind").asString(kind), told.path("title").asString(title), all);
    }
  }

  /** What is known now, with what a notification or a question tells. */
  ToolCall take(JsonNode told) {
    String id = told.path("toolCallId").asString("");
    ToolCall call = calls.getOrDefault(id, ToolCall.UNKNOWN).with(told);
    calls.put(id, call);
    return call;
  }

  /** The files that a use changed, once it is told to be done: a refused one changes nothing. */
  List<AgentSignal> changed(JsonNode told, ToolCall call) {
    boolean isDone = told.path("status").asString("").equals("completed");
    return isDone && call.access() == Access.Kind.CHANGES
        ? call.paths().stream().flatMap(path -> changed.tell(path).stream()).toList()
        : List.of();
  }

  Access access(ToolCall call) {
    return new Access(
        call.access(),
        call.paths().stream().flatMap(path -> ToldPath.of(workspace, path).stream()).toList());
  }
}
