package dev.signalbox.runner.codex;

import java.util.regex.Pattern;

/** The form of a thread's id, with which a person resumes it on a command line. */
final class ThreadId {
  private static final Pattern SHAPE =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private ThreadId() {}

  static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }

  static String checked(String text) {
    if (!isOne(text)) {
      throw new IllegalArgumentException("expected a UUID, found " + text);
    }
    return text;
  }
}
