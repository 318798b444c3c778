package dev.signalbox.mcp;

import java.util.Map;

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

  /** What came of a form. */
  sealed interface Heard {

    /** The person sent it off. */
    record Filled(Map<String, Object> fields) implements Heard {
      public Filled {
        fields = Map.copyOf(fields);
      }
    }

    /** The person declined, or closed it. */
    record Declined() implements Heard {}

    /** The client did not put it before the person, or they did not answer in time. */
    record Unanswered() implements Heard {}
  }

  /** Waits for the person. */
  Heard ask(Form form);
}
