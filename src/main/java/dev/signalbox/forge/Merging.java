package dev.signalbox.forge;

/** Whether a pull request could be merged. */
public sealed interface Merging {

  /**
   * It is merged.
   *
   * @param commit in the base
   */
  record Merged(String commit) implements Merging {}

  /** The head is not what was expected any more. */
  record HeadMoved(String head) implements Merging {}

  /**
   * The forge does not merge it as it is now.
   *
   * @param reason the forge's own, such as a check that is required
   */
  record Refused(String reason) implements Merging {}
}
