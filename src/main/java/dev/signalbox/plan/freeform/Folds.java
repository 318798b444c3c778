package dev.signalbox.plan.freeform;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Which blocks stand inside a folded {@code <details>} element. An element that is never closed
 * folds nothing.
 */
final class Folds {
  private final BitSet folded = new BitSet();

  private Folds() {}

  static Folds of(List<Block> blocks) {
    Folds folds = new Folds();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Block.Html html) {
        int before = depth;
        depth = Math.max(0, depth + count(html, "<details") - count(html, "</details"));
        start = before == 0 ? i : start;
        if (before > 0 && depth == 0) {
          folds.folded.set(start, i);
        }
      }
    }
    return folds;
  }

  private static int count(Block.Html html, String tag) {
    int count = 0;
    for (Line line : html.lines()) {
      String text = line.text().toLowerCase(Locale.ROOT);
      for (int at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + 1)) {
        count++;
      }
    }
    return count;
  }

  boolean holds(int block) {
    return folded.get(block);
  }
}
