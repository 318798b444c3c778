package dev.signalbox.app;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanFormat;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceCounts;
import dev.signalbox.plan.freeform.FreeformFormat;
import dev.signalbox.plan.gsd.GsdFormat;
import dev.signalbox.plan.markdown.SignalboxFormat;
import dev.signalbox.plan.phasemap.PhaseMapFormat;
import dev.signalbox.plan.speckit.SpecKitFormat;
import dev.signalbox.plan.taskmaster.TaskmasterFormat;
import java.util.List;

/** All formats that plans are read in, the most telling first. */
public final class PlanFormats {
  private static final List<PlanFormat> ALL =
      List.of(
          new SignalboxFormat(),
          new GsdFormat(),
          new SpecKitFormat(),
          new TaskmasterFormat(),
          new PhaseMapFormat(),
          new FreeformFormat());

  private PlanFormats() {}

  /**
   * What was read and by which format.
   *
   * @param format the name of the format, or {@code none}
   */
  public record Read(String format, PlanReading reading) {}

  /** Every format, in the order in which they are tried. */
  public static List<PlanFormat> all() {
    return ALL;
  }

  /** Reads a source by the first format that recognises it; without one that is the problem. */
  public static Read read(PlanSource source) {
    for (PlanFormat format : ALL) {
      if (format.recognises(source)) {
        return new Read(format.name(), format.read(source));
      }
    }
    Plan empty = new Plan(PlanHeader.untitled(source.name(), source.name()), List.of(), List.of());
    Problem problem =
        Problem.error(
            ErrorCode.PLAN_NO_PHASES,
            Position.startOf(source.first().path()),
            "expected a plan in a known format ("
                + String.join(", ", ALL.stream().map(PlanFormat::name).toList())
                + "), found none of them",
            "write a heading such as ## Phase 1A: Title, or start with signalbox init");
    return new Read("none", new PlanReading(empty, List.of(problem), new SourceCounts(0, 0, 0)));
  }
}
