package dev.signalbox.agent.yaml;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.SignalboxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML node that is what its reader expects, or ends the reading with its position. */
record StrictNode(String file, Node node) {

  /**
   * The values of a mapping, in the file's order.
   *
   * @param known every key that may occur
   */
  Map<String, StrictNode> mapping(Set<String> known) {
    return mapping(Optional.of(known));
  }

  /** The values of a mapping that takes any key, in the file's order. */
  Map<String, StrictNode> mapping() {
    return mapping(Optional.empty());
  }

  private Map<String, StrictNode> mapping(Optional<Set<String>> known) {
    if (!(node instanceof MappingNode mapping)) {
      throw invalid("expected keys and values, found " + kind());
    }
    Map<String, StrictNode> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      StrictNode key = new StrictNode(file, tuple.getKeyNode());
      String name = key.text();
      if (known.isPresent() && !known.get().contains(name)) {
        throw key.invalid("expected one of " + String.join(", ", known.get()) + ", found " + name);
      }
      if (values.put(name, new StrictNode(file, tuple.getValueNode())) != null) {
        throw key.invalid("expected each key once, found " + name + " again");
      }
    }
    return values;
  }

  /** The entries of a list. */
  List<StrictNode> list() {
    if (!(node instanceof SequenceNode sequence)) {
      throw invalid("expected a list, found " + kind());
    }
    return sequence.getValue().stream().map(entry -> new StrictNode(file, entry)).toList();
  }

  /** Whether it is a single value. */
  boolean isText() {
    return node instanceof ScalarNode;
  }

  /** A scalar's text, trimmed; never empty. */
  String text() {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw invalid("expected a text, found " + kind());
    }
    return scalar.getValue().strip();
  }

  boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid("expected true or false, found " + text());
    };
  }

  /** A failure at this node's first character. */
  SignalboxException invalid(String message) {
    return invalid(file, node.getStartMark(), message);
  }

  static SignalboxException invalid(String file, Optional<Mark> mark, String message) {
    Position position =
        mark.map(at -> new Position(file, at.getLine() + 1, at.getColumn() + 1))
            .orElseGet(() -> Position.startOf(file));
    return new SignalboxException(
        ErrorCode.CONFIG_INVALID,
        position + ": " + message,
        List.of("correct the agent catalogue at that place"));
  }

  private String kind() {
    return switch (node) {
      case MappingNode _ -> "keys and values";
      case SequenceNode _ -> "a list";
      case ScalarNode scalar when scalar.getValue().isBlank() -> "nothing";
      case ScalarNode scalar -> scalar.getValue();
      default -> "an alias";
    };
  }
}
