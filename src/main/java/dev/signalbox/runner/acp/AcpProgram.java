package dev.signalbox.runner.acp;

import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.Pricing;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one program that speaks the protocol is started: all that tells two of them apart.
 *
 * @param name for people
 * @param command the program and its first arguments; at least the program
 * @param surroundings what it sees of the machine
 * @param ways how it is started in each mode; one that is absent it cannot do
 * @param pricing what its tokens cost, where it does not tell
 */
public record AcpProgram(
    String name,
    List<String> command,
    Surroundings surroundings,
    Map<LaunchMode, Way> ways,
    Pricing pricing) {
  public AcpProgram {
    command = List.copyOf(command);
    EnumMap<LaunchMode, Way> ordered = new EnumMap<>(LaunchMode.class);
    ordered.putAll(ways);
    ways = Collections.unmodifiableMap(ordered);
  }

  /**
   * What a program sees beyond its workspace.
   *
   * @param variables fixed ones
   * @param inherits names of those that it gets from Signalbox's own environment; no other
   * @param writes folders below the home folder, relative to it
   * @param reads folders and files below the home folder, for reading only
   */
  public record Surroundings(
      Map<String, String> variables,
      List<String> inherits,
      List<String> writes,
      List<String> reads) {
    public Surroundings {
      variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
      inherits = List.copyOf(inherits);
      writes = List.copyOf(writes);
      reads = List.copyOf(reads);
    }
  }

  /**
   * What a mode means to the program.
   *
   * @param arguments after the command's own
   * @param variables beside the program's own
   * @param step to take when the session is open
   */
  public record Way(
      List<String> arguments, Map<String, String> variables, Optional<SessionStep> step) {
    public Way {
      arguments = List.copyOf(arguments);
      variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }
  }

  /** How the mode is set in an open session, also later; empty where nothing has to be said. */
  Optional<SessionStep> step(LaunchMode mode) {
    return Optional.ofNullable(ways.get(mode)).flatMap(Way::step);
  }
}
