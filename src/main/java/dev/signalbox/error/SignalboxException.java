package dev.signalbox.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure that ends the command: the one exception that Signalbox throws on purpose.
 *
 * <p>Expected outcomes are values ({@link Problem}, sealed results); this is for a broken
 * environment, wrong usage and bugs. The message follows the grammar of {@link Problem#message()}.
 */
public final class SignalboxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient List<String> hints;

  public SignalboxException(ErrorCode code, String message, List<String> hints) {
    this(code, message, hints, null);
  }

  public SignalboxException(
      ErrorCode code, String message, List<String> hints, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.hints = List.copyOf(hints);
  }

  /** The stable name of the failure. */
  public ErrorCode code() {
    return code;
  }

  /** What to do next, in the order to try; may be empty. */
  public List<String> hints() {
    return hints;
  }
}
