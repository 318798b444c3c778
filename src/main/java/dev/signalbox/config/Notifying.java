package dev.signalbox.config;

import java.util.List;
import java.util.Optional;

/**
 * How a person wants to be told that something waits.
 *
 * @param desktop a program and its first arguments; empty for none
 * @param webhook an address with http or https; may hold a secret, so it is never printed
 */
public record Notifying(List<String> desktop, Optional<String> webhook) {
  /** Only what the terminal shows. */
  public static final Notifying NOTHING = new Notifying(List.of(), Optional.empty());

  public Notifying {
    desktop = List.copyOf(desktop);
  }
}
