package dev.signalbox.document;

import dev.signalbox.error.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Flattens commonmark's tree into {@link Block}s; text comes from the source lines, not the tree.
 */
final class MarkdownBlocks {
  // Inline markup is never parsed: values are raw text, and most of the parser's time goes there.
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .inlineParserFactory(context -> (lines, node) -> {})
          .build();

  private final String path;
  private final List<String> lines;
  private final int skipped;
  private final List<Block> blocks = new ArrayList<>();

  MarkdownBlocks(String path, List<String> lines, int skipped) {
    this.path = path;
    this.lines = lines;
    this.skipped = skipped;
  }

  List<Block> read() {
    String body = String.join("\n", lines.subList(skipped, lines.size()));
    children(PARSER.parse(body), -1);
    return List.copyOf(blocks);
  }

  private void children(Node parent, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node, depth);
    }
  }

  private void block(Node node, int depth) {
    switch (node) {
      case Heading heading -> heading(heading);
      case Paragraph paragraph -> blocks.add(new Block.Paragraph(linesOf(paragraph)));
      case BulletList list -> items(list, depth + 1, false);
      case OrderedList list -> items(list, depth + 1, true);
      case FencedCodeBlock code -> code(code, code.getInfo() == null ? "" : code.getInfo());
      case IndentedCodeBlock code -> code(code, "");
      case HtmlBlock html -> blocks.add(new Block.Html(linesOf(html)));
      case TableBlock table -> table(table);
      default -> children(node, depth);
    }
  }

  private void heading(Heading heading) {
    Line raw = line(heading.getSourceSpans().getFirst());
    String text = raw.text();
    int start = 0;
    while (start < heading.getLevel() && start < text.length() && text.charAt(start) == '#') {
      start++;
    }
    Line content = raw.from(start);
    blocks.add(
        new Block.Heading(
            heading.getLevel(), new Line(withoutClosing(content.text()), content.at())));
  }

  /** Drops the optional closing run of {@code #}, which must follow a space. */
  private static String withoutClosing(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '#') {
      end--;
    }
    boolean closes = end < text.length() && (end == 0 || text.charAt(end - 1) == ' ');
    return closes ? text.substring(0, end).stripTrailing() : text;
  }

  private void items(Node list, int depth, boolean ordered) {
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (!(item instanceof ListItem)) {
        continue;
      }
      Node child = item.getFirstChild();
      if (child instanceof Paragraph paragraph) {
        item(linesOf(paragraph), depth, ordered);
        child = child.getNext();
      }
      for (; child != null; child = child.getNext()) {
        block(child, depth);
      }
    }
  }

  private void item(List<Line> text, int depth, boolean ordered) {
    Line first = text.getFirst();
    Optional<Boolean> checked = Optional.empty();
    if (first.text().length() >= 3
        && first.text().startsWith("[")
        && first.text().charAt(2) == ']') {
      char mark = first.text().charAt(1);
      if (mark == ' ' || mark == 'x' || mark == 'X') {
        checked = Optional.of(mark != ' ');
        text = new ArrayList<>(text);
        text.set(0, first.from(3));
      }
    }
    blocks.add(new Block.Item(List.copyOf(text), depth, ordered, checked));
  }

  private void code(Node code, String info) {
    List<Line> text = new ArrayList<>();
    for (SourceSpan span : code.getSourceSpans()) {
      int column = span.getColumnIndex();
      String raw = rawLine(span);
      text.add(
          new Line(
              raw.substring(Math.min(column, raw.length())).stripTrailing(),
              position(span, column)));
    }
    Line first = text.isEmpty() ? new Line("", Position.startOf(path)) : text.getFirst();
    boolean fenced = code instanceof FencedCodeBlock;
    List<Line> content = fenced ? withoutFences(text) : text;
    blocks.add(new Block.Code(info, List.copyOf(content), first));
  }

  private static List<Line> withoutFences(List<Line> text) {
    if (text.isEmpty()) {
      return text;
    }
    String last = text.getLast().text().strip();
    boolean closed =
        text.size() > 1 && (last.startsWith("```") || last.startsWith("~~~")) && isRun(last);
    return text.subList(1, closed ? text.size() - 1 : text.size());
  }

  private static boolean isRun(String text) {
    return text.chars().allMatch(c -> c == text.charAt(0));
  }

  private void table(TableBlock table) {
    List<Line> header = new ArrayList<>();
    List<List<Line>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow) {
          List<Line> cells = cells(row);
          if (part instanceof TableHead) {
            header.addAll(cells);
          } else {
            rows.add(cells);
          }
        }
      }
    }
    if (!header.isEmpty()) {
      blocks.add(new Block.Table(List.copyOf(header), List.copyOf(rows)));
    }
  }

  private List<Line> cells(Node row) {
    List<Line> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell) {
        cells.add(cellLine(cell, row));
      }
    }
    return List.copyOf(cells);
  }

  /** A cell without text has no span of its own; it stands where its row does. */
  private Line cellLine(Node cell, Node row) {
    if (!cell.getSourceSpans().isEmpty()) {
      Line line = line(cell.getSourceSpans().getFirst());
      return new Line(line.text().replace("\\|", "|"), line.at());
    }
    return new Line("", line(row.getSourceSpans().getFirst()).at());
  }

  private List<Line> linesOf(Node node) {
    List<Line> text = new ArrayList<>(node.getSourceSpans().size());
    for (SourceSpan span : node.getSourceSpans()) {
      text.add(line(span));
    }
    return List.copyOf(text);
  }

  private Line line(SourceSpan span) {
    String raw = rawLine(span);
    int start = Math.min(span.getColumnIndex(), raw.length());
    int end = Math.min(start + span.getLength(), raw.length());
    return new Line(raw.substring(0, end), position(span, 0)).from(start);
  }

  private String rawLine(SourceSpan span) {
    return lines.get(skipped + span.getLineIndex());
  }

  private Position position(SourceSpan span, int column) {
    return new Position(path, skipped + span.getLineIndex() + 1, column + 1);
  }
}
