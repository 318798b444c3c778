package dev.signalbox.cli;

import dev.signalbox.view.DoctorReport;
import dev.signalbox.view.Finding;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes the one JSON document of {@code doctor --json}. */
final class DoctorJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private DoctorJson() {}

  static void write(DoctorReport report, PrintWriter out) {
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeBooleanProperty("canDispatch", report.canDispatch());
      json.writeArrayPropertyStart("findings");
      for (Finding it : report.findings()) {
        json.writeStartObject();
        json.writeStringProperty("what", it.what());
        json.writeStringProperty("level", it.level().word());
        json.writeStringProperty("found", it.found());
        json.writeStringProperty("follows", it.follows());
        json.writeStringProperty("mend", it.mend());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.println();
  }
}
