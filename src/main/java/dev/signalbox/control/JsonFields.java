package dev.signalbox.control;

import dev.signalbox.document.DataNode;
import dev.signalbox.document.DataReading;
import dev.signalbox.document.JsonReader;
import dev.signalbox.plan.SourceFile;
import dev.signalbox.plan.Usd;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A JSON object whose fields are taken by name. What is not as expected is an {@link
 * IllegalArgumentException} that says so: it comes from another process.
 */
public final class JsonFields {
  private static final int MICRO_DIGITS = 6;
  private static final int CENT_DIGITS = 2;

  private final DataNode.Mapping object;

  private JsonFields(DataNode.Mapping object) {
    this.object = object;
  }

  /** Reads one object; nothing else may be there. */
  public static JsonFields parse(String text) {
    DataReading reading = JsonReader.read(new SourceFile("json", text));
    if (!reading.problems().isEmpty()) {
      throw new IllegalArgumentException(reading.problems().getFirst().message());
    }
    return new JsonFields(
        reading
            .mapping()
            .orElseThrow(() -> new IllegalArgumentException("expected a JSON object")));
  }

  /** A text or a number as text; empty when absent or null. */
  public Optional<String> find(String key) {
    Optional<DataNode> value = object.get(key);
    if (value.isPresent() && !(value.get() instanceof DataNode.Scalar)) {
      throw new IllegalArgumentException("expected one value for " + key + ", found several");
    }
    return object.scalar(key).map(DataNode.Scalar::text);
  }

  /** A text that has to be there. */
  public String text(String key) {
    return find(key)
        .orElseThrow(() -> new IllegalArgumentException("expected " + key + ", found none"));
  }

  /** A whole number that has to be there. */
  public long number(String key) {
    return Long.parseLong(text(key));
  }

  /** The texts of a list; none where it is absent. */
  public List<String> strings(String key) {
    return items(key).stream().map(node -> JsonFields.scalar(key, node)).toList();
  }

  private static String scalar(String key, DataNode node) {
    if (node instanceof DataNode.Scalar(String text, boolean isNull, var _) && !isNull) {
      return text;
    }
    throw new IllegalArgumentException("expected texts in " + key);
  }

  List<JsonFields> objects(String key) {
    return items(key).stream().map(JsonFields::wrap).toList();
  }

  private static JsonFields wrap(DataNode node) {
    if (node instanceof DataNode.Mapping mapping) {
      return new JsonFields(mapping);
    }
    throw new IllegalArgumentException("expected objects, found another value");
  }

  private List<DataNode> items(String key) {
    Optional<DataNode> value = object.get(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof DataNode.Sequence(List<DataNode> items, var _)) {
      return items;
    }
    throw new IllegalArgumentException("expected a list for " + key);
  }

  Optional<JsonFields> object(String key) {
    return object.get(key).map(JsonFields::wrap);
  }

  boolean truth(String key) {
    return Boolean.parseBoolean(text(key));
  }

  long microUsd(String key) {
    return new BigDecimal(text(key)).movePointRight(MICRO_DIGITS).longValueExact();
  }

  Optional<Usd> usd(String key) {
    return find(key)
        .map(
            amount -> new Usd(new BigDecimal(amount).movePointRight(CENT_DIGITS).longValueExact()));
  }
}
