package dev.signalbox.log;

import dev.signalbox.plan.IssueId;
import dev.signalbox.redaction.Redactor;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One thing that happened.
 *
 * @param code what it is, a word of Signalbox's own
 * @param message for people; may hold what agents and services said
 */
record LogLine(Instant at, LogLevel level, String code, About about, String message) {
  /** As long as a message is written; the journal has the whole of what a fact holds. */
  static final int MESSAGE_CHARS_MAX = 2_000;

  private static final String CUT = "…";
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  /**
   * What a line is about.
   *
   * @param fact its number in the journal; empty where the line tells of no fact
   */
  record About(RunId run, Optional<SessionId> session, Optional<IssueId> issue, OptionalLong fact) {
    static About run(RunId run) {
      return new About(run, Optional.empty(), Optional.empty(), OptionalLong.empty());
    }
  }

  /** An object without a line end; what its words hold of secrets is covered. */
  String json(Redactor secrets) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("time", at.toString());
      json.writeStringProperty("level", level.word());
      json.writeStringProperty("code", code);
      json.writeStringProperty("run", about.run().value());
      about.session().ifPresent(session -> json.writeStringProperty("session", session.value()));
      about.issue().ifPresent(issue -> json.writeStringProperty("issue", issue.value()));
      about.fact().ifPresent(fact -> json.writeNumberProperty("fact", fact));
      json.writeStringProperty("message", cut(secrets.text(message)));
      json.writeEndObject();
    }
    return escaped(out.toString());
  }

  /** Covered first: half a secret at the cut would not be known any more. */
  private static String cut(String covered) {
    int end = Math.min(covered.length(), MESSAGE_CHARS_MAX);
    return end < covered.length() ? covered.substring(0, end) + CUT : covered;
  }

  /**
   * What a terminal would act on or not show is escaped too: people look at these lines with tail.
   * The generator itself escapes what is below the space.
   */
  private static String escaped(String json) {
    StringBuilder escaped = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean isPair =
          Character.isHighSurrogate(c)
              && i + 1 < json.length()
              && Character.isLowSurrogate(json.charAt(i + 1));
      if (isPair && !isHidden(json.codePointAt(i))) {
        escaped.append(c).append(json.charAt(++i));
      } else if (isHidden(c)) {
        escaped.append("\\u%04x".formatted((int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static boolean isHidden(int c) {
    return Character.isISOControl(c)
        || switch (Character.getType(c)) {
          case Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          default -> false;
        };
  }
}
