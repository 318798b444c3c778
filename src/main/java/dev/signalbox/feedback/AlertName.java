package dev.signalbox.feedback;

/**
 * What a failure in production is called, whether its sender says that it is new or that it is back
 * ({@link dev.signalbox.feedback.sentry.SentryNormaliser}).
 */
public final class AlertName {
  /** How ids of alerts about one issue of Sentry begin. */
  public static final String SENTRY = "sentry:issue:";

  /** How the id of one that is new ends. */
  public static final String NEW = ":new";

  /** In the id of one that is back, before when it came back. */
  public static final String BACK = ":back:";

  private AlertName() {}

  /** The name that all items about the same failure share; the id itself for other senders. */
  public static String of(String item) {
    if (!item.startsWith(SENTRY)) {
      return item;
    }
    int back = item.lastIndexOf(BACK);
    if (back > 0) {
      return item.substring(0, back);
    }
    return item.endsWith(NEW) ? item.substring(0, item.length() - NEW.length()) : item;
  }
}
