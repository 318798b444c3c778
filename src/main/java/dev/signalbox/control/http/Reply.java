package dev.signalbox.control.http;

import dev.signalbox.approval.Answer;
import dev.signalbox.control.AnswerJson;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What is sent back.
 *
 * @param json one document
 */
record Reply(int status, String json) {
  static final int OK = 200;
  static final int BAD_REQUEST = 400;
  static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int METHOD_NOT_ALLOWED = 405;
  static final int CONFLICT = 409;
  static final int TOO_LARGE = 413;
  static final int UNSUPPORTED_TYPE = 415;
  static final int UNPROCESSABLE = 422;
  static final int FAILED = 500;

  /** {@code {"error":"..."}}. */
  static Reply error(int status, String message) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json =
        JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("error", message);
      json.writeEndObject();
    }
    return new Reply(status, out.toString());
  }

  /** What the engine says to a command. */
  static Reply answer(Answer answer) {
    int status =
        switch (answer) {
          case Answer.Taken _, Answer.TakenBefore _ -> OK;
          case Answer.Changed _, Answer.DecidedBefore _ -> CONFLICT;
          case Answer.Refused _ -> UNPROCESSABLE;
        };
    return new Reply(status, AnswerJson.write(answer));
  }

  /** Whether the document is an answer of the engine. */
  boolean isAnswer() {
    return status == OK || status == CONFLICT || status == UNPROCESSABLE;
  }
}
