package dev.signalbox.plan.gsd;

import dev.signalbox.document.DataNode;
import dev.signalbox.error.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a plan's front matter that say what it needs and changes.
 *
 * @param root without entries where the file has none or it cannot be read
 */
record FrontMatter(DataNode.Mapping root) {
  private static final int WAVE_DIGITS_MAX = 6;

  Optional<String> text(String key) {
    return root.scalar(key).map(DataNode.Scalar::text).filter(text -> !text.isBlank());
  }

  boolean isFalse(String key) {
    return text(key).filter("false"::equalsIgnoreCase).isPresent();
  }

  /** A wave's number, from 0, and where it is stated. */
  record Wave(int number, Position at) {}

  /** The plan's wave; empty if there is none, or no number. */
  Optional<Wave> wave() {
    return root.scalar("wave")
        .filter(value -> !value.text().isEmpty() && value.text().length() < WAVE_DIGITS_MAX)
        .filter(value -> value.text().chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(value -> new Wave(Integer.parseInt(value.text()), value.at()));
  }

  /** The values of a list, or of a single value; deeper structure is opened up. */
  List<DataNode.Scalar> values(String key) {
    List<DataNode.Scalar> values = new ArrayList<>();
    root.get(key).ifPresent(node -> collect(node, values));
    return values;
  }

  private static void collect(DataNode node, List<DataNode.Scalar> values) {
    switch (node) {
      case DataNode.Scalar scalar -> {
        if (!scalar.text().isBlank()) {
          values.add(scalar);
        }
      }
      case DataNode.Sequence sequence -> sequence.items().forEach(item -> collect(item, values));
      case DataNode.Mapping mapping ->
          mapping
              .get("path")
              .ifPresentOrElse(
                  path -> collect(path, values),
                  () -> mapping.entries().forEach(entry -> collect(entry.value(), values)));
    }
  }

  /** What must be true once the plan is done. */
  List<String> truths() {
    Optional<DataNode> truths =
        root.get("must_haves")
            .filter(DataNode.Mapping.class::isInstance)
            .flatMap(node -> ((DataNode.Mapping) node).get("truths"));
    List<String> texts = new ArrayList<>();
    if (truths.orElse(null) instanceof DataNode.Sequence sequence) {
      sequence.items().forEach(item -> texts.add(sentence(item)));
    }
    return texts.stream().filter(text -> !text.isBlank()).toList();
  }

  /** A sentence with a colon in it and no quotes around it is a mapping to YAML. */
  private static String sentence(DataNode node) {
    return switch (node) {
      case DataNode.Scalar scalar -> scalar.text();
      case DataNode.Sequence sequence ->
          String.join(", ", sequence.items().stream().map(FrontMatter::sentence).toList());
      case DataNode.Mapping mapping ->
          String.join(
              ", ",
              mapping.entries().stream()
                  .map(entry -> entry.key() + ": " + sentence(entry.value()))
                  .toList());
    };
  }
}
