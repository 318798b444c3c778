package dev.signalbox.plan.freeform;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import java.util.ArrayList;
import java.util.List;

/** A paragraph or list item below a label; {@code lines} has at least one. */
record Entry(Form form, List<Line> lines) {

  /** How an entry stands. */
  enum Form {
    TEXT,
    BULLET,
    NUMBERED,
    BOX,
    /** An item below another item. */
    NESTED;

    static Form of(Block.Item item, boolean isNested) {
      if (isNested) {
        return NESTED;
      }
      return item.checked().isPresent() ? BOX : item.ordered() ? NUMBERED : BULLET;
    }
  }

  /** The entry of an item that begins with a label, without the label. */
  static Entry ofRest(Line rest, List<Line> item) {
    List<Line> lines = new ArrayList<>(item);
    lines.set(0, rest);
    return new Entry(Form.TEXT, lines);
  }

  Line first() {
    return lines.getFirst();
  }

  boolean isItem() {
    return form == Form.BULLET || form == Form.NUMBERED || form == Form.BOX;
  }

  /** All lines as one. */
  String text() {
    return String.join(" ", lines.stream().map(Line::text).toList()).strip();
  }
}
