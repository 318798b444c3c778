package dev.signalbox.config;

/** Where a secret lies. Its value is in no configuration. */
public sealed interface SecretSource {

  /**
   * A file whose text it is.
   *
   * @param path absolute, or from the home folder with {@code ~/}
   */
  record InFile(String path) implements SecretSource {}

  /** A variable of Signalbox's own environment. */
  record InVariable(String name) implements SecretSource {}
}
