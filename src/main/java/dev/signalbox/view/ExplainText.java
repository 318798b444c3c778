package dev.signalbox.view;

import dev.signalbox.check.Analysis;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.schedule.Batch;
import dev.signalbox.verdict.PairVerdict;
import dev.signalbox.verdict.Rule;
import dev.signalbox.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A verdict with everything that a person needs to believe or overrule it. */
public final class ExplainText {
  private static final int RULE_WIDTH = 24;

  private ExplainText() {}

  /** The verdict on two phases, by their indices in the plan. */
  public static List<String> lines(Analysis analysis, int one, int other) {
    PairVerdict pair = analysis.verdicts().verdict(one, other);
    PhaseId first = MergeOrder.first(pair, MergeOrder.places(analysis.schedule()));
    List<String> lines = new ArrayList<>();
    lines.add(pair.a() + " + " + pair.b() + ": " + verdict(pair, first));
    lines.add("Rule: " + pair.rule() + ", because " + pair.rule().meaning());
    pair.evidence().forEach(line -> lines.add("  - " + TableText.plain(line)));
    lines.add("");
    lines.add("Rules in the order they are tried");
    for (Rule rule : Rule.values()) {
      lines.add("  " + padded(rule.name()) + answer(rule, pair.rule()));
    }
    lines.add("");
    lines.add(
        pair.a()
            + " is in batch "
            + batch(analysis, pair.a())
            + ", "
            + pair.b()
            + " in batch "
            + batch(analysis, pair.b()));
    if (pair.overrule().isEmpty() && canBeOverruled(pair.rule())) {
      lines.add(
          "To decide otherwise, add to the plan's header: overrule: "
              + pair.a()
              + "+"
              + pair.b()
              + (pair.verdict() == Verdict.SEQUENTIAL ? " parallel" : " sequential")
              + " because REASON");
    }
    return lines;
  }

  private static boolean canBeOverruled(Rule rule) {
    return switch (rule) {
      case EXPLICIT_ORDER, RESEARCH_FIRST, IMPLIED_ORDER -> false;
      case READS_OUTPUT,
          UNMERGEABLE_FILES,
          SHARED_INFRASTRUCTURE,
          SHARED_FILES,
          SHARED_DIRECTORY,
          INDEPENDENT ->
          true;
    };
  }

  private static String verdict(PairVerdict pair, PhaseId first) {
    return switch (pair.verdict()) {
      case PARALLEL -> "PARALLEL";
      case PARALLEL_WITH_BRANCHES -> "PARALLEL_WITH_BRANCHES, " + first + " is merged first";
      case SEQUENTIAL -> "SEQUENTIAL, " + first + " first";
    };
  }

  private static String answer(Rule rule, Rule fired) {
    int order = rule.compareTo(fired);
    return order < 0 ? "no" : order == 0 ? "yes" : "not tried";
  }

  private static String padded(String text) {
    return text + " ".repeat(Math.max(1, RULE_WIDTH - text.length()));
  }

  private static int batch(Analysis analysis, PhaseId id) {
    return analysis.schedule().batches().stream()
        .filter(batch -> batch.phases().contains(id))
        .mapToInt(Batch::number)
        .findFirst()
        .orElse(0);
  }
}
