package dev.signalbox.view;

import dev.signalbox.check.Analysis;
import dev.signalbox.check.CheckResult;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import dev.signalbox.verdict.PairVerdict;
import dev.signalbox.verdict.Verdict;
import dev.signalbox.verdict.VerdictTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A checked plan as text: summary, pairs that are not simply parallel, dispatch table. */
public final class CheckText {
  private static final int PAIRS_SHOWN_MAX = 30;

  private static final String INDENT = "  ";

  private CheckText() {}

  /**
   * For a terminal.
   *
   * @param columns how wide it is
   */
  public static List<String> terminal(
      CheckResult result, Analysis analysis, boolean allPairs, int columns) {
    List<String> lines = new ArrayList<>();
    lines.add(summary(result, analysis));
    pairs(analysis, allPairs, columns, lines);
    DispatchTable table = DispatchTable.of(result, analysis);
    for (DispatchTable.BatchTable batch : table.batches()) {
      lines.add("");
      lines.add(batch.title());
      List<List<String>> rows = batch.rows().stream().map(DispatchRow::cells).toList();
      TableText.terminal(DispatchRow.TITLES, rows, columns - INDENT.length())
          .forEach(line -> lines.add(INDENT + line));
    }
    notes(table, lines);
    return lines;
  }

  /** The dispatch table as Markdown, for an issue or a plan. */
  public static List<String> markdown(CheckResult result, Analysis analysis) {
    DispatchTable table = DispatchTable.of(result, analysis);
    List<String> lines = new ArrayList<>();
    for (DispatchTable.BatchTable batch : table.batches()) {
      lines.add("### " + batch.title());
      lines.add("");
      List<List<String>> rows = batch.rows().stream().map(DispatchRow::cells).toList();
      lines.addAll(TableText.markdown(DispatchRow.TITLES, rows));
      lines.add("");
    }
    table.notes().forEach(note -> lines.add("- " + note));
    return lines;
  }

  private static void notes(DispatchTable table, List<String> lines) {
    if (!table.notes().isEmpty()) {
      lines.add("");
      lines.addAll(table.notes());
    }
  }

  private static String summary(CheckResult result, Analysis analysis) {
    Plan plan = result.plan();
    int batches = analysis.schedule().batches().size();
    return TableText.plain(plan.header().title())
        + ": "
        + counted(plan.phases().size(), "phase")
        + " in "
        + counted(batches, "batch")
        + ", at most "
        + plan.header().policy().maxParallel()
        + " at once, "
        + (analysis.costs().total().cents() == 0
            ? "no costs estimated"
            : "estimated " + analysis.costs().total());
  }

  private static String counted(int count, String noun) {
    String plural = noun.endsWith("ch") ? noun + "es" : noun + "s";
    return count + " " + (count == 1 ? noun : plural);
  }

  private static void pairs(Analysis analysis, boolean all, int columns, List<String> lines) {
    VerdictTable.Pairs pairs = analysis.verdicts().pairs(all, PAIRS_SHOWN_MAX);
    if (pairs.listed().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(all ? "Pairs" : "Pairs that are not simply parallel");
    Map<PhaseId, Integer> order = MergeOrder.places(analysis.schedule());
    List<List<String>> rows = new ArrayList<>();
    for (PairVerdict pair : pairs.listed()) {
      rows.add(
          List.of(
              pair.a() + " + " + pair.b(),
              verdict(pair, order),
              pair.rule().name(),
              pair.evidence().isEmpty() ? pair.rule().meaning() : pair.evidence().getFirst()));
    }
    TableText.terminal(
            List.of("Pair", "Verdict", "Rule", "Because"), rows, columns - INDENT.length())
        .forEach(line -> lines.add(INDENT + line));
    if (pairs.omitted() > 0) {
      lines.add("  ... and " + pairs.omitted() + " more; --json lists up to 100,000");
    }
  }

  private static String verdict(PairVerdict pair, Map<PhaseId, Integer> order) {
    String words = pair.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return pair.verdict() == Verdict.PARALLEL
        ? words
        : words + ", " + MergeOrder.first(pair, order) + " first";
  }
}
