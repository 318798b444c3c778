package dev.signalbox.control.http;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The text of a control file. */
final class ControlFileJson {
  private ControlFileJson() {}

  static String write(ControlFile file) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json =
        JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("url", file.url());
      json.writeStringProperty("token", file.token());
      json.writeNumberProperty("pid", file.pid());
      json.writeStringProperty("run", file.run());
      json.writeStringProperty("since", file.since().toString());
      json.writeEndObject();
    }
    return out + "\n";
  }
}
