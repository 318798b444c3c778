package dev.signalbox.control;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.session.SessionId;
import java.util.Optional;

/** A command in JSON, both ways. */
public final class CommandJson {
  private CommandJson() {}

  /** The document of a command; its word is not in it. */
  public static String write(Command command) {
    return JsonText.document(json -> fields(json, command));
  }

  private static void fields(JsonText json, Command command) {
    switch (command) {
      case Command.Decide(GateRef gate, GateDecision decision, String _) -> {
        json.number("gate", gate.number());
        json.text("hash", gate.hash());
        DecisionJson.write(json, decision);
      }
      case Command.Revise(GateRef gate, var edits, String _) -> {
        json.number("gate", gate.number());
        json.text("hash", gate.hash());
        EditsJson.write(json, edits);
      }
      case Command.Tell(SessionId session, String text, String _) -> {
        json.text("session", session.value());
        json.text("text", text);
      }
      case Command.Cancel(Optional<SessionId> session, String why, String _) -> {
        json.text("session", session.map(SessionId::value));
        json.text("why", why);
      }
      case Command.Retry(SessionId session, String _) -> json.text("session", session.value());
      case Command.TakeOver(SessionId session, String _) -> json.text("session", session.value());
    }
    json.text("who", command.who());
  }

  /**
   * Reads a command and who gives it, such as {@code {"session":"S-A","text":...,"who":...}}.
   *
   * @param word {@link Command#word()}
   * @throws IllegalArgumentException for a text that is none
   */
  public static Command read(String word, String text) {
    JsonFields json = JsonFields.parse(text);
    String who = json.text("who");
    if (who.isBlank()) {
      throw new IllegalArgumentException("expected who decides, found a blank");
    }
    return command(word, json, who);
  }

  /**
   * Reads a command; who gives it is known.
   *
   * @param word {@link Command#word()}
   * @throws IllegalArgumentException for a text that is none
   */
  public static Command read(String word, String text, String who) {
    return command(word, JsonFields.parse(text), who);
  }

  private static Command command(String word, JsonFields json, String who) {
    return switch (word) {
      case "decide" -> new Command.Decide(gate(json), DecisionJson.read(json), who);
      case "revise" -> new Command.Revise(gate(json), EditsJson.read(json), who);
      case "tell" -> new Command.Tell(session(json), json.text("text"), who);
      case "cancel" ->
          new Command.Cancel(
              json.find("session").map(SessionId::new), json.find("why").orElse(""), who);
      case "retry" -> new Command.Retry(session(json), who);
      case "take-over" -> new Command.TakeOver(session(json), who);
      default -> throw new IllegalArgumentException("expected a command, found " + word);
    };
  }

  /** {@code {"gate":12,"hash":...}} or {@code {"id":"12-3fa9c1d2"}}. */
  private static GateRef gate(JsonFields json) {
    Optional<GateRef> gate =
        json.find("id").isPresent()
            ? GateRef.parse(json.text("id"))
            : GateRef.of(json.number("gate"), json.text("hash"));
    return gate.orElseThrow(
        () -> new IllegalArgumentException("expected a gate's id, or its number and hash"));
  }

  private static SessionId session(JsonFields json) {
    return new SessionId(json.text("session"));
  }
}
