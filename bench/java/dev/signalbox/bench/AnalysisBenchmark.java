package dev.signalbox.bench;

import dev.signalbox.config.Config;
import dev.signalbox.config.yaml.ConfigFiles;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Plan;
import dev.signalbox.schedule.BatchPlanner;
import dev.signalbox.schedule.Schedule;
import dev.signalbox.verdict.RepositoryFacts;
import dev.signalbox.verdict.VerdictAnalyzer;
import dev.signalbox.verdict.VerdictTable;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Verdicts, pairs and batches of synthetic plans, beside sorting the plan's patterns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AnalysisBenchmark {
  @Param({"100", "1000", "10000", "50000"})
  private int phases;

  private Plan plan = SyntheticPlan.plan(1);
  private Config config = ConfigFiles.read(List.of());

  @Setup
  public void setUp() {
    plan = SyntheticPlan.plan(phases);
    config = ConfigFiles.read(List.of());
  }

  /** What {@code check} computes between reading and printing. */
  @Benchmark
  public int analyze() {
    VerdictTable table =
        VerdictAnalyzer.analyze(plan, config.paths(), RepositoryFacts.NONE).table().orElseThrow();
    VerdictTable.Pairs pairs = table.pairs(false, 100_000);
    Schedule schedule = BatchPlanner.plan(plan, table, 3);
    return pairs.listed().size() + schedule.batches().size();
  }

  /** The bare equivalent that grows as n log n: all patterns as texts, sorted. */
  @Benchmark
  public int sortPatterns() {
    return (int)
        plan.phases().stream()
            .map(Phase::scope)
            .flatMap(scope -> scope.touches().stream())
            .map(touch -> new StringBuilder(touch.glob().text()).reverse().toString())
            .sorted()
            .distinct()
            .count();
  }
}
