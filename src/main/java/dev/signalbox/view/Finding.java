package dev.signalbox.view;

import java.util.Locale;

/**
 * One thing that {@code doctor} looked at.
 *
 * @param what such as {@code git}
 * @param found what is there, or what is not
 * @param follows what that means for runs, as a sentence; empty where all is well
 * @param mend the command that a person types; empty where there is none
 */
public record Finding(String what, Level level, String found, String follows, String mend) {

  /** How well it is. */
  public enum Level {
    OK,
    /** Runs are possible; something is worse than it could be. */
    WARNING,
    /** It is not there, or is of no use as it is. */
    MISSING;

    /** The word shown: the name in lower case. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding ok(String what, String found) {
    return new Finding(what, Level.OK, found, "", "");
  }

  Finding mendedBy(String command) {
    return new Finding(what, level, found, follows, command);
  }
}
