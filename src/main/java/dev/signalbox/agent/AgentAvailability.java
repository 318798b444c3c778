package dev.signalbox.agent;

import java.util.Optional;

/**
 * Whether an agent can be started on this machine now.
 *
 * @param path where its program lies; empty if it is nowhere, and for one that is built in
 * @param version as the program tells it; empty if it was not asked, or told none
 * @param lack why it cannot work, without a full stop; empty if nothing is known to be in the way
 * @param mend the command that a person types against the lack; empty if there is none
 */
public record AgentAvailability(
    Optional<String> path,
    Optional<String> version,
    SignIn signIn,
    Optional<String> lack,
    Optional<String> mend) {
  /** Built in, so always there. */
  public static final AgentAvailability BUILT_IN =
      new AgentAvailability(
          Optional.empty(), Optional.empty(), SignIn.YES, Optional.empty(), Optional.empty());

  /** Not there at all. */
  public static AgentAvailability missing(String lack, Optional<String> mend) {
    return new AgentAvailability(
        Optional.empty(), Optional.empty(), SignIn.NOT_ASKED, Optional.of(lack), mend);
  }
}
