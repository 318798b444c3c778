package dev.signalbox.document;

import dev.signalbox.error.Position;
import java.util.List;
import java.util.Optional;

/** A YAML or JSON value with the place where it stands. */
public sealed interface DataNode {

  /** The first character of the value. */
  Position at();

  /**
   * A single value, as text; what it means is up to its key.
   *
   * @param text never null; empty for null
   * @param isNull whether the document says null, or nothing at all
   */
  record Scalar(String text, boolean isNull, Position at) implements DataNode {}

  /** A list, in the document's order. */
  record Sequence(List<DataNode> items, Position at) implements DataNode {}

  /** Keys with values, in the document's order, each key once. */
  record Mapping(List<Entry> entries, Position at) implements DataNode {

    /** The value of {@code key}; empty when absent or null. */
    public Optional<DataNode> get(String key) {
      return entries.stream()
          .filter(entry -> entry.key().equals(key))
          .map(Entry::value)
          .filter(value -> !(value instanceof Scalar scalar && scalar.isNull()))
          .findFirst();
    }

    /** The value of {@code key} where it is a single value. */
    public Optional<Scalar> scalar(String key) {
      return get(key).filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }
  }

  /** A key with its value. */
  record Entry(String key, Position keyAt, DataNode value) {}
}
