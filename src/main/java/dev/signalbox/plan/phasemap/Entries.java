package dev.signalbox.plan.phasemap;

import dev.signalbox.document.Line;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.reading.Column;
import dev.signalbox.reading.IssueText;
import dev.signalbox.reading.PhaseKey;
import dev.signalbox.reading.PhaseRow;
import dev.signalbox.reading.Slug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Brings together what tables and prompts say of each phase.
 *
 * <p>Phases come from the phase maps, else from the dispatch tables, else from the issue registry;
 * the other tables then only add to them, found by phase or by issue. A phase that a later phase
 * map names again is the same phase; one that a table names twice stays twice, as an error to be
 * reported. A prompt belongs to the phase of its id, else of its issue, else it is a phase.
 */
final class Entries {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<PhaseId, Entry> byId = new HashMap<>();
  private final Map<IssueId, Entry> byIssue = new HashMap<>();
  private final List<Problem> problems;

  /** The kind of the tables whose rows are the phases. */
  private TableKind base = TableKind.PHASES;

  private Entries(List<Problem> problems) {
    this.problems = problems;
  }

  static List<Entry> of(PhaseMapSource source, List<Problem> problems) {
    Entries entries = new Entries(problems);
    entries.readBase(source);
    entries.tables(source, TableKind.MORE).forEach(entries::addByPhase);
    entries.byIssue(source, TableKind.REGISTRY);
    entries.byIssue(source, TableKind.SESSIONS);
    source.prompts().forEach(entries::prompt);
    return entries.entries;
  }

  private List<PlanTable> tables(PhaseMapSource source, TableKind kind) {
    return source.tables().stream().filter(table -> table.is(kind)).toList();
  }

  private void readBase(PhaseMapSource source) {
    List<TableKind> kinds = List.of(TableKind.PHASES, TableKind.SESSIONS, TableKind.REGISTRY);
    base =
        kinds.stream()
            .filter(kind -> !tables(source, kind).isEmpty())
            .findFirst()
            .orElse(TableKind.PHASES);
    for (PlanTable table : tables(source, base)) {
      Set<PhaseId> own = new HashSet<>();
      table.rows().forEach(row -> base(row, own));
    }
  }

  private void base(PhaseRow row, Set<PhaseId> own) {
    Optional<PhaseKey> key = PhaseKey.of(row.key());
    if (key.isEmpty()) {
      problems.add(
          Problem.error(
              ErrorCode.PLAN_PHASE_ID_INVALID,
              row.key().at(),
              "expected the name of a phase in this row, found "
                  + (row.key().text().isBlank() ? "nothing" : row.key().text()),
              "write an id such as 1A into the first column"));
      return;
    }
    PhaseId id = key.get().id();
    Entry known = byId.get(id);
    Entry entry = known != null && !own.contains(id) ? known : start(key.get(), row.key());
    own.add(id);
    entry.add(row);
    entry.issues().forEach(issue -> byIssue.putIfAbsent(issue, entry));
  }

  private Entry start(PhaseKey key, Line cell) {
    Entry entry = new Entry(key, cell.at());
    entries.add(entry);
    byId.putIfAbsent(key.id(), entry);
    return entry;
  }

  private void addByPhase(PlanTable table) {
    for (PhaseRow row : table.rows()) {
      Optional<Entry> entry = PhaseKey.of(row.key()).map(key -> byId.get(key.id()));
      entry.ifPresent(found -> found.add(row));
    }
  }

  /** Adds rows found by their issue, unless such rows are the phases themselves. */
  private void byIssue(PhaseMapSource source, TableKind kind) {
    for (PlanTable table : kind == base ? List.<PlanTable>of() : tables(source, kind)) {
      List<Line> unknown = new ArrayList<>();
      for (PhaseRow row : table.rows()) {
        Optional<Entry> entry = entryOf(row);
        entry.ifPresentOrElse(found -> found.add(row), () -> unknown.add(row.key()));
      }
      // A registry may well list issues that no phase of this plan works on.
      if (!unknown.isEmpty() && kind == TableKind.SESSIONS) {
        problems.add(notInMap(unknown));
      }
    }
  }

  private Optional<Entry> entryOf(PhaseRow row) {
    return row.cell(Column.ISSUE)
        .or(() -> row.cell(Column.ID))
        .map(IssueText::all)
        .flatMap(issues -> issues.stream().map(byIssue::get).filter(Objects::nonNull).findFirst());
  }

  private static Problem notInMap(List<Line> sessions) {
    return Problem.warning(
        ErrorCode.PLAN_PART_NOT_READ,
        sessions.getFirst().at(),
        "expected the sessions of this table to work on issues of the phase map, found "
            + String.join(", ", sessions.stream().map(Line::text).toList())
            + " on others",
        "add the issues to the phase map, or remove the sessions");
  }

  private void prompt(DispatchPrompt prompt) {
    Optional<Entry> named = prompt.key().map(key -> byId.get(key.id()));
    Optional<Entry> entry =
        named
            .or(() -> Optional.ofNullable(byIssue.get(prompt.issues().getFirst())))
            .filter(found -> found.prompt().isEmpty());
    if (entry.isPresent()) {
      compareIssue(entry.get(), prompt);
      entry.get().prompt(prompt);
      return;
    }
    PhaseKey key =
        prompt
            .key()
            .orElseGet(() -> new PhaseKey(new PhaseId(slug(prompt.issues().getFirst())), ""));
    Entry own = start(key, new Line("", prompt.at()));
    own.prompt(prompt);
    prompt.issues().forEach(issue -> byIssue.putIfAbsent(issue, own));
  }

  /** An issue may hold characters that a phase's id may not. */
  private static String slug(IssueId issue) {
    return PhaseId.isValid(issue.value()) ? issue.value() : Slug.of("issue " + issue.value());
  }

  private void compareIssue(Entry entry, DispatchPrompt prompt) {
    List<IssueId> issues = entry.issues();
    boolean differs = !issues.isEmpty() && issues.stream().noneMatch(prompt.issues()::contains);
    if (differs) {
      problems.add(
          Problem.warning(
              ErrorCode.PLAN_VALUE_INVALID,
              prompt.at(),
              "expected the prompt of phase "
                  + entry.key().id()
                  + " to be for "
                  + issues.getFirst()
                  + ", found "
                  + prompt.issues().getFirst(),
              "name the same issue in the table and in the prompt"));
    }
  }
}
