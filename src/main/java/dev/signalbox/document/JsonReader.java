package dev.signalbox.document;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.SourceFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into {@link DataNode}s. The first syntax error ends the reading. */
public final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.DOCUMENT_NESTING_MAX)
                  .maxStringLength(Limits.SOURCE_BYTES_MAX)
                  .build())
          .build();

  private final String path;
  private final DataBuilder builder = new DataBuilder();

  private JsonReader(String path) {
    this.path = path;
  }

  /** Reads the whole file as one JSON value. */
  public static DataReading read(SourceFile file) {
    JsonReader reader = new JsonReader(file.path());
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), file.text())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        reader.take(token, parser);
      }
      return reader.builder.finish(true);
    } catch (JacksonException e) {
      reader.builder.problem(
          Problem.error(
              ErrorCode.PLAN_JSON_INVALID,
              reader.position(e.getLocation()),
              "expected valid JSON, found " + e.getOriginalMessage().lines().findFirst().orElse(""),
              "mend the JSON at this place"));
      return reader.builder.finish(false);
    }
  }

  private void take(JsonToken token, JsonParser parser) {
    Position at = position(parser.currentTokenLocation());
    switch (token) {
      case START_OBJECT -> builder.start(true, at);
      case START_ARRAY -> builder.start(false, at);
      case END_OBJECT, END_ARRAY -> builder.end();
      case PROPERTY_NAME -> builder.key(parser.getString(), at);
      case VALUE_NULL -> builder.scalar("", true, at);
      default -> builder.scalar(parser.getString(), false, at);
    }
  }

  private Position position(@Nullable TokenStreamLocation location) {
    if (location == null) {
      return Position.startOf(path);
    }
    int line = Math.max(1, location.getLineNr());
    int column = Math.max(1, location.getColumnNr());
    return new Position(path, line, column);
  }
}
