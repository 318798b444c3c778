package dev.signalbox.plan.freeform;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.reading.WorkLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the outermost checkboxes of a document as units of work, where it has neither headings nor
 * tables of work: those with a label, else those below a heading such as Tasks or Roadmap.
 */
final class Checklist {
  private static final Set<String> PARENTS =
      Set.of(
          "tasks",
          "phases",
          "milestones",
          "todo",
          "to do",
          "todos",
          "work items",
          "roadmap",
          "implementation",
          "implementation plan",
          "plan",
          "checklist");

  private Checklist() {}

  /** The open entries; ticked ones are finished. */
  static List<Work> of(Outline outline) {
    List<Work> labelled = new ArrayList<>();
    List<Work> listed = new ArrayList<>();
    Folds folds = Folds.of(outline.blocks());
    boolean isListed = false;
    for (int i = 0; i < outline.blocks().size(); i++) {
      Block block = outline.blocks().get(i);
      if (block instanceof Block.Heading heading) {
        isListed = PARENTS.contains(heading.text().text().toLowerCase(Locale.ROOT));
      }
      boolean isOpen =
          block instanceof Block.Item item
              && item.depth() == 0
              && !item.checked().orElse(true)
              && !folds.holds(i);
      if (isOpen) {
        add(outline.blocks(), i, isListed, labelled, listed);
      }
    }
    return labelled.isEmpty() ? listed : labelled;
  }

  private static void add(
      List<Block> blocks, int index, boolean isListed, List<Work> labelled, List<Work> listed) {
    Line text = blocks.get(index).first();
    Optional<WorkLabel> label = WorkLabel.of(text);
    Work work = Work.of(label, text, index + 1, end(blocks, index + 1));
    if (label.filter(found -> found.kind() != WorkLabel.Kind.NUMBERED).isPresent()) {
      labelled.add(work);
    } else if (isListed && !text.text().isEmpty()) {
      listed.add(work);
    }
  }

  /** The body of an entry goes to the next outermost item or heading. */
  private static int end(List<Block> blocks, int from) {
    int end = from;
    while (end < blocks.size()
        && !(blocks.get(end) instanceof Block.Heading)
        && !(blocks.get(end) instanceof Block.Item item && item.depth() == 0)) {
      end++;
    }
    return end;
  }
}
