package dev.signalbox.control;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.session.SessionId;
import java.io.StringWriter;
import java.util.Optional;

/** A command in JSON, both ways. */
public final class CommandJson {
  private CommandJson() {}

  /** The document of a command; its word is not in it. */
  public static String write(Command command) {
    StringWriter out = new StringWriter();
    try (JsonText json = new JsonText(out)) {
      json.object(() -> fields(json, command));
    }
    return out.toString();
  }

  private static void fields(JsonText json, Command command) {
    switch (command) {
      case Command.Decide(GateRef gate, GateDecision decision, String _) -> {
        json.number("gate", gate.number());
        json.text("hash", gate.hash());
        DecisionJson.write(json, decision);
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
   * Reads {@code {"gate":12,"hash":...}} or {@code {"id":"12-3fa9c1d2"}} with a decision.
   *
   * @throws IllegalArgumentException for a text that is none
   */
  public static Command.Decide decide(String text) {
    JsonFields json = JsonFields.parse(text);
    return new Command.Decide(gate(json), DecisionJson.read(json), who(json));
  }

  private static GateRef gate(JsonFields json) {
    Optional<GateRef> gate =
        json.find("id").isPresent()
            ? GateRef.parse(json.text("id"))
            : GateRef.of(json.number("gate"), json.text("hash"));
    return gate.orElseThrow(
        () -> new IllegalArgumentException("expected a gate's id, or its number and hash"));
  }

  /**
   * Reads {@code {"session":"S-A","text":...}}.
   *
   * @throws IllegalArgumentException for a text that is none
   */
  public static Command.Tell tell(String text) {
    JsonFields json = JsonFields.parse(text);
    return new Command.Tell(session(json), json.text("text"), who(json));
  }

  /**
   * Reads {@code {"session":"S-A","why":...}}; without a session it is the whole run.
   *
   * @throws IllegalArgumentException for a text that is none
   */
  public static Command.Cancel cancel(String text) {
    JsonFields json = JsonFields.parse(text);
    Optional<SessionId> session = json.find("session").map(SessionId::new);
    return new Command.Cancel(session, json.find("why").orElse(""), who(json));
  }

  /**
   * Reads {@code {"session":"S-A"}}.
   *
   * @throws IllegalArgumentException for a text that is none
   */
  public static Command.Retry retry(String text) {
    JsonFields json = JsonFields.parse(text);
    return new Command.Retry(session(json), who(json));
  }

  /**
   * Reads {@code {"session":"S-A"}}.
   *
   * @throws IllegalArgumentException for a text that is none
   */
  public static Command.TakeOver takeOver(String text) {
    JsonFields json = JsonFields.parse(text);
    return new Command.TakeOver(session(json), who(json));
  }

  private static SessionId session(JsonFields json) {
    return new SessionId(json.text("session"));
  }

  private static String who(JsonFields json) {
    String who = json.text("who");
    if (who.isBlank()) {
      throw new IllegalArgumentException("expected who decides, found a blank");
    }
    return who;
  }
}
