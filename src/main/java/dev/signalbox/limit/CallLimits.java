package dev.signalbox.limit;

/** Bounds of what one session's agent tells with its tools. */
public final class CallLimits {
  /** Questions that may be open. */
  public static final int INQUIRIES_OPEN_MAX = 3;

  /** How often it may tell of its work; journals keep each. */
  public static final int TOLD_MAX = 1_000;

  private CallLimits() {}
}
