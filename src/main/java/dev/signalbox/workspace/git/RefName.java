package dev.signalbox.workspace.git;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which branch names are taken: those that git takes, since they become paths and arguments. */
final class RefName {
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x20\\x7f~^:?*\\[\\\\]|\\.\\.|@\\{|//|/\\.|\\.lock(?=/|$)");

  private RefName() {}

  /** {@code refs/heads/<branch>}. */
  static String ofBranch(String branch) throws WorkspaceException {
    if (!isBranch(branch)) {
      throw WorkspaceException.lasting("branch: expected a name that git takes, found " + branch);
    }
    return "refs/heads/" + branch;
  }

  static boolean isBranch(String name) {
    return isRef(name) && !name.startsWith("-") && !name.equals("HEAD") && !name.equals("@");
  }

  /** Whether every part of a name is fit for a ref, and with it for a path inside a folder. */
  static boolean isRef(String name) {
    return !name.isEmpty()
        && !name.startsWith("/")
        && !name.startsWith(".")
        && !name.endsWith("/")
        && !name.endsWith(".")
        && !FORBIDDEN.matcher(name).find();
  }

  /** Whether a text is the full id of an object, in either of git's two hashes. */
  static boolean isObjectId(String text) {
    return (text.length() == 40 || text.length() == 64)
        && text.toLowerCase(Locale.ROOT).equals(text)
        && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
  }
}
