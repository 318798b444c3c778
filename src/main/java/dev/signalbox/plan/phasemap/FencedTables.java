package dev.signalbox.plan.phasemap;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.document.MarkdownDocument;
import dev.signalbox.error.Position;
import dev.signalbox.plan.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tables inside fenced blocks of Markdown. Guides carry their plans in such blocks; they are
 * read only where the document itself has no table of a plan.
 */
final class FencedTables {
  private final String path;
  private final List<String> lines = new ArrayList<>();

  /** By line: how many columns of the file lie before the block's own text. Looked up only. */
  private final Map<Integer, Integer> indents = new HashMap<>();

  private FencedTables(String path) {
    this.path = path;
  }

  /** The tables of all blocks, in order, at their positions in the file. */
  static List<Block.Table> of(MarkdownDocument document) {
    FencedTables fenced = new FencedTables(document.path());
    for (Block block : document.blocks()) {
      if (block instanceof Block.Code code && isMarkdown(code.info())) {
        fenced.add(code);
      }
    }
    return fenced.tables();
  }

  private static boolean isMarkdown(String info) {
    String word = info.strip().toLowerCase(Locale.ROOT);
    return word.startsWith("markdown") || word.equals("md");
  }

  /** Puts the block's lines where they stand in the file, so that line numbers stay right. */
  private void add(Block.Code code) {
    for (Line line : code.lines()) {
      while (lines.size() < line.at().line() - 1) {
        lines.add("");
      }
      lines.add(line.text());
      indents.put(line.at().line(), line.at().column() - 1);
    }
  }

  private List<Block.Table> tables() {
    if (lines.isEmpty()) {
      return List.of();
    }
    String text = String.join("\n", lines);
    List<Block.Table> tables = new ArrayList<>();
    for (Block block : MarkdownDocument.parse(new SourceFile(path, text)).blocks()) {
      if (block instanceof Block.Table table) {
        tables.add(
            new Block.Table(
                shifted(table.header()), table.rows().stream().map(this::shifted).toList()));
      }
    }
    return tables;
  }

  private List<Line> shifted(List<Line> cells) {
    return cells.stream().map(this::shifted).toList();
  }

  private Line shifted(Line cell) {
    Position at = cell.at();
    int column = at.column() + indents.getOrDefault(at.line(), 0);
    return new Line(cell.text(), new Position(at.file(), at.line(), column));
  }
}
