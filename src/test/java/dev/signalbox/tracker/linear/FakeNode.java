package dev.signalbox.tracker.linear;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A thing of the stand-in. A field that was not set fails when it is asked for, so that nothing is
 * tested against a value that nobody thought of.
 */
final class FakeNode {
  final String type;
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  /** A list that is handed out page by page. */
  record Connection(Supplier<List<FakeNode>> nodes) {}

  FakeNode(String type, String id) {
    this.type = type;
    set("id", id);
  }

  FakeNode set(String name, @Nullable Object value) {
    fields.put(name, value);
    return this;
  }

  /** A value that is made each time it is asked for. */
  FakeNode computed(String name, Supplier<@Nullable Object> value) {
    return set(name, value);
  }

  FakeNode connection(String name, Supplier<List<FakeNode>> nodes) {
    return set(name, new Connection(nodes));
  }

  @Nullable Object get(String name) {
    if (!fields.containsKey(name)) {
      throw new IllegalStateException("the stand-in for Linear has no " + type + "." + name);
    }
    Object value = fields.get(name);
    return value instanceof Supplier<?> supplier ? supplier.get() : value;
  }

  String text(String name) {
    return String.valueOf(get(name));
  }

  FakeNode node(String name) {
    if (get(name) instanceof FakeNode node) {
      return node;
    }
    throw new IllegalStateException("expected a thing as " + type + "." + name);
  }
}
