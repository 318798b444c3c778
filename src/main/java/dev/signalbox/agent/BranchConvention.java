package dev.signalbox.agent;

/** How an agent's branches are called (mission section 8 and Agent-Aware Dispatch). */
public sealed interface BranchConvention {

  /** The agent invents the name; nobody knows it before the branch is there. */
  record NamedByAgent() implements BranchConvention {}

  /**
   * A name with places for the issue and the slug, such as <code>claude/{issue}-{slug}</code>.
   *
   * @param text {@code {issue}} once; {@code {slug}} at most once, right after {@code -}, {@code _}
   *     or {@code /}; else lower-case ASCII letters, digits, {@code .}, {@code _}, {@code -} and
   *     {@code /}, so that whatever is filled in is a branch name that git takes
   */
  record Template(String text) implements BranchConvention {
    private static final int CHARS_MAX = 64;
    private static final String ISSUE = "{issue}";
    private static final String SLUG = "{slug}";

    public Template {
      if (!isValid(text)) {
        throw new IllegalArgumentException("expected a branch template, found " + text);
      }
    }

    /** Whether {@code text} may be a template. */
    public static boolean isValid(String text) {
      return text.length() <= CHARS_MAX
          && occursOnce(text, ISSUE)
          && (!text.contains(SLUG) || (occursOnce(text, SLUG) && hasSeparatedSlug(text)))
          && isBranchName(fill(text, "1", "s"))
          && isBranchName(fill(text, "1", ""));
    }

    /**
     * The branch name.
     *
     * @param issue lower-case ASCII letters, digits and {@code -}, beginning and ending with no
     *     {@code -}
     * @param slug as {@code issue}, or empty: then the character before its place goes too
     */
    public String render(String issue, String slug) {
      return fill(text, issue, slug);
    }

    private static String fill(String text, String issue, String slug) {
      int at = text.indexOf(SLUG);
      String named =
          at >= 0 && slug.isEmpty()
              ? text.substring(0, at - 1) + text.substring(at + SLUG.length())
              : text.replace(SLUG, slug);
      return named.replace(ISSUE, issue);
    }

    private static boolean occursOnce(String text, String part) {
      int at = text.indexOf(part);
      return at >= 0 && text.indexOf(part, at + 1) < 0;
    }

    private static boolean hasSeparatedSlug(String text) {
      int at = text.indexOf(SLUG);
      return at > 0 && "-_/".indexOf(text.charAt(at - 1)) >= 0;
    }

    /** A strict part of what {@code git check-ref-format --branch} takes. */
    private static boolean isBranchName(String name) {
      for (String part : name.split("/", -1)) {
        if (part.isEmpty()
            || ".-".indexOf(part.charAt(0)) >= 0
            || part.endsWith(".")
            || part.endsWith(".lock")
            || part.contains("..")
            || !part.chars().allMatch(Template::isNameChar)) {
          return false;
        }
      }
      return true;
    }

    private static boolean isNameChar(int c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0;
    }
  }
}
