package dev.signalbox.mcp;

import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One tool. */
interface Verb {

  /**
   * An argument.
   *
   * @param description for the model
   */
  record Argument(String name, boolean isRequired, String description, Shape shape) {

    /** A short text. */
    Argument(String name, boolean isRequired, String description) {
      this(name, isRequired, description, Shape.TEXT);
    }
  }

  /** What an argument is. */
  enum Shape {
    TEXT(ToolInput.TEXT_CHARS_MAX),
    DOCUMENT(ToolInput.DOCUMENT_CHARS_MAX),
    /** A list of short texts. */
    TEXTS(ToolInput.TEXT_CHARS_MAX);

    private final int charsMax;

    Shape(int charsMax) {
      this.charsMax = charsMax;
    }

    private Map<String, Object> schema(String description) {
      Map<String, Object> text = Map.of("type", "string", "maxLength", charsMax);
      Map<String, Object> schema =
          new LinkedHashMap<>(this == TEXTS ? Map.of("type", "array", "items", text) : text);
      if (this == TEXTS) {
        schema.put("maxItems", ToolInput.TEXTS_MAX);
      }
      schema.put("description", description);
      return schema;
    }
  }

  /**
   * How a model learns of it.
   *
   * @param description what it does, and when to use it
   * @param isReading whether it changes nothing
   */
  record Sheet(
      String name, String title, String description, boolean isReading, List<Argument> arguments) {
    public Sheet {
      arguments = List.copyOf(arguments);
    }

    Set<String> names() {
      return Set.copyOf(arguments.stream().map(Argument::name).toList());
    }

    /** In the form that clients get. */
    Tool tool() {
      Map<String, Object> properties = new LinkedHashMap<>();
      List<String> required = new ArrayList<>();
      for (Argument argument : arguments) {
        properties.put(argument.name(), argument.shape().schema(argument.description()));
        if (argument.isRequired()) {
          required.add(argument.name());
        }
      }
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "object");
      schema.put("properties", properties);
      schema.put("required", required);
      schema.put("additionalProperties", false);
      return Tool.builder(name, schema)
          .title(title)
          .description(description)
          .annotations(
              ToolAnnotations.builder()
                  .title(title)
                  .readOnlyHint(isReading)
                  .destructiveHint(false)
                  .idempotentHint(isReading)
                  .openWorldHint(!isReading)
                  .build())
          .build();
    }
  }

  Sheet sheet();

  /**
   * Does what was asked.
   *
   * @param person at the client, who can be asked outside of the model
   * @throws dev.signalbox.error.SignalboxException where it cannot
   */
  Reply answer(ToolInput input, Person person);
}
