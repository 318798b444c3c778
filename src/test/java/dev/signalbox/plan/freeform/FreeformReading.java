package dev.signalbox.plan.freeform;

import dev.signalbox.error.Problem;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceFile;
import java.util.List;

/** Readings of made-up documents, in words that are short to compare. */
final class FreeformReading {
  private final PlanReading reading;

  private FreeformReading(PlanReading reading) {
    this.reading = reading;
  }

  static FreeformReading of(String text) {
    PlanSource source = new PlanSource("p.md", List.of(new SourceFile("p.md", text)));
    return new FreeformReading(new FreeformFormat().read(source));
  }

  List<Phase> phases() {
    return reading.plan().phases();
  }

  List<String> ids() {
    return phases().stream().map(phase -> phase.id().value()).toList();
  }

  List<String> touches(int index) {
    return phases().get(index).scope().touches().stream().map(t -> t.glob().text()).toList();
  }

  /** {@code 2<1} for "2 comes after 1", sorted. */
  List<String> order() {
    return phases().stream()
        .flatMap(p -> p.scope().after().stream().map(ref -> p.id() + "<" + ref.id()))
        .sorted()
        .toList();
  }

  List<String> claims() {
    return phases().stream()
        .map(p -> p.handling().claim().map(claim -> claim.group()).orElse("-"))
        .toList();
  }

  List<String> problems() {
    return reading.problems().stream().map(p -> p.code() + " " + p.position()).toList();
  }

  Problem problem() {
    return reading.problems().getFirst();
  }

  PlanReading reading() {
    return reading;
  }
}
