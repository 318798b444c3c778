package dev.signalbox.view;

import dev.signalbox.plan.PhaseId;
import dev.signalbox.schedule.Schedule;
import dev.signalbox.verdict.PairVerdict;
import java.util.HashMap;
import java.util.Map;

/** Who of two is merged first. */
public final class MergeOrder {
  private MergeOrder() {}

  /** The place of each phase in the merge order, from 0. */
  public static Map<PhaseId, Integer> places(Schedule schedule) {
    Map<PhaseId, Integer> places = new HashMap<>();
    schedule.mergeOrder().forEach(id -> places.put(id, places.size()));
    return places;
  }

  /**
   * The phase of a pair that is merged first: for a SEQUENTIAL pair also the one that runs first.
   */
  public static PhaseId first(PairVerdict pair, Map<PhaseId, Integer> places) {
    int a = places.getOrDefault(pair.a(), 0);
    int b = places.getOrDefault(pair.b(), 0);
    return a <= b ? pair.a() : pair.b();
  }
}
