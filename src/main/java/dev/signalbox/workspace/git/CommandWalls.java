package dev.signalbox.workspace.git;

import dev.signalbox.redaction.Redactor;
import dev.signalbox.redaction.SecretNames;
import dev.signalbox.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What commands of a plan run in.
 *
 * @param hidden folders that they must not see, such as the state folder
 * @param inherited the environment of Signalbox; a few harmless variables are passed on
 * @param redactor covers what is secret in what commands and agents leave; the one of the moment
 */
public record CommandWalls(
    Sandbox sandbox,
    List<Path> hidden,
    Map<String, String> inherited,
    Supplier<Redactor> redactor) {
  public CommandWalls {
    hidden = List.copyOf(hidden);
    inherited = Map.copyOf(inherited);
  }

  /** What is secret is told by the environment alone. */
  public CommandWalls(Sandbox sandbox, List<Path> hidden, Map<String, String> inherited) {
    this(sandbox, hidden, inherited, knowing(Redactor.of(SecretNames.valuesIn(inherited))));
  }

  private static Supplier<Redactor> knowing(Redactor redactor) {
    return () -> redactor;
  }

  /** A text without what is secret in it. */
  String redacted(String text) {
    return redactor.get().text(text);
  }
}
