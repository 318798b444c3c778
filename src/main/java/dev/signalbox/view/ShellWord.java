package dev.signalbox.view;

/** A text as one word of a command that a person may copy into a shell. */
public final class ShellWord {
  private ShellWord() {}

  /** As it is where it is plain, else quoted. */
  public static String of(String text) {
    return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
