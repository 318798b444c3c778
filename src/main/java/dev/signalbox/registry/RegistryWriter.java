package dev.signalbox.registry;

/** Puts the registry into the plan file. Writing the same again changes nothing. */
public interface RegistryWriter {

  /**
   * Replaces the registry and the summaries between their markers, or adds them at the end. Every
   * other byte stays, also those that a person writes meanwhile.
   *
   * @param planFile the path of the plan; a symbolic link is followed
   */
  WriteOutcome write(String planFile, SessionRegistry registry);
}
