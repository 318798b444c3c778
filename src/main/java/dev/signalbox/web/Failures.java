package dev.signalbox.web;

import dev.signalbox.control.JsonText;
import dev.signalbox.error.SignalboxException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;

/** What a page hears when something is not as it should be: {@code {"error":...,"hints":[...]}}. */
final class Failures {
  private static final String JSON = "application/json";

  private Failures() {}

  static void refused(HttpResponseException failure, Context answer) {
    answer
        .status(failure.getStatus())
        .contentType(JSON)
        .result(text(String.valueOf(failure.getMessage())));
  }

  static void failed(Exception failure, Context answer) {
    switch (failure) {
      case SignalboxException known ->
          answer
              .status(HttpStatus.CONFLICT)
              .contentType(JSON)
              .result(
                  JsonText.document(json -> {
                    json.text("error", String.valueOf(known.getMessage()));
                    json.text("code", known.code().name());
                    json.strings("hints", known.hints());
                  }));
      case IllegalArgumentException wrong ->
          answer
              .status(HttpStatus.BAD_REQUEST)
              .contentType(JSON)
              .result(text(String.valueOf(wrong.getMessage())));
      default ->
          answer
              .status(HttpStatus.INTERNAL_SERVER_ERROR)
              .contentType(JSON)
              .result(text("expected an answer of the engine, found " + failure));
    }
  }

  private static String text(String error) {
    return JsonText.document(json -> json.text("error", error));
  }
}
