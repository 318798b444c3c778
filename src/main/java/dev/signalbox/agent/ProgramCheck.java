package dev.signalbox.agent;

import java.util.List;
import java.util.Optional;

/**
 * How to find out whether a program is ready.
 *
 * @param version arguments after the program that print its version; empty if nothing does
 * @param signIn arguments that end with exit code 0 if and only if somebody is signed in; empty
 *     where the program cannot tell
 * @param keys names of variables with which the program works although it says that nobody is
 *     signed in
 * @param tested the version that Signalbox was tried with
 * @param install the command that a person types to install it
 * @param enter the command that a person types to sign in
 */
public record ProgramCheck(
    List<String> version,
    List<String> signIn,
    List<String> keys,
    Optional<String> tested,
    Optional<String> install,
    Optional<String> enter) {
  /** Nothing can be found out. */
  public static final ProgramCheck NONE =
      new ProgramCheck(
          List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public ProgramCheck {
    version = List.copyOf(version);
    signIn = List.copyOf(signIn);
    keys = List.copyOf(keys);
  }
}
