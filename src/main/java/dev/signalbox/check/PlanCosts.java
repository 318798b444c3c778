package dev.signalbox.check;

import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Usd;
import dev.signalbox.schedule.Batch;
import dev.signalbox.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a plan is expected to cost.
 *
 * @param batches per batch, in order
 * @param unknown how many phases have no cost estimate and so count as nothing
 */
public record PlanCosts(List<Usd> batches, Usd total, int unknown) {
  public PlanCosts {
    batches = List.copyOf(batches);
  }

  static PlanCosts of(Schedule schedule, Map<PhaseId, Phase> phases) {
    List<Usd> sums = new ArrayList<>();
    Usd total = Usd.ZERO;
    for (Batch batch : schedule.batches()) {
      Usd sum = Usd.ZERO;
      for (PhaseId id : batch.phases()) {
        sum = sum.plus(cost(phases, id));
      }
      sums.add(sum);
      total = total.plus(sum);
    }
    long unknown =
        phases.values().stream().filter(p -> p.handling().estimate().cost().isEmpty()).count();
    return new PlanCosts(sums, total, (int) unknown);
  }

  private static Usd cost(Map<PhaseId, Phase> phases, PhaseId id) {
    Phase phase = phases.get(id);
    return phase == null ? Usd.ZERO : phase.handling().estimate().cost().orElse(Usd.ZERO);
  }
}
