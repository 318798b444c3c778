package dev.signalbox.review;

import dev.signalbox.document.Block;
import dev.signalbox.document.DataNode;
import dev.signalbox.document.DataReading;
import dev.signalbox.document.JsonReader;
import dev.signalbox.document.Line;
import dev.signalbox.document.MarkdownDocument;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a reviewer handed in: one block of JSON in Markdown, or JSON alone. All problems are told at
 * once, each with its line and column in the whole text.
 */
final class HandedJson {
  private static final String NAME = "review";

  private final List<String> problems = new ArrayList<>();
  private final int firstLine;

  private HandedJson(int firstLine) {
    this.firstLine = firstLine;
  }

  /**
   * What a text says.
   *
   * @param value empty where there are problems
   */
  record Reading<T>(Optional<T> value, List<String> problems) {
    Reading {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads the object in that text.
   *
   * @param what the block holds, for the message where there is no such block
   */
  static <T> Reading<T> read(
      String text, String what, BiFunction<HandedJson, DataNode.Mapping, Optional<T>> shape) {
    if (text.strip().startsWith("{")) {
      return new HandedJson(1).whole(text, shape);
    }
    List<Block.Code> blocks =
        MarkdownDocument.parse(new SourceFile(NAME, text)).blocks().stream()
            .filter(Block.Code.class::isInstance)
            .map(Block.Code.class::cast)
            .filter(code -> code.info().strip().equalsIgnoreCase("json"))
            .toList();
    if (blocks.size() != 1) {
      return new Reading<>(
          Optional.empty(),
          List.of(
              "expected one block of JSON with the %s, found %d".formatted(what, blocks.size())));
    }
    Block.Code block = blocks.getFirst();
    String json = block.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    return new HandedJson(block.first().at().line() + 1).whole(json, shape);
  }

  private <T> Reading<T> whole(
      String json, BiFunction<HandedJson, DataNode.Mapping, Optional<T>> shape) {
    DataReading reading = JsonReader.read(new SourceFile(NAME, json));
    reading.problems().forEach(this::tell);
    Optional<T> value =
        reading
            .root()
            .flatMap(root ->
                root instanceof DataNode.Mapping mapping
                    ? shape.apply(this, mapping)
                    : fail(root, "expected an object"));
    if (problems.isEmpty() && value.isEmpty()) {
      problems.add("expected a JSON object, found nothing");
    }
    return new Reading<>(problems.isEmpty() ? value : Optional.empty(), problems);
  }

  /** The objects of a list; what is no object, and a list that is none or too long, is told. */
  List<DataNode.Mapping> list(DataNode.Mapping mapping, String key, String item, int max) {
    List<DataNode.Mapping> items = new ArrayList<>();
    switch (mapping.get(key).orElse(mapping)) {
      case DataNode.Sequence list -> {
        if (list.items().size() > max) {
          fail(list, "expected at most %d %s".formatted(max, key));
        }
        for (DataNode each : list.items()) {
          if (each instanceof DataNode.Mapping object) {
            items.add(object);
          } else {
            fail(each, "expected " + item + " as an object");
          }
        }
      }
      case DataNode other ->
          fail(other, "expected " + key + " as a list, empty where there are none");
    }
    return items;
  }

  /** A text that says something. */
  Optional<String> text(DataNode.Mapping mapping, String key, int charsMax) {
    Optional<String> found = bounded(mapping, key, charsMax);
    if (found.isPresent() && found.get().isBlank()) {
      return fail(mapping, "expected " + key + " to say something");
    }
    return found;
  }

  Optional<String> bounded(DataNode.Mapping mapping, String key, int charsMax) {
    return read(
        mapping,
        key,
        text -> Optional.of(text).filter(it -> it.length() <= charsMax),
        "a text of at most " + charsMax + " characters");
  }

  <T> Optional<T> read(
      DataNode.Mapping mapping, String key, Function<String, Optional<T>> reader, String expected) {
    Optional<DataNode.Scalar> found = mapping.scalar(key);
    if (found.isEmpty()) {
      return fail(mapping.get(key).orElse(mapping), "expected " + key + ": " + expected);
    }
    Optional<T> value = reader.apply(found.get().text());
    return value.isPresent()
        ? value
        : fail(found.get(), "expected " + key + ": " + expected + ", found something else");
  }

  void refuseUnknown(DataNode.Mapping mapping, List<String> known) {
    mapping.entries().stream()
        .filter(entry -> !known.contains(entry.key()))
        .forEach(entry ->
            fail(
                entry.value(),
                "expected one of %s, found another key".formatted(String.join(", ", known))));
  }

  private void tell(Problem problem) {
    tell(problem.position().line(), problem.position().column(), problem.message());
  }

  <T> Optional<T> fail(DataNode node, String message) {
    tell(node.at().line(), node.at().column(), message);
    return Optional.empty();
  }

  private void tell(int line, int column, String message) {
    problems.add("%d:%d: %s".formatted(line + firstLine - 1, column, message));
  }
}
