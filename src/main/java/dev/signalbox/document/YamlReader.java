package dev.signalbox.document;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.limit.Limits;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 into {@link DataNode}s.
 *
 * <p>Works on the parser's events: nothing is constructed, so tags run no code, and aliases, with
 * which a short text can stand for a huge one, are refused. The first error ends the reading.
 */
public final class YamlReader {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Limits.SOURCE_BYTES_MAX).build();

  private final Position origin;
  private final DataBuilder builder = new DataBuilder();
  private boolean isValid = true;
  private int documents;

  private YamlReader(Position origin) {
    this.origin = origin;
  }

  /**
   * Reads {@code text}.
   *
   * @param origin where its first character stands
   */
  public static DataReading read(String text, Position origin) {
    YamlReader reader = new YamlReader(origin);
    try {
      for (Event event : new Parse(SETTINGS).parseString(text)) {
        reader.take(event);
        if (!reader.isValid) {
          break;
        }
      }
    } catch (MarkedYamlEngineException e) {
      reader.invalid(
          reader.position(e.getProblemMark().or(e::getContextMark)),
          "expected valid YAML, found " + e.getProblem(),
          "quote values that hold any of : # & * ! { } [ ]");
    } catch (YamlEngineException e) {
      reader.invalid(origin, "expected valid YAML, found " + firstLine(e), "remove that character");
    }
    return reader.builder.finish(reader.isValid);
  }

  private static String firstLine(YamlEngineException e) {
    String message = e.getMessage() == null ? "" : e.getMessage();
    return message.lines().findFirst().orElse("an unreadable text").strip();
  }

  private void take(Event event) {
    switch (event) {
      case DocumentStartEvent start -> document(start);
      case AliasEvent alias ->
          invalid(
              position(alias.getStartMark()),
              "expected a value, found the YAML alias *" + alias.getAlias(),
              "write the value out, or put quotes around a value that begins with *");
      case ScalarEvent scalar -> scalar(scalar);
      case CollectionStartEvent start -> start(start);
      case CollectionEndEvent end -> builder.end();
      default -> {
        // Stream starts and ends and document ends carry nothing.
      }
    }
  }

  private void document(DocumentStartEvent start) {
    documents++;
    if (documents > 1) {
      invalid(
          position(start.getStartMark()),
          "expected one YAML document, found a second one",
          "keep one document");
    }
  }

  private void start(CollectionStartEvent start) {
    Position at = position(start.getStartMark());
    if (builder.expectsKey()) {
      invalid(at, "expected a word as key, found a collection", "use plain words as keys");
    } else if (start.getTag().isPresent() && !start.isImplicit()) {
      invalid(at, "expected no YAML tag, found " + start.getTag().get(), "remove the tag");
    } else if (builder.isTooDeep()) {
      invalid(
          at,
          "expected at most " + Limits.DOCUMENT_NESTING_MAX + " levels, found more",
          "nest less deeply");
    } else {
      builder.start(start instanceof MappingStartEvent, at);
    }
  }

  private void scalar(ScalarEvent scalar) {
    Position at = position(scalar.getStartMark());
    String text = scalar.getValue();
    if (scalar.getTag().isPresent()) {
      invalid(at, "expected no YAML tag, found " + scalar.getTag().get(), "remove the tag");
    } else if (builder.expectsKey()) {
      builder.key(text, at);
    } else {
      boolean isPlain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
      builder.scalar(text, isPlain && isNull(text), at);
    }
  }

  private static boolean isNull(String text) {
    return text.isEmpty() || text.equals("null") || text.equals("~");
  }

  private void invalid(Position at, String message, String hint) {
    isValid = false;
    builder.problem(Problem.error(ErrorCode.PLAN_YAML_INVALID, at, message, hint));
  }

  private Position position(Optional<Mark> mark) {
    return mark.map(found ->
            new Position(
                origin.file(),
                origin.line() + found.getLine(),
                (found.getLine() == 0 ? origin.column() : 1) + found.getColumn()))
        .orElse(origin);
  }
}
