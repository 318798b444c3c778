package dev.signalbox.mcp;

import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The person at a client that is connected. */
record ClientPerson(McpSyncServerExchange exchange) implements Person {

  @Override
  public boolean canBeAsked() {
    @Nullable ClientCapabilities client = exchange.getClientCapabilities();
    if (client == null || client.elicitation() == null) {
      return false;
    }
    // A client that names no mode means forms (specification 2025-11-25, client/elicitation).
    ClientCapabilities.Elicitation modes = client.elicitation();
    return modes.form() != null || modes.url() == null;
  }

  @Override
  public Optional<Map<String, Object>> ask(Form form) {
    ElicitResult result;
    try {
      result =
          exchange.createElicitation(ElicitFormRequest.builder(form.text(), form.schema()).build());
    } catch (RuntimeException e) {
      // The library says with many types that the client went away, refused, or took too long.
      // None of them is an answer.
      return Optional.empty();
    }
    return switch (result.action()) {
      case ACCEPT -> Optional.ofNullable(result.content());
      case DECLINE, CANCEL -> Optional.empty();
    };
  }
}
