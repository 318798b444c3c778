package dev.signalbox.plan.freeform;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.reading.Column;
import dev.signalbox.reading.Columns;
import dev.signalbox.reading.DoneMark;
import dev.signalbox.reading.Label;
import dev.signalbox.reading.LabelKind;
import dev.signalbox.reading.WorkLabel;
import java.util.List;
import java.util.Optional;

/**
 * What in a stretch of a document shows that it carries work.
 *
 * @param files a list or table of files
 * @param steps numbered items, checkboxes or lines that begin with {@code Step 1}
 * @param items any list items
 * @param done a status that says it is finished
 */
record WorkSigns(boolean files, boolean steps, boolean items, boolean done) {

  /** The signs in the blocks from {@code from} to {@code to}, exclusive. */
  static WorkSigns of(List<Block> blocks, int from, int to) {
    WorkSigns signs = new WorkSigns(false, false, false, false);
    for (int i = from; i < to; i++) {
      signs = signs.or(of(blocks.get(i)));
    }
    return signs;
  }

  private static WorkSigns of(Block block) {
    return switch (block) {
      case Block.Heading heading -> of(Optional.of(Label.ofHeading(heading.text())), false);
      case Block.Paragraph paragraph -> lines(paragraph.lines());
      case Block.Item item -> {
        boolean step = item.ordered() || item.checked().isPresent();
        yield lines(item.lines()).or(new WorkSigns(false, step, true, false));
      }
      case Block.Table table ->
          new WorkSigns(new Columns(table.header()).has(Column.FILES), false, false, false);
      default -> new WorkSigns(false, false, false, false);
    };
  }

  private static WorkSigns lines(List<Line> lines) {
    WorkSigns signs = new WorkSigns(false, false, false, false);
    for (Line line : lines) {
      signs = signs.or(of(Label.of(line), isStep(line)));
    }
    return signs;
  }

  private static WorkSigns of(Optional<Label> label, boolean step) {
    boolean files = label.filter(found -> found.kind() == LabelKind.FILES).isPresent();
    boolean done =
        label
            .filter(found -> found.kind() == LabelKind.STATUS)
            .filter(found -> DoneMark.isDoneStatus(found.rest().text()))
            .isPresent();
    return new WorkSigns(files, step, false, done);
  }

  private static boolean isStep(Line line) {
    return line.text().startsWith("**")
        && WorkLabel.of(line).filter(label -> label.word().equals("step")).isPresent();
  }

  private WorkSigns or(WorkSigns other) {
    return new WorkSigns(
        files || other.files, steps || other.steps, items || other.items, done || other.done);
  }
}
