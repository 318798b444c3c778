package dev.signalbox.plan.freeform;

import dev.signalbox.document.Block;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.SourceCounts;
import dev.signalbox.reading.PhaseNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Puts the phases of a document together; see {@link FreeformFormat} for what is read. */
final class FreeformPlan {
  private final List<Block> blocks;
  private final FoundWork found;
  private final List<IndexRow> rows;
  private final List<OpenPhase> phases = new ArrayList<>();

  /** By the index of the first block of their bodies; looked up only. */
  private final Map<Integer, OpenPhase> byBody = new HashMap<>();

  private final PhaseNames names = new PhaseNames();
  private final List<Problem> problems = new ArrayList<>();

  private FreeformPlan(List<Block> blocks, FoundWork found, List<IndexRow> rows) {
    this.blocks = blocks;
    this.found = found;
    this.rows = rows;
  }

  /** The phases, what was wrong with them, and how much was read. */
  record Result(List<Phase> phases, List<Problem> problems, SourceCounts counts) {}

  static Result of(List<Block> blocks, FoundWork found, List<IndexRow> rows, Finished finished) {
    FreeformPlan plan = new FreeformPlan(blocks, found, rows);
    plan.readSections();
    plan.nameAll(finished);
    plan.link();
    return plan.result();
  }

  private void readSections() {
    List<PhaseId> ids = WorkIds.of(found.open());
    for (int i = 0; i < ids.size(); i++) {
      Work work = found.open().get(i);
      SectionFacts facts = SectionReader.read(blocks, work.from(), work.to());
      problems.addAll(facts.problems);
      OpenPhase phase = new OpenPhase(ids.get(i), work, facts);
      phases.add(phase);
      byBody.put(work.from(), phase);
    }
  }

  private void nameAll(Finished finished) {
    for (OpenPhase phase : phases) {
      names.add(phase.id(), phase.work().word(), phase.work().ownId());
    }
    found
        .groups()
        .forEach((group, parts) ->
            names.alias(
                group.word(), group.ownId(), phasesOf(parts).stream().map(OpenPhase::id).toList()));
    finished.name(names);
    for (Work work : found.done()) {
      names.alias(work.word(), work.ownId(), List.of());
      names.alias("", work.ownId(), List.of());
    }
  }

  private List<OpenPhase> phasesOf(List<Section> parts) {
    return parts.stream()
        .map(part -> byBody.get(part.block() + 1))
        .filter(Objects::nonNull)
        .toList();
  }

  private void link() {
    PhaseLinks links = new PhaseLinks(phases, names);
    phases.forEach(links::link);
    found.groups().forEach((group, parts) -> claimGroup(links, group, parts));
    BitSet inside = inside();
    RowFacts facts = new RowFacts(links, problems);
    rows.stream().filter(row -> !inside.get(row.block())).forEach(facts::add);
    for (int i = 0; i < blocks.size(); i++) {
      if (!inside.get(i)) {
        statements(i).forEach(links::state);
      }
    }
    for (OpenPhase phase : phases) {
      for (int i = phase.work().from(); i < phase.work().to(); i++) {
        statements(i).forEach(statement -> links.state(statement, phase));
      }
    }
    phases.forEach(OpenPhase::settleClaim);
    phases.forEach(new ReadPaths(phases)::complete);
  }

  private List<Statement> statements(int block) {
    return Sentences.of(blocks.get(block)).stream()
        .flatMap(sentence -> Statement.of(sentence).stream())
        .toList();
  }

  /** A group whose title says so claims that its parts are parallel. */
  private void claimGroup(PhaseLinks links, Section group, List<Section> parts) {
    if (group.title().text().toLowerCase(Locale.ROOT).contains("parallel")) {
      links.claim(phasesOf(parts), group.word() + " " + group.ownId());
    }
  }

  private BitSet inside() {
    BitSet inside = new BitSet();
    for (List<Work> works : List.of(found.open(), found.done())) {
      works.forEach(work -> inside.set(work.from(), Math.max(work.from(), work.to())));
    }
    return inside;
  }

  private Result result() {
    int edges = phases.stream().mapToInt(OpenPhase::edges).sum();
    int claims = (int) phases.stream().filter(OpenPhase::isClaimed).count();
    return new Result(
        phases.stream().map(OpenPhase::build).toList(),
        problems,
        new SourceCounts(phases.size(), edges, claims));
  }
}
