package dev.signalbox.control;

import dev.signalbox.plan.Usd;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the parts of a JSON document in order. */
final class JsonText implements AutoCloseable {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();
  private static final int MICRO_DIGITS = 6;

  private final JsonGenerator json;

  JsonText(Writer out) {
    this.json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  }

  void object(Runnable content) {
    json.writeStartObject();
    content.run();
    json.writeEndObject();
  }

  void object(String key, Runnable content) {
    json.writeObjectPropertyStart(key);
    content.run();
    json.writeEndObject();
  }

  <T> void array(String key, List<T> items, Consumer<T> item) {
    json.writeArrayPropertyStart(key);
    items.forEach(item);
    json.writeEndArray();
  }

  void strings(String key, List<String> values) {
    array(key, values, json::writeString);
  }

  void text(String key, String value) {
    json.writeStringProperty(key, value);
  }

  void text(String key, Optional<String> value) {
    value.ifPresentOrElse(text -> text(key, text), () -> nothing(key));
  }

  void number(String key, long value) {
    json.writeNumberProperty(key, value);
  }

  void number(String key, Optional<Long> value) {
    value.ifPresentOrElse(number -> number(key, number.longValue()), () -> nothing(key));
  }

  void truth(String key, boolean value) {
    json.writeBooleanProperty(key, value);
  }

  void usd(String key, Optional<Usd> value) {
    value.ifPresentOrElse(
        usd -> json.writeNumberProperty(key, new BigDecimal(usd.amount())), () -> nothing(key));
  }

  /** Millionths of a dollar as dollars. */
  void microUsd(String key, long value) {
    json.writeNumberProperty(key, BigDecimal.valueOf(value, MICRO_DIGITS));
  }

  void nothing(String key) {
    json.writeNullProperty(key);
  }

  @Override
  public void close() {
    json.close();
  }
}
