package dev.signalbox.plan.freeform;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.error.Position;
import java.util.ArrayList;
import java.util.List;

/** Splits a paragraph or list item into its sentences, each at the line where it begins. */
final class Sentences {
  private Sentences() {}

  static List<Line> of(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> split(paragraph.lines());
      case Block.Item item -> split(item.lines());
      default -> List.of();
    };
  }

  private static List<Line> split(List<Line> lines) {
    List<Line> sentences = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Position start = lines.getFirst().at();
    for (Line line : lines) {
      int from = 0;
      start = text.isEmpty() ? line.at() : start;
      for (int i = 0; i < line.text().length(); i++) {
        if (ends(line.text(), i)) {
          text.append(line.text(), from, i);
          sentences.add(new Line(text.toString().strip(), start));
          text.setLength(0);
          from = i + 1;
          start = line.at(from);
        }
      }
      text.append(line.text(), from, line.text().length()).append(' ');
    }
    sentences.add(new Line(text.toString().strip(), start));
    return sentences;
  }

  private static boolean ends(String text, int at) {
    char c = text.charAt(at);
    boolean last = at + 1 == text.length() || text.charAt(at + 1) == ' ';
    return c == ';' || (c == '.' && last);
  }
}
