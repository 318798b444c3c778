package dev.signalbox.plan.phasemap;

import dev.signalbox.document.Block;
import dev.signalbox.document.DataNode;
import dev.signalbox.document.DataReading;
import dev.signalbox.document.JsonReader;
import dev.signalbox.document.Line;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tracker's document template: JSON whose {@code descriptionData} is a tree of rich-text nodes
 * ({@code doc}, and tables of rows of header and body cells).
 *
 * @param title the template's title, empty where it has none
 * @param tables as Markdown tables would be, at the positions of their texts
 */
record RichText(String title, List<Block.Table> tables, List<Problem> problems) {

  /** Whether a file may hold such a document; looks at a few words only. */
  static boolean isLikely(SourceFile file) {
    String text = file.text();
    return text.stripLeading().startsWith("{")
        && (text.contains("\"descriptionData\"")
            || (text.contains("\"doc\"") && text.contains("\"table_row\"")));
  }

  static RichText read(SourceFile file) {
    DataReading reading = JsonReader.read(file);
    List<Block.Table> tables = new ArrayList<>();
    reading.root().ifPresent(root -> collect(root, tables));
    return new RichText(title(reading), List.copyOf(tables), reading.problems());
  }

  private static String title(DataReading reading) {
    Optional<DataNode.Mapping> root = reading.mapping();
    Optional<DataNode.Mapping> template =
        root.flatMap(node -> node.get("templateData"))
            .filter(DataNode.Mapping.class::isInstance)
            .map(DataNode.Mapping.class::cast);
    return template
        .flatMap(node -> node.scalar("title"))
        .or(() -> root.flatMap(node -> node.scalar("name")))
        .map(DataNode.Scalar::text)
        .orElse("");
  }

  /** Nesting is bounded by the JSON reader, so recursion is. */
  private static void collect(DataNode node, List<Block.Table> tables) {
    switch (node) {
      case DataNode.Mapping mapping when isType(mapping, "table") -> table(mapping, tables);
      case DataNode.Mapping mapping ->
          mapping.entries().forEach(entry -> collect(entry.value(), tables));
      case DataNode.Sequence sequence -> sequence.items().forEach(item -> collect(item, tables));
      case DataNode.Scalar scalar -> {
        // Text outside tables says nothing about phases.
      }
    }
  }

  private static void table(DataNode.Mapping table, List<Block.Table> tables) {
    List<List<Line>> rows = new ArrayList<>();
    for (DataNode row : content(table)) {
      List<Line> cells = content(row).stream().map(RichText::cell).toList();
      if (!cells.isEmpty()) {
        rows.add(cells);
      }
    }
    if (!rows.isEmpty()) {
      tables.add(new Block.Table(rows.getFirst(), List.copyOf(rows.subList(1, rows.size()))));
    }
  }

  private static Line cell(DataNode cell) {
    StringBuilder text = new StringBuilder();
    List<Position> at = new ArrayList<>(List.of(cell.at()));
    texts(cell, text, at);
    return new Line(text.toString().strip().replace('\n', ' '), at.getLast());
  }

  /** Appends all text below {@code node}; {@code at} gets the place of the first. */
  private static void texts(DataNode node, StringBuilder text, List<Position> at) {
    if (node instanceof DataNode.Mapping mapping && isType(mapping, "text")) {
      Optional<DataNode.Scalar> scalar = mapping.scalar("text");
      if (scalar.isPresent() && at.size() == 1) {
        at.add(scalar.get().at());
      }
      scalar.ifPresent(found -> text.append(found.text()));
    }
    content(node).forEach(child -> texts(child, text, at));
  }

  private static List<DataNode> content(DataNode node) {
    return node instanceof DataNode.Mapping mapping
            && mapping.get("content").orElse(null) instanceof DataNode.Sequence sequence
        ? sequence.items()
        : List.of();
  }

  private static boolean isType(DataNode.Mapping mapping, String type) {
    return mapping.scalar("type").filter(scalar -> scalar.text().equals(type)).isPresent();
  }
}
