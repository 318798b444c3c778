package dev.signalbox.runner.acp;

import dev.signalbox.runner.ShortText;
import dev.signalbox.session.TurnResult;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Why a request failed.
 *
 * @param error of JSON-RPC
 */
record CallError(JsonNode error) {
  private static final int AUTH_REQUIRED = -32000;

  /** What agents write when it was their service that failed; there is no code for it. */
  private static final Pattern SERVICE =
      Pattern.compile(
          "\\b(?:4(?:01|03|08|29)|5\\d\\d)\\b|rate.?limit|too many requests|overloaded|quota|unauthori[sz]ed"
              + "|authenticat|api.?(?:key|error)|internal server error|unavailable|timed? ?out"
              + "|econn|enotfound|fetch failed|socket hang up|network");

  /** What it says, in short. */
  String text() {
    StringBuilder text = new StringBuilder(error.path("message").asString(""));
    JsonNode data = error.path("data");
    for (JsonNode part : new JsonNode[] {data, data.path("details"), data.path("message")}) {
      String said = part.asString("");
      if (!said.isEmpty() && text.indexOf(said) < 0) {
        text.append(text.isEmpty() ? "" : ": ").append(said);
      }
    }
    return ShortText.reason(
        text.isEmpty() ? "error " + error.path("code").asInt(0) : text.toString());
  }

  /** What that makes of a turn. */
  TurnResult result() {
    int code = error.path("code").asInt(0);
    // Some put the status of their service where codes of JSON-RPC belong, which are below zero.
    boolean isService =
        code == AUTH_REQUIRED || isService(code + " " + text() + " " + error.path("data"));
    return isService ? new TurnResult.ServiceFailed(text()) : new TurnResult.Failed(text());
  }

  /** The same, of an error that is told in words only. */
  static TurnResult result(String words) {
    String reason = ShortText.reason(words);
    return isService(reason) ? new TurnResult.ServiceFailed(reason) : new TurnResult.Failed(reason);
  }

  private static boolean isService(String text) {
    return SERVICE.matcher(text.toLowerCase(Locale.ROOT)).find();
  }
}
