package dev.signalbox.runner.acp;

import java.util.regex.Pattern;

/** The form of a session's id: the agent chooses it, and it goes into a command line. */
final class SessionName {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

  private SessionName() {}

  static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }
}
