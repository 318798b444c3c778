package dev.signalbox.view;

import dev.signalbox.remote.Failure;
import java.util.Locale;

/** What a person is told of a request that failed (docs/guide/trackers.md). */
public final class FailureText {
  private FailureText() {}

  /** Its kind as the guide calls it, and the reason: {@code unreachable: no answer from ...}. */
  public static String of(Failure failure) {
    return failure.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + ": "
        + failure.reason();
  }

  /** What to do about it, without a full stop. */
  public static String advice(Failure.Kind kind) {
    return switch (kind) {
      case ABSENT -> "look at the name, and at what the account may see";
      case UNAUTHENTICATED ->
          "put a valid key where ~/.config/signalbox/config.yaml says that it is";
      case FORBIDDEN -> "allow it to the account, or use the key of another one";
      case RATE_LIMITED, BUDGET_SPENT -> "try again later";
      case UNREACHABLE -> "try again later; look at \"api:\" if the configuration has it";
      case REFUSED -> "its own words say why";
      case CONFLICTING -> "try again";
      case UNINTELLIGIBLE -> "please report it: a bug, here or there";
    };
  }
}
