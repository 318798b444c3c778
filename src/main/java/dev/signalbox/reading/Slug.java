package dev.signalbox.reading;

import dev.signalbox.limit.Limits;

/** Words as a short name: lower case, joined by hyphens. */
public final class Slug {
  private Slug() {}

  /**
   * The ASCII letters and digits of {@code text}, lower case, other characters as single hyphens,
   * at most {@link Limits#SLUG_CHARS_MAX} characters, cut between words where possible; empty where
   * there are none.
   */
  public static String of(String text) {
    StringBuilder slug = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < text.length() && slug.length() <= Limits.SLUG_CHARS_MAX; i++) {
      char c = text.charAt(i);
      if (!Ascii.isAlphanumeric(c)) {
        gap = true;
        continue;
      }
      if (gap && !slug.isEmpty()) {
        slug.append('-');
      }
      gap = false;
      slug.append(Ascii.lower(c));
    }
    return cut(slug);
  }

  private static String cut(StringBuilder slug) {
    if (slug.length() <= Limits.SLUG_CHARS_MAX) {
      return slug.toString();
    }
    int hyphen = slug.lastIndexOf("-", Limits.SLUG_CHARS_MAX);
    return slug.substring(0, hyphen > 0 ? hyphen : Limits.SLUG_CHARS_MAX);
  }
}
