package dev.signalbox.plan.freeform;

import dev.signalbox.document.Line;
import dev.signalbox.error.Position;
import dev.signalbox.reading.InlineText;
import dev.signalbox.reading.PhaseKey;
import dev.signalbox.reading.WorkLabel;
import java.util.Optional;

/**
 * A unit of work as found in the document, before it has an id of its own.
 *
 * @param word the noun by which the document calls it; may be empty
 * @param ownId the id as written; empty without one
 * @param title what follows the label, as plain text
 * @param at the place of the heading, row or list item
 * @param from the index of the first block of its body
 * @param to the index behind the last; equal to {@code from} for a row
 */
record Work(String word, String ownId, String title, Position at, int from, int to) {

  static Work of(Section section, int to) {
    return of(section.label(), section.text(), section.block() + 1, to);
  }

  static Work of(Optional<WorkLabel> label, Line text, int from, int to) {
    return new Work(
        label.map(WorkLabel::word).orElse(""),
        label.flatMap(WorkLabel::id).orElse(""),
        titleOf(label.flatMap(WorkLabel::id), text),
        text.at(),
        from,
        to);
  }

  static Work of(IndexRow row, PhaseKey key) {
    Line cell = row.title().orElse(new Line(key.title(), row.row().key().at()));
    String id = key.id().value();
    return new Work(
        row.row().word(), id, titleOf(Optional.of(id), cell), row.row().key().at(), 0, 0);
  }

  /** The text without the label of that id, if it begins with one. */
  private static String titleOf(Optional<String> id, Line text) {
    Line plain = new Line(InlineText.plain(text.text()), text.at());
    return WorkLabel.of(plain)
        .filter(label -> label.id().equals(id))
        .map(label -> label.title().text())
        .orElse(plain.text());
  }

  /** Whether the id may be an issue's key, such as {@code SHOP-101}. */
  boolean isKey() {
    return word.length() >= 2
        && ownId.startsWith(word + "-")
        && word.chars().allMatch(Character::isUpperCase);
  }
}
