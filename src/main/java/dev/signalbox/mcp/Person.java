package dev.signalbox.mcp;

import java.util.Map;
import java.util.Optional;

/** The person at the client, asked by the client itself and not by its model (elicitation). */
interface Person {

  /**
   * A form.
   *
   * @param text everything that the person has to know
   * @param schema of the fields, which are texts
   */
  record Form(String text, Map<String, Object> schema) {
    public Form {
      schema = Map.copyOf(schema);
    }
  }

  /** Whether the client can put a form before a person. */
  boolean canBeAsked();

  /** What the person filled in; empty where they declined, went away, or did not answer in time. */
  Optional<Map<String, Object>> ask(Form form);
}
