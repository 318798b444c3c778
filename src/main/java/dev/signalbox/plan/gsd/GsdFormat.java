package dev.signalbox.plan.gsd;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanFormat;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceCounts;
import dev.signalbox.plan.SourceFile;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Reads GSD's {@code NN-MM-PLAN.md}: one file, the folder of a phase, or a folder of phases. Each
 * plan is one phase of ours.
 *
 * <p>A phase touches the plan's {@code files_modified}, literally; for the order see {@link
 * WaveOrder}. That a plan mentions a file as context makes no need of it. Counted are lines that
 * open a task block (1 for a plan without any), entries of {@code depends_on}, and plans that share
 * their wave.
 */
public final class GsdFormat implements PlanFormat {
  private static final String FILE_SUFFIX = "PLAN.md";
  private static final Set<String> KEYS =
      Set.of("phase", "plan", "wave", "depends_on", "files_modified", "autonomous", "must_haves");
  private static final int KEYS_MIN = 2;
  private static final int FRONT_MATTER_LINES_MAX = 2_000;

  @Override
  public String name() {
    return "gsd";
  }

  @Override
  public boolean recognises(PlanSource source) {
    return source.files().stream().anyMatch(GsdFormat::isPlan);
  }

  private static boolean isPlan(SourceFile file) {
    boolean isNamed = file.name().endsWith(FILE_SUFFIX);
    boolean isUnnamed = !file.name().contains(".");
    return keys(file) >= KEYS_MIN
        || ((isNamed || isUnnamed)
            && file.text().lines().anyMatch(line -> line.startsWith("<task ")));
  }

  /** GSD's keys in the front matter, found without reading it: it may be broken. */
  private static int keys(SourceFile file) {
    int keys = 0;
    Iterator<String> lines = file.text().lines().limit(FRONT_MATTER_LINES_MAX).iterator();
    if (!lines.hasNext() || !lines.next().stripTrailing().equals("---")) {
      return 0;
    }
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.stripTrailing().equals("---")) {
        return keys;
      }
      int colon = line.indexOf(':');
      keys += colon > 0 && KEYS.contains(line.substring(0, colon)) ? 1 : 0;
    }
    return 0;
  }

  @Override
  public PlanReading read(PlanSource source) {
    List<Problem> problems = new ArrayList<>();
    List<GsdPlan> plans =
        source.files().stream()
            .filter(GsdFormat::isPlan)
            .flatMap(file -> new GsdReader(file, problems).read().stream())
            .toList();
    WaveOrder order = new WaveOrder(plans, problems);
    int edges = 0;
    int tasks = 0;
    for (GsdPlan plan : plans) {
      edges += order.apply(plan);
      tasks += plan.tasks();
    }
    List<Phase> phases = plans.stream().map(plan -> plan.draft().build()).toList();
    if (phases.isEmpty()) {
      problems.add(noPlan(source));
    }
    int parallel =
        (int) phases.stream().filter(phase -> phase.handling().claim().isPresent()).count();
    return new PlanReading(
        new Plan(PlanHeader.untitled(source.name(), title(source, plans)), phases, List.of()),
        problems,
        new SourceCounts(tasks, edges, parallel));
  }

  private static String title(PlanSource source, List<GsdPlan> plans) {
    return plans.stream()
        .map(plan -> plan.group().title())
        .distinct()
        .reduce((one, other) -> source.name())
        .filter(title -> !title.isEmpty())
        .orElse(source.name());
  }

  private static Problem noPlan(PlanSource source) {
    return Problem.error(
        ErrorCode.PLAN_NO_PHASES,
        Position.startOf(source.first().path()),
        "expected GSD plans with phase: and plan: in their front matter, found none",
        "point at a folder such as .planning/phases/01-setup");
  }
}
