package dev.signalbox.plan.phasemap;

import dev.signalbox.document.Line;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.BranchUse;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.ParallelClaim;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.PhaseRef;
import dev.signalbox.reading.Column;
import dev.signalbox.reading.EstimateText;
import dev.signalbox.reading.InlineText;
import dev.signalbox.reading.Mention;
import dev.signalbox.reading.ModeText;
import dev.signalbox.reading.PhaseNames;
import dev.signalbox.reading.Slug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns collected entries into phases; see {@link PhaseMapFormat} for the rules. */
final class PhaseMapPlan {
  private final List<Entry> open;
  private final PhaseNames names;
  private final List<Problem> problems;
  private final Map<PhaseId, ParallelClaim> claims = new HashMap<>();
  private int edges;

  private PhaseMapPlan(List<Entry> open, PhaseNames names, List<Problem> problems) {
    this.open = open;
    this.names = names;
    this.problems = problems;
  }

  /**
   * The phases of the entries.
   *
   * @param edges the dependencies stated, without those on finished work
   */
  record Result(List<Phase> phases, int edges) {}

  static Result of(List<Entry> entries, List<Problem> problems) {
    List<Entry> open = entries.stream().filter(entry -> !entry.isDone()).toList();
    List<Entry> done = entries.stream().filter(Entry::isDone).toList();
    if (!done.isEmpty() && !open.isEmpty()) {
      problems.add(finished(done));
    }
    PhaseMapPlan plan = new PhaseMapPlan(open, EntryNames.of(open, done), problems);
    plan.claimBatches();
    List<PhaseDraft> drafts = open.stream().map(plan::draft).toList();
    // A claim may name a phase that stands before the one that states it.
    drafts.forEach(plan::claimed);
    return new Result(drafts.stream().map(PhaseDraft::build).toList(), plan.edges);
  }

  private static Problem finished(List<Entry> done) {
    return Problem.warning(
        ErrorCode.PLAN_PART_NOT_READ,
        done.getFirst().at(),
        "expected open phases, found marked as finished: "
            + String.join(", ", done.stream().map(entry -> entry.key().id().value()).toList()),
        "change their status to dispatch them again");
  }

  private void claimBatches() {
    Map<String, List<PhaseId>> batches = EntryNames.batches(open);
    for (Map.Entry<String, List<PhaseId>> batch : batches.entrySet()) {
      if (batch.getValue().size() > 1) {
        batch.getValue().forEach(id -> claim(id, "batch " + batch.getKey()));
      }
    }
  }

  private void claim(PhaseId id, String group) {
    claims.putIfAbsent(id, new ParallelClaim(group));
  }

  private PhaseDraft draft(Entry entry) {
    PhaseDraft draft = new PhaseDraft(entry.key().id(), entry.at());
    draft.title(entry.title());
    issues(entry, draft);
    handling(entry, draft);
    order(entry, draft);
    entry.prompt().ifPresent(prompt -> brief(prompt, draft));
    return draft;
  }

  private static void issues(Entry entry, PhaseDraft draft) {
    List<IssueId> issues = entry.issues();
    if (!issues.isEmpty()) {
      draft.issue(issues.getFirst());
      issues.stream().skip(1).forEach(issue -> draft.context.add("Also covers " + issue));
    }
  }

  private void handling(Entry entry, PhaseDraft draft) {
    entry
        .first(Column.MODE)
        .or(() -> entry.prompt().flatMap(prompt -> prompt.body().mode()))
        .ifPresent(cell -> mode(cell, draft));
    entry.first(Column.COST).ifPresent(cell -> draft.estimate(EstimateText.of(cell.text())));
    entry.first(Column.AGENT).flatMap(PhaseMapPlan::agent).ifPresent(draft::agent);
    boolean onBase = entry.first(Column.BRANCH).filter(PhaseMapPlan::isBase).isPresent();
    if (onBase) {
      draft.branch(BranchUse.NONE);
    }
  }

