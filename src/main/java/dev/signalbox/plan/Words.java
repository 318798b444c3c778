package dev.signalbox.plan;

/** The shape that ids share: short ASCII words, safe wherever a name may end up. */
public final class Words {
  private Words() {}

  /** Whether {@code text} begins with a letter or digit and goes on with those or {@code extra}. */
  public static boolean isWord(String text, int charsMax, String extra) {
    if (text.isEmpty() || text.length() > charsMax || !isAlphanumeric(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isAlphanumeric(c) && extra.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
