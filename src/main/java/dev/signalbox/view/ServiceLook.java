package dev.signalbox.view;

import java.util.Optional;

/**
 * A tracker or forge as {@code doctor} saw it.
 *
 * @param what such as {@code tracker}
 * @param place such as {@code linear, workspace acme}
 * @param isUsed whether runs need it
 * @param account as whom it is reached; empty where nothing was asked, or nobody answered
 * @param lack why it is of no use, or of less; empty where all is well
 */
public record ServiceLook(
    String what, String place, boolean isUsed, Optional<String> account, Optional<Lack> lack) {

  /**
   * Why it is of no use.
   *
   * @param reason what was expected and found
   * @param advice what a person does about it, as a sentence
   * @param stopsRuns whether no run can go on with it as it is
   */
  public record Lack(String reason, String advice, boolean stopsRuns) {}

  /** The line about it. */
  Finding finding() {
    String found = place + account.map(who -> ", as " + who).orElse("");
    if (lack.isEmpty()) {
      return Finding.ok(what, found);
    }
    boolean isMissing = isUsed && lack.get().stopsRuns();
    return new Finding(
        what,
        isMissing ? Finding.Level.MISSING : Finding.Level.WARNING,
        found + ": " + lack.get().reason(),
        lack.get().advice() + (isMissing ? " Nothing can be dispatched." : ""),
        "");
  }
}
