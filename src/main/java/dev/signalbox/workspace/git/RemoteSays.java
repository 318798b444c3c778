package dev.signalbox.workspace.git;

import dev.signalbox.git.GitResult;
import dev.signalbox.remote.Failure.Kind;
import java.util.Arrays;

/** What git says of a remote, by the words that it uses in English. */
final class RemoteSays {
  private RemoteSays() {}

  static Kind kindOf(GitResult result) {
    return result.mayPass() ? Kind.UNREACHABLE : kindOf(result.err());
  }

  static Kind kindOf(String text) {
    if (hasOneOf(text, "Authentication failed", "could not read Username", "Permission denied")) {
      return Kind.UNAUTHENTICATED;
    }
    if (hasOneOf(text, "couldn't find remote ref")) {
      return Kind.ABSENT;
    }
    return hasOneOf(
            text,
            "Could not resolve host",
            "Failed to connect",
            "Connection",
            "timed out",
            "early EOF",
            "unable to access",
            "hung up")
        ? Kind.UNREACHABLE
        : Kind.REFUSED;
  }

  private static boolean hasOneOf(String text, String... words) {
    return Arrays.stream(words).anyMatch(text::contains);
  }
}
