package dev.signalbox.plan.gsd;

import dev.signalbox.document.DataNode;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.ParallelClaim;
import dev.signalbox.plan.PhaseRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The order of plans among each other.
 *
 * <p>A plan waits for the plans that its {@code depends_on} states, and for no others. One that
 * states none and stands in a later wave waits for all plans of the wave before: the author put it
 * there for a reason, and GSD would run it then. Two or more plans of one wave are claimed to be
 * parallel.
 *
 * <p>A dependency on a plan that the source does not hold is a warning: phases are planned one at a
 * time, and what an earlier one made is already merged.
 */
final class WaveOrder {
  private static final Set<String> NOTHING = Set.of("none", "n/a", "-", "[]");

  private final List<Problem> problems;
  private final Map<PlanNumber, GsdPlan> byNumber = new HashMap<>();
  private final Map<PhaseGroup, Map<PlanNumber, GsdPlan>> byGroup = new HashMap<>();
  private final Map<PhaseGroup, NavigableMap<Integer, List<GsdPlan>>> waves = new HashMap<>();

  WaveOrder(List<GsdPlan> plans, List<Problem> problems) {
    this.problems = problems;
    for (GsdPlan plan : plans) {
      plan.number().ifPresent(number -> index(plan, number));
      plan.wave()
          .ifPresent(
              wave -> waves(plan).computeIfAbsent(wave.number(), n -> new ArrayList<>()).add(plan));
    }
  }

  private void index(GsdPlan plan, PlanNumber number) {
    byNumber.putIfAbsent(number, plan);
    byGroup.computeIfAbsent(plan.group(), group -> new HashMap<>()).putIfAbsent(number, plan);
  }

  private NavigableMap<Integer, List<GsdPlan>> waves(GsdPlan plan) {
    return waves.computeIfAbsent(plan.group(), group -> new TreeMap<>());
  }

  /** Gives the plan's draft its order and its claim; how many dependencies it states. */
  int apply(GsdPlan plan) {
    int stated = 0;
    for (DataNode.Scalar value : plan.dependsOn()) {
      for (String text : value.text().split(",", -1)) {
        if (!text.isBlank() && !NOTHING.contains(text.strip().toLowerCase(Locale.ROOT))) {
          stated++;
          depend(plan, text.strip(), value);
        }
      }
    }
    boolean statesNone = stated == 0;
    plan.wave()
        .ifPresent(wave -> {
          if (statesNone) {
            follow(plan, wave);
          }
          claim(plan, wave.number());
        });
    return stated;
  }

  private void depend(GsdPlan plan, String text, DataNode.Scalar at) {
    Optional<PlanNumber> number = reference(plan, text);
    Optional<GsdPlan> found =
        number
            .map(wanted -> byGroup.getOrDefault(plan.group(), Map.of()).get(wanted))
            .or(() -> number.map(byNumber::get));
    if (found.isEmpty()) {
      problems.add(
          Problem.warning(
              ErrorCode.PLAN_PART_NOT_READ,
              at.at(),
              "expected depends_on of %s to name a plan given here, found %s"
                  .formatted(plan.draft().id(), text),
              "make sure that it is merged, or check both phases together"));
    } else {
      add(plan, new PhaseRef(found.get().draft().id(), at.at()));
    }
  }

  /** {@code 19-01} with whatever around it, or a plan of the same phase: {@code 1}. */
  private static Optional<PlanNumber> reference(GsdPlan plan, String text) {
    Optional<PlanNumber> pair = PlanNumber.ofPair(text);
    return pair.or(() ->
        plan.number()
            .flatMap(own ->
                PlanNumber.number(PlanNumber.withoutSuffix(text))
                    .map(number -> new PlanNumber(own.phase(), number))));
  }

  private void follow(GsdPlan plan, FrontMatter.Wave wave) {
    Map.Entry<Integer, List<GsdPlan>> before = waves(plan).lowerEntry(wave.number());
    if (before != null) {
      for (GsdPlan earlier : before.getValue()) {
        add(plan, new PhaseRef(earlier.draft().id(), wave.at()));
      }
    }
  }

  private static void add(GsdPlan plan, PhaseRef ref) {
    boolean isNew = plan.draft().after.stream().noneMatch(other -> other.id().equals(ref.id()));
    if (isNew && !ref.id().equals(plan.draft().id())) {
      plan.draft().after.add(ref);
    }
  }

  private void claim(GsdPlan plan, int wave) {
    if (waves(plan).getOrDefault(wave, List.of()).size() > 1) {
      plan.draft().claim(new ParallelClaim("wave %d of %s".formatted(wave, plan.group().title())));
    }
  }
}
