package dev.signalbox.agent;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How an agent that runs here is started and spoken to.
 *
 * @param protocol which adapter speaks with it
 * @param command the program and its first arguments; empty for the one built in, never for others
 * @param surroundings what it sees of the machine
 * @param launches which permissions it can be started with, and how
 * @param can what it is able to do beyond working on a prompt
 * @param screen the command with which a person takes a session over, its id at {@code {session}}
 * @param check how {@code doctor} looks at it
 */
public record AgentProgram(
    Protocol protocol,
    List<String> command,
    ProgramSurroundings surroundings,
    Launches launches,
    Set<Capability> can,
    Optional<List<String>> screen,
    ProgramCheck check) {
  /** Where the session's id goes in {@link #screen}. */
  public static final String SESSION = "{session}";

  public AgentProgram {
    if (command.isEmpty() != (protocol == Protocol.SCRIPTED)) {
      throw new IllegalArgumentException("expected a command for " + protocol + ": " + command);
    }
    command = List.copyOf(command);
    EnumSet<Capability> able = EnumSet.noneOf(Capability.class);
    able.addAll(can);
    can = Collections.unmodifiableSet(able);
    screen = screen.map(List::copyOf);
  }

  /** The name or path of the program; empty for the one built in. */
  public Optional<String> executable() {
    return command.stream().findFirst();
  }
}
