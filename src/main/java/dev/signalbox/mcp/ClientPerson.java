package dev.signalbox.mcp;

import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.util.HashMap;
import java.util.Map;
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
  public Heard ask(Form form) {
    ElicitResult result;
    try {
      result =
          exchange.createElicitation(ElicitFormRequest.builder(form.text(), form.schema()).build());
    } catch (RuntimeException e) {
      // The library says with many types that the client went away, refused, or took too long.
      // None of them is an answer.
      return new Heard.Unanswered();
    }
    return switch (result.action()) {
      case ACCEPT -> new Heard.Filled(known(result.content()));
      case DECLINE, CANCEL -> new Heard.Declined();
    };
  }

  /** Without what is null: that was not filled in. */
  private static Map<String, Object> known(@Nullable Map<String, Object> fields) {
    Map<String, Object> known = new HashMap<>();
    if (fields != null) {
      fields.forEach((name, value) -> {
        if (value != null) {
          known.put(name, value);
        }
      });
    }
    return known;
  }
}
