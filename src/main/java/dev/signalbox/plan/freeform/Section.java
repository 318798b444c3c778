package dev.signalbox.plan.freeform;

import dev.signalbox.document.Line;
import dev.signalbox.reading.WorkLabel;
import java.util.Optional;

/**
 * A heading and what stands below it.
 *
 * @param block the index of the heading's block
 * @param level 1 to 6, or {@link HeadingLine#PSEUDO_LEVEL}
 * @param end the index of the first block behind the section, subsections included
 * @param parent the index of the section around this one, or -1
 */
record Section(
    int block,
    int level,
    Line text,
    int end,
    int parent,
    Optional<WorkLabel> label,
    Standing standing) {

  /** What the place of a section says of it. */
  enum Standing {
    /** Part of the plan. */
    PLAN,
    /** Inside a folded block, where finished work is put away. */
    FOLDED,
    /** Under a heading such as Progress: what was done, not what is to do. */
    RECORD
  }

  Section withEnd(int value) {
    return new Section(block, level, text, value, parent, label, standing);
  }

  boolean isPlan() {
    return standing == Standing.PLAN;
  }

  boolean isPseudo() {
    return level == HeadingLine.PSEUDO_LEVEL;
  }

  /** The noun or code letters of the label; empty without one. */
  String word() {
    return label.map(WorkLabel::word).orElse("");
  }

  /** The id as written; empty without one. */
  String ownId() {
    return label.flatMap(WorkLabel::id).orElse("");
  }

  /** The heading without its label, markup included. */
  Line title() {
    return label.map(WorkLabel::title).orElse(text);
  }

  boolean is(WorkLabel.Kind kind) {
    return label.filter(found -> found.kind() == kind).isPresent();
  }
}
