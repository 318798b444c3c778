package dev.signalbox.plan.phasemap;

import dev.signalbox.document.Line;
import dev.signalbox.error.Position;
import dev.signalbox.plan.IssueId;
import dev.signalbox.reading.Column;
import dev.signalbox.reading.DoneMark;
import dev.signalbox.reading.InlineText;
import dev.signalbox.reading.IssueText;
import dev.signalbox.reading.PhaseKey;
import dev.signalbox.reading.PhaseRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A phase while its rows and its prompt are collected; the first that says something counts. */
final class Entry {
  private final PhaseKey key;
  private final Position at;
  private final List<PhaseRow> rows = new ArrayList<>();
  private Optional<DispatchPrompt> prompt = Optional.empty();

  Entry(PhaseKey key, Position at) {
    this.key = key;
    this.at = at;
  }

  PhaseKey key() {
    return key;
  }

  Position at() {
    return at;
  }

  Optional<DispatchPrompt> prompt() {
    return prompt;
  }

  void add(PhaseRow row) {
    rows.add(row);
  }

  void prompt(DispatchPrompt value) {
    prompt = Optional.of(value);
  }

  Optional<Line> first(Column column) {
    return rows.stream().flatMap(row -> row.cell(column).stream()).findFirst();
  }

  List<Line> all(Column column) {
    return rows.stream().flatMap(row -> row.cell(column).stream()).toList();
  }

  /** The issues, in the order stated; the first is the phase's own. */
  List<IssueId> issues() {
    Optional<Line> cell = first(Column.ISSUE).or(() -> first(Column.ID));
    List<IssueId> stated = cell.map(IssueText::all).orElse(List.of());
    return stated.isEmpty() ? prompt.map(DispatchPrompt::issues).orElse(List.of()) : stated;
  }

  String title() {
    if (!key.title().isEmpty()) {
      return key.title();
    }
    return first(Column.FOCUS)
        .or(() -> first(Column.TITLE))
        .map(cell -> InlineText.plain(cell.text()))
        .or(() -> prompt.flatMap(DispatchPrompt::key).map(PhaseKey::title))
        .orElse("");
  }

  boolean isDone() {
    return all(Column.STATUS).stream().anyMatch(cell -> DoneMark.isDoneStatus(cell.text()));
  }
}
