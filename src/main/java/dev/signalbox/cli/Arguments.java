package dev.signalbox.cli;

import dev.signalbox.control.GateRef;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import java.util.List;

/** Reads what a person typed. */
final class Arguments {
  private Arguments() {}

  static GateRef gate(String text) {
    return GateRef.parse(text)
        .orElseThrow(() ->
            new SignalboxException(
                ErrorCode.USAGE_INVALID,
                "expected a gate such as 12-3fa9c1d2, found " + text,
                List.of("run signalbox inbox: it lists the open ones")));
  }

  static SessionId session(String text) {
    if (!SessionId.isValid(text)) {
      throw new SignalboxException(
          ErrorCode.USAGE_INVALID,
          "expected a session such as S-A, found " + text,
          List.of("run signalbox sessions: it lists them"));
    }
    return new SessionId(text);
  }

  static RunId run(String text) {
    if (!RunId.isValid(text)) {
      throw new SignalboxException(
          ErrorCode.USAGE_INVALID,
          "expected a run such as checkout-1, found " + text,
          List.of("run signalbox status: it names the run"));
    }
    return new RunId(text);
  }

  /** A line of words that came as one argument each. */
  static String line(List<String> words) {
    return String.join(" ", words);
  }
}
