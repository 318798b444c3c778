package dev.signalbox.control;

import dev.signalbox.plan.Usd;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the parts of a JSON document in order. What is empty becomes null. */
public final class JsonText implements AutoCloseable {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();
  private static final int MICRO_DIGITS = 6;

  private final JsonGenerator json;

  JsonText(Writer out) {
    this.json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  }

  /** A document that is one object. */
  public static String document(Consumer<JsonText> content) {
    StringWriter out = new StringWriter();
    try (JsonText json = new JsonText(out)) {
      json.object(() -> content.accept(json));
    }
    return out.toString();
  }

  /** An object in an array, or the document itself. */
  public void object(Runnable content) {
    json.writeStartObject();
    content.run();
    json.writeEndObject();
  }

  /** An object. */
  public void object(String key, Runnable content) {
    json.writeObjectPropertyStart(key);
    content.run();
    json.writeEndObject();
  }

  /** An array. */
  public <T> void array(String key, List<T> items, Consumer<T> item) {
    json.writeArrayPropertyStart(key);
    items.forEach(item);
    json.writeEndArray();
  }

  /** An array of texts. */
  public void strings(String key, List<String> values) {
    array(key, values, json::writeString);
  }

  /** A text. */
  public void text(String key, String value) {
    json.writeStringProperty(key, value);
  }

  /** A text, or null. */
  public void text(String key, Optional<String> value) {
    value.ifPresentOrElse(text -> text(key, text), () -> nothing(key));
  }

  /** A whole number. */
  public void number(String key, long value) {
    json.writeNumberProperty(key, value);
  }

  /** A whole number, or null. */
  public void number(String key, Optional<Long> value) {
    value.ifPresentOrElse(number -> number(key, number.longValue()), () -> nothing(key));
  }

  /** True or false. */
  public void truth(String key, boolean value) {
    json.writeBooleanProperty(key, value);
  }

  /** Dollars, or null. */
  public void usd(String key, Optional<Usd> value) {
    value.ifPresentOrElse(
        usd -> json.writeNumberProperty(key, new BigDecimal(usd.amount())), () -> nothing(key));
  }

  /** Millionths of a dollar as dollars. */
  public void microUsd(String key, long value) {
    json.writeNumberProperty(key, BigDecimal.valueOf(value, MICRO_DIGITS));
  }

  /** Null. */
  public void nothing(String key) {
    json.writeNullProperty(key);
  }

  @Override
  public void close() {
    json.close();
  }
}
