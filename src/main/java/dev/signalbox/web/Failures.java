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
    say(answer, failure.getStatus(), text(String.valueOf(failure.getMessage())));
  }

  static void failed(Exception failure, Context answer) {
    switch (failure) {
      case SignalboxException known -> say(answer, HttpStatus.CONFLICT.getCode(), text(known));
      case IllegalArgumentException wrong ->
          say(answer, HttpStatus.BAD_REQUEST.getCode(), text(String.valueOf(wrong.getMessage())));
      default ->
          say(
              answer,
              HttpStatus.INTERNAL_SERVER_ERROR.getCode(),
              text("expected an answer of the engine, found " + failure));
    }
  }

  private static void say(Context answer, int status, String document) {
    try {
      answer.status(status).contentType(JSON).result(document);
    } catch (IllegalStateException gone) {
      // So is the page. Thrown on, the server would try to answer that for ever.
    }
  }

  private static String text(SignalboxException known) {
    return JsonText.document(json -> {
      json.text("error", String.valueOf(known.getMessage()));
      json.text("code", known.code().name());
      json.strings("hints", known.hints());
    });
  }

  private static String text(String error) {
    return JsonText.document(json -> json.text("error", error));
  }
}
