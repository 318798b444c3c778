package dev.signalbox.githubapi;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How GitHub says that it did nothing. */
record FaultAnswer(int status, Map<String, String> headers, JsonNode body) {

  /** The answer in place of the usual one; empty where the request is carried out. */
  static Optional<FaultAnswer> of(Fault fault) {
    return switch (fault) {
      case Fault.Broken(int status) ->
          Optional.of(new FaultAnswer(status, Map.of(), message("Server Error")));
      case Fault.Refused(int status, String words) ->
          Optional.of(new FaultAnswer(status, Map.of(), message(words)));
      case Fault.OutOfRequests(var reset) ->
          Optional.of(
              new FaultAnswer(
                  403,
                  Map.of(
                      "x-ratelimit-remaining",
                      "0",
                      "x-ratelimit-reset",
                      String.valueOf(reset.getEpochSecond())),
                  message("API rate limit exceeded for user ID 7.")));
      case Fault.TooFast(int status, var pause) ->
          Optional.of(
              new FaultAnswer(
                  status,
                  Map.of("retry-after", String.valueOf(pause.toSeconds())),
                  message("You have exceeded a secondary rate limit.")));
      case Fault.Cut() -> Optional.empty();
    };
  }

  private static JsonNode message(String text) {
    return Json.object("message", text, "documentation_url", "https://docs.github.test");
  }
}
