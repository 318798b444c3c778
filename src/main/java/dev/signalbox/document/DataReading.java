package dev.signalbox.document;

import dev.signalbox.error.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What a YAML or JSON text holds.
 *
 * @param root empty when the text is not valid, or holds nothing
 * @param problems syntax errors, and keys given twice
 */
public record DataReading(Optional<DataNode> root, List<Problem> problems) {
  public DataReading {
    problems = List.copyOf(problems);
  }

  /** The root where it is a mapping. */
  public Optional<DataNode.Mapping> mapping() {
    return root.filter(DataNode.Mapping.class::isInstance).map(DataNode.Mapping.class::cast);
  }
}
