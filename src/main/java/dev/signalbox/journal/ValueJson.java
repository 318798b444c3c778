package dev.signalbox.journal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Values as JSON: ids and times are strings, enums lower-case words, absent optional values are not
 * written. Reading is strict: what is not exactly of the expected shape is refused.
 */
final class ValueJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ValueJson() {}

  /** JSON of another shape than expected. */
  static final class ShapeException extends Exception {
    private static final long serialVersionUID = 1L;

    ShapeException(String message) {
      super(message);
    }
  }

  /** The value as JSON; its type need not be told. */
  static JsonNode write(Object value) {
    return switch (value) {
      case String text -> NODES.stringNode(text);
      case Integer number -> NODES.numberNode(number);
      case Long number -> NODES.numberNode(number);
      case Boolean truth -> NODES.booleanNode(truth);
      case Instant time -> NODES.stringNode(time.toString());
      case Duration time -> NODES.stringNode(time.toString());
      case Enum<?> word -> NODES.stringNode(word(word));
      case List<?> list -> array(list);
      case Record id when IdType.isId(id.getClass()) -> NODES.stringNode(id.toString());
      case Record fields -> RecordJson.write(fields);
      default ->
          throw new IllegalStateException("expected a type with JSON, found " + value.getClass());
    };
  }

  private static ArrayNode array(List<?> list) {
    ArrayNode array = NODES.arrayNode();
    for (Object element : list) {
      array.add(write(element));
    }
    return array;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The JSON as a value of a component's declared type. */
  static Object read(JsonNode json, Type type) throws ShapeException {
    if (type instanceof ParameterizedType generic) {
      Type element = generic.getActualTypeArguments()[0];
      return generic.getRawType() == Optional.class
          ? Optional.of(read(json, element))
          : list(json, element);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == int.class || plain == Integer.class) {
      return number(json, json.canConvertToInt()).intValue();
    }
    if (plain == long.class || plain == Long.class) {
      return number(json, json.canConvertToLong()).longValue();
    }
    if (plain == boolean.class) {
      return check(json, json.isBoolean(), "true or false").booleanValue();
    }
    if (plain.isRecord() && !IdType.isId(plain)) {
      return RecordJson.read(json, plain);
    }
    if (plain.isSealed()) {
      return RecordJson.readCase(json, plain);
    }
    return word(check(json, json.isString(), "a string").stringValue(), plain);
  }

  private static List<Object> list(JsonNode json, Type element) throws ShapeException {
    List<Object> list = new ArrayList<>();
    for (JsonNode each : check(json, json.isArray(), "a list")) {
      list.add(read(each, element));
    }
    return list;
  }

  private static JsonNode number(JsonNode json, boolean fits) throws ShapeException {
    return check(json, json.isIntegralNumber() && fits, "a whole number");
  }

  private static JsonNode check(JsonNode json, boolean isGood, String expected)
      throws ShapeException {
    if (!isGood) {
      throw new ShapeException("expected " + expected + ", found " + json.getNodeType());
    }
    return json;
  }

  private static Object word(String text, Class<?> type) throws ShapeException {
    if (type == String.class) {
      return text;
    }
    try {
      if (type == Instant.class) {
        return Instant.parse(text);
      }
      return type == Duration.class ? Duration.parse(text) : named(text, type);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new ShapeException("expected a " + type.getSimpleName() + ", found " + text);
    }
  }

  private static Object named(String text, Class<?> type) throws ShapeException {
    if (!type.isEnum()) {
      return IdType.read(text, type);
    }
    for (Object constant : type.getEnumConstants()) {
      if (word((Enum<?>) constant).equals(text)) {
        return constant;
      }
    }
    throw new ShapeException("expected a " + type.getSimpleName() + ", found " + text);
  }
}
