package dev.signalbox.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Walls around a program (design section 12). */
public interface Sandbox {

  /**
   * Why this sandbox does not hold here, found by running it; empty where it does. Asked once per
   * process of Signalbox.
   */
  Optional<String> unavailable();

  /**
   * What these walls let through here that others hold back, for a person; empty for nothing. Asked
   * once per process of Signalbox.
   */
  default Optional<String> gap() {
    return Optional.empty();
  }

  /**
   * The command that runs {@code command} inside the walls. Everything that it starts dies with it.
   *
   * <p>The program inside gets the environment of the process that the caller starts, so the caller
   * sets exactly that. No variable is in the command itself: every user of the machine can read a
   * command line, and some variables are secrets.
   *
   * @param command a program and its arguments, never a shell line
   */
  List<String> wrap(SandboxSpec spec, List<String> command);

  /**
   * The same for a program that a person uses in their own terminal. It keeps the terminal, and
   * cannot type into it: what a program types there is read by the person's shell afterwards.
   *
   * @param scratch a folder of the caller's, in which the walls may leave a file
   * @throws dev.signalbox.error.SignalboxException when that file cannot be written
   */
  default List<String> wrapScreen(SandboxSpec spec, List<String> command, Path scratch) {
    return wrap(spec, command);
  }
}
