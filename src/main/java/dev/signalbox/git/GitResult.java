package dev.signalbox.git;

import java.util.ArrayList;
import java.util.List;

/**
 * How one git command ended.
 *
 * @param command the git command's name, such as {@code fetch}
 * @param exit its exit code; {@link #NOT_ENDED} if it was ended by Signalbox
 * @param out its standard output
 * @param err the beginning of its standard error
 */
public record GitResult(String command, int exit, String out, String err) {
  /** The exit code of a command that took too long or said too much. */
  public static final int NOT_ENDED = -1;

  /** Whether git says that it did what it was told. */
  public boolean isOk() {
    return exit == 0;
  }

  /** The output without white space around it. */
  public String text() {
    return out.strip();
  }

  /** The values of an output in which each value ends with NUL. */
  public List<String> values() {
    List<String> values = new ArrayList<>();
    int start = 0;
    for (int end = out.indexOf('\0'); end >= 0; end = out.indexOf('\0', start)) {
      values.add(out.substring(start, end));
      start = end + 1;
    }
    return values;
  }

  /**
   * Whether another process held a lock. A ref that is in the way of another for its name, or that
   * is not where it was expected, is no such case: waiting does not help.
   */
  public boolean isContended() {
    return !isOk() && (isLocked() || isRefLocked());
  }

  private boolean isLocked() {
    return err.contains(".lock': File exists")
        || (err.contains("Unable to create") && err.contains(".lock'"));
  }

  private boolean isRefLocked() {
    return err.contains("cannot lock ref")
        && !err.contains("; cannot create")
        && !err.contains("but expected")
        && !err.contains("reference already exists");
  }

  /** Whether trying again later can help. */
  public boolean mayPass() {
    return exit == NOT_ENDED || isContended();
  }

  /** One line for a person: what failed, what was expected, what git says. */
  public String failure() {
    String said = err.isBlank() ? "exit code " + exit : err.strip().replaceAll("\\s*\\n\\s*", "; ");
    return "git " + command + ": expected success, found " + said;
  }
}
