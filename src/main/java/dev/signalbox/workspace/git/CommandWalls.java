package dev.signalbox.workspace.git;

import dev.signalbox.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What commands of a plan run in.
 *
 * @param hidden folders that they must not see, such as the state folder
 * @param inherited the environment of Signalbox; a few harmless variables are passed on
 */
public record CommandWalls(Sandbox sandbox, List<Path> hidden, Map<String, String> inherited) {
  public CommandWalls {
    hidden = List.copyOf(hidden);
    inherited = Map.copyOf(inherited);
  }
}
