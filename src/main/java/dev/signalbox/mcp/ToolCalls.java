package dev.signalbox.mcp;

import dev.signalbox.error.SignalboxException;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One call of a tool, from the client's request to its result. */
final class ToolCalls {
  private ToolCalls() {}

  /** A failure is a result too: the model shall read what to do, and never a stack. */
  static CallToolResult result(
      Verb.Sheet sheet, CallToolRequest request, Function<ToolInput, Reply> answering) {
    Map<String, Object> arguments = Optional.ofNullable(request.arguments()).orElse(Map.of());
    ToolInput input = new ToolInput(sheet.name(), arguments);
    input.only(sheet.names());
    try {
      return answering.apply(input).result();
    } catch (SignalboxException e) {
      return Reply.failed("Error [" + e.code() + "]: " + e.getMessage() + hints(e.hints()))
          .result();
    } catch (RuntimeException e) {
      return Reply.failed(
              "Error [INTERNAL_BUG]: expected no such thing, found "
                  + e.getClass().getSimpleName()
                  + hints(List.of("please report it, with the call that led to it")))
          .result();
    }
  }

  private static String hints(List<String> hints) {
    return hints.isEmpty() ? "" : "\nHint: " + String.join("\nHint: ", hints);
  }
}
