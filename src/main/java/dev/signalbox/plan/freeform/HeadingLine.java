package dev.signalbox.plan.freeform;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.reading.WorkLabel;
import java.util.Optional;

/**
 * A line that heads what follows: a heading, or below all headings a bold line of its own that
 * begins with a label ({@code **Phase 1: Setup**}), or an outermost list item that does ({@code -
 * U1. **Declare variables**}). Lines that name steps never serve so: steps are parts of the work.
 *
 * @param level 1 to 6, or {@link #PSEUDO_LEVEL}
 */
record HeadingLine(int level, Line text, Optional<WorkLabel> label) {
  /** The level of a line that is no heading by its marks. */
  static final int PSEUDO_LEVEL = 7;

  static Optional<HeadingLine> of(Block block) {
    return switch (block) {
      case Block.Heading heading ->
          Optional.of(
              new HeadingLine(heading.level(), heading.text(), WorkLabel.of(heading.text())));
      case Block.Item item when item.depth() == 0 && !item.ordered() ->
          pseudo(item.first(), item.first().text().contains("**"));
      case Block.Paragraph paragraph when paragraph.lines().size() == 1 ->
          pseudo(paragraph.first(), isBold(paragraph.first().text()));
      default -> Optional.empty();
    };
  }

  private static Optional<HeadingLine> pseudo(Line line, boolean isMarked) {
    if (!isMarked) {
      return Optional.empty();
    }
    return WorkLabel.of(line)
        .filter(label -> label.kind() != WorkLabel.Kind.NUMBERED)
        .filter(label -> !label.word().equals("step"))
        .map(label -> new HeadingLine(PSEUDO_LEVEL, line, Optional.of(label)));
  }

  private static boolean isBold(String text) {
    String bold = text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
    return bold.length() > 4 && bold.startsWith("**") && bold.indexOf("**", 2) == bold.length() - 2;
  }
}
