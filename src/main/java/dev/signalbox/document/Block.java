package dev.signalbox.document;

import java.util.List;
import java.util.Optional;

/**
 * A block of a Markdown document. Blocks are a flat sequence in the document's order: a list
 * becomes its items, an item's further paragraphs follow it, quotes are opened up. Text is raw,
 * inline markup included.
 */
public sealed interface Block {

  /** The first line; every block has one. */
  Line first();

  /**
   * A heading of either kind.
   *
   * @param level 1 to 6
   * @param text without the marks around it; may be empty
   */
  record Heading(int level, Line text) implements Block {
    @Override
    public Line first() {
      return text;
    }
  }

  /** A paragraph outside lists, or a later paragraph of an item. */
  record Paragraph(List<Line> lines) implements Block {
    @Override
    public Line first() {
      return lines.getFirst();
    }
  }

  /**
   * A list item's first paragraph.
   *
   * @param lines without bullet, number and checkbox; later lines may belong to what follows the
   *     list, because Markdown lets a paragraph run on
   * @param depth 0 for an item of an outermost list
   * @param ordered whether it is numbered
   * @param checked empty without a checkbox, else whether it is ticked
   */
  record Item(List<Line> lines, int depth, boolean ordered, Optional<Boolean> checked)
      implements Block {
    @Override
    public Line first() {
      return lines.getFirst();
    }
  }

  /** A table; a row may have fewer cells than the header, never more. */
  record Table(List<Line> header, List<List<Line>> rows) implements Block {
    @Override
    public Line first() {
      return header.getFirst();
    }
  }

  /**
   * A fenced or indented code block; its lines are not trimmed on the left.
   *
   * @param info the word after the fence, or empty
   */
  record Code(String info, List<Line> lines, Line first) implements Block {}

  /** Raw HTML, comments included. */
  record Html(List<Line> lines) implements Block {
    @Override
    public Line first() {
      return lines.getFirst();
    }
  }
}
