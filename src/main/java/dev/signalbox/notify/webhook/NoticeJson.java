package dev.signalbox.notify.webhook;

import dev.signalbox.notify.Notice;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A notice as the JSON document that a webhook is sent. */
final class NoticeJson {
  private NoticeJson() {}

  static String write(Notice notice) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json =
        JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("run", notice.run().value());
      json.writeStringProperty("gate", notice.gate().toString());
      json.writeStringProperty("kind", notice.kind().word());
      json.writeStringProperty("title", notice.title());
      json.writeArrayPropertyStart("sessions");
      notice.sessions().forEach(session -> json.writeString(session.value()));
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.toString();
  }
}