  private void mode(Line cell, PhaseDraft draft) {
    ModeText mode = ModeText.of(cell.text());
    mode.mode()
        .ifPresentOrElse(
            draft::exec,
            () ->
                problems.add(
                    Problem.error(
                        ErrorCode.PLAN_MODE_UNKNOWN,
                        cell.at(),
                        "expected quick, tdd, pair, checkpoint, swarm or spike, found "
                            + cell.text(),
                        "write one of the six modes")));
    if (mode.isAnalysis()) {
      draft.deliverable(Deliverable.ANALYSIS);
    }
  }

  /** The catalogue's keys are short: {@code Claude Code} is {@code claude}. */
  private static Optional<AgentId> agent(Line cell) {
    String plain = InlineText.plain(cell.text()).toLowerCase(Locale.ROOT);
    int bracket = plain.indexOf('(');
    String name = bracket > 0 ? plain.substring(0, bracket).strip() : plain;
    String key =
        name.equals("claude code") ? "claude" : AgentId.isValid(name) ? name : Slug.of(name);
    return AgentId.isValid(key) ? Optional.of(new AgentId(key)) : Optional.empty();
  }

  private static boolean isBase(Line cell) {
    String plain = InlineText.plain(cell.text()).toLowerCase(Locale.ROOT);
    return plain.equals("main") || plain.equals("master") || plain.equals("(direct main)");
  }

  private void order(Entry entry, PhaseDraft draft) {
    Set<PhaseId> known = new HashSet<>(Set.of(entry.key().id()));
    for (Line cell : entry.all(Column.AFTER)) {
      Order order = Order.of(cell);
      for (Mention mention : order.after()) {
        after(mention, known, draft);
      }
      for (Mention mention : order.beside()) {
        beside(entry, mention);
      }
      if (!order.isClear() && !byWords(cell, known, draft)) {
        problems.add(
            Problem.warning(
                ErrorCode.PLAN_PART_NOT_READ,
                cell.at(),
                "expected phases, issues or None, found " + cell.text(),
                "write the ids of the phases that come first"));
      }
    }
  }

  private void after(Mention mention, Set<PhaseId> known, PhaseDraft draft) {
    Optional<List<PhaseId>> phases = names.resolve(mention);
    if (phases.isPresent()) {
      phases.get().forEach(id -> edge(id, mention, known, draft));
    } else if (PhaseId.isValid(mention.first())) {
      edge(new PhaseId(mention.first()), mention, known, draft);
    }
  }

  private void edge(PhaseId id, Mention mention, Set<PhaseId> known, PhaseDraft draft) {
    if (known.add(id)) {
      draft.after.add(new PhaseRef(id, mention.at()));
      edges++;
    }
  }

  /** Phases without ids are named by their titles, separated by commas. */
  private boolean byWords(Line cell, Set<PhaseId> known, PhaseDraft draft) {
    List<PhaseId> found = new ArrayList<>();
    for (String part : InlineText.plain(cell.text()).split(",", -1)) {
      names.byWords(part.strip()).ifPresent(found::addAll);
    }
    found.forEach(id -> edge(id, new Mention("", id.value(), id.value(), cell.at()), known, draft));
    return !found.isEmpty();
  }

  private void beside(Entry entry, Mention mention) {
    names
        .resolve(mention)
        .ifPresent(phases -> {
          String group = "parallel with " + mention.first();
          claim(entry.key().id(), group);
          phases.forEach(id -> claim(id, group));
        });
  }

  private static void brief(DispatchPrompt prompt, PhaseDraft draft) {
    draft.verb(prompt.verb());
    draft.context.addAll(prompt.body().context());
    draft.tasks.addAll(prompt.body().tasks());
    draft.acceptance.addAll(prompt.body().acceptance());
    prompt.body().deliverable().ifPresent(draft::deliverableText);
  }

  private void claimed(PhaseDraft draft) {
    Optional.ofNullable(claims.get(draft.id())).ifPresent(draft::claim);
  }
}
