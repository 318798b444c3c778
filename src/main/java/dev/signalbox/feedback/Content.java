package dev.signalbox.feedback;

import dev.signalbox.review.Severity;
import java.util.Optional;

/**
 * What was said. Untrusted text: it is shown escaped, and fenced in a prompt.
 *
 * @param title one line
 * @param text Markdown; may be empty
 * @param place the path and line that it points to, such as {@code src/A.java:12}
 * @param url where a person sees it; http or https
 */
public record Content(
    String title,
    String text,
    Optional<Severity> severity,
    Result result,
    Optional<String> place,
    Optional<String> url,
    Optional<Integer> changedLines) {

  /** How something stands, in one word. */
  public enum Result {
    /** Nothing to say: words only. */
    NONE,
    PENDING,
    PASSED,
    FAILED,
    OPENED,
    /** It is back: opened again, or a failure that was resolved before. */
    REOPENED,
    CHANGED,
    MERGED,
    CLOSED,
    APPROVED,
    CHANGES_REQUESTED,
    WITHDRAWN
  }
}
