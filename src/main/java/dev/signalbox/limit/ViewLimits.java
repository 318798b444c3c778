package dev.signalbox.limit;

/** Bounds of what people are shown, with their reasons. */
public final class ViewLimits {
  /** Characters of what one tool was used with: a change of some hundred lines. */
  public static final int TOOL_INPUT_CHARS_MAX = 20_000;

  private ViewLimits() {}
}
