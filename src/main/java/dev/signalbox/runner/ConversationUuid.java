package dev.signalbox.runner;

import java.util.regex.Pattern;

/** The form of a conversation's id where the agent's is a UUID; it goes into a command line. */
public final class ConversationUuid {
  private static final Pattern SHAPE =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private ConversationUuid() {}

  /** Whether a text is one. */
  public static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }

  /**
   * The same text.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static String checked(String text) {
    if (!isOne(text)) {
      throw new IllegalArgumentException("expected a UUID, found " + text);
    }
    return text;
  }
}
