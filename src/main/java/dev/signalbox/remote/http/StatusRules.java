package dev.signalbox.remote.http;

import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import java.util.Optional;

/** What a status means where a service has no rules of its own (RFC 9110, section 15). */
final class StatusRules {
  private static final int SUCCESS_FIRST = 200;
  private static final int REDIRECT_FIRST = 300;
  private static final int UNCHANGED = 304;
  private static final int ERROR_FIRST = 400;
  private static final int SERVER_ERROR_FIRST = 500;

  private StatusRules() {}

  static Optional<Failure> failure(int status, String words) {
    if ((status >= SUCCESS_FIRST && status < REDIRECT_FIRST) || status == UNCHANGED) {
      return Optional.empty();
    }
    String said = words.isBlank() ? "" : ": " + words;
    String reason = "expected an answer, found status " + status + said;
    return Optional.of(Failure.of(kind(status), reason));
  }

  private static Kind kind(int status) {
    if (status < SUCCESS_FIRST) {
      return Kind.UNINTELLIGIBLE;
    }
    if (status < ERROR_FIRST) {
      // Followed, the redirect would carry the secret to whatever address the answer names.
      return Kind.REFUSED;
    }
    if (status >= SERVER_ERROR_FIRST) {
      return Kind.UNREACHABLE;
    }
    return switch (status) {
      case 401 -> Kind.UNAUTHENTICATED;
      case 403 -> Kind.FORBIDDEN;
      case 404, 410 -> Kind.ABSENT;
      case 408 -> Kind.UNREACHABLE;
      case 409, 412 -> Kind.CONFLICTING;
      case 429 -> Kind.RATE_LIMITED;
      default -> Kind.REFUSED;
    };
  }
}
