package dev.signalbox.schedule;

import dev.signalbox.plan.PhaseId;
import dev.signalbox.verdict.PairVerdict;
import dev.signalbox.verdict.Verdict;
import dev.signalbox.verdict.VerdictTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The merge order that a person wants, where the verdicts leave one to want: inside a batch, since
 * batches follow one another. Everything else stays in its place.
 */
public final class WishedOrder {
  private final Schedule schedule;
  private final VerdictTable verdicts;
  private final List<MergeWish> wishes;
  private final List<String> problems = new ArrayList<>();

  private WishedOrder(Schedule schedule, VerdictTable verdicts, List<MergeWish> wishes) {
    this.schedule = schedule;
    this.verdicts = verdicts;
    this.wishes = List.copyOf(wishes);
  }

  /**
   * What became of wishes.
   *
   * @param schedule with the merge order that was wished for; the one before where there is a
   *     problem
   * @param problems what was expected and what was found, one sentence each
   */
  public record Result(Schedule schedule, List<String> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Orders the merges anew.
   *
   * @param wishes about phases of the plan
   */
  public static Result of(Schedule schedule, VerdictTable verdicts, List<MergeWish> wishes) {
    return new WishedOrder(schedule, verdicts, wishes).order();
  }

  private Result order() {
    wishes.forEach(wish -> obstacle(wish).ifPresent(problems::add));
    List<PhaseId> merges = new ArrayList<>();
    for (Batch batch : schedule.batches()) {
      List<PhaseId> members = new ArrayList<>(schedule.mergeOrder());
      members.retainAll(Set.copyOf(batch.phases()));
      merges.addAll(inOrder(members));
    }
    return problems.isEmpty()
        ? new Result(new Schedule(schedule.batches(), merges, wishes), List.of())
        : new Result(schedule, problems);
  }

  private Optional<String> obstacle(MergeWish wish) {
    String wished = wish.first() + " merges before " + wish.next() + ": expected ";
    if (wish.first().equals(wish.next())) {
      return Optional.of(wished + "two phases, found one");
    }
    PairVerdict pair = verdicts.verdict(index(wish.first()), index(wish.next()));
    if (pair.verdict() == Verdict.SEQUENTIAL) {
      return Optional.of(
          wished
              + "two phases that may run at once, found them in sequence by "
              + pair.rule()
              + (pair.evidence().isEmpty() ? "" : ": " + pair.evidence().getFirst()));
    }
    return batch(wish.first()) == batch(wish.next())
        ? Optional.empty()
        : Optional.of(
            "%stwo phases of one batch, found %s in batch %d and %s in batch %d"
                .formatted(
                    wished, wish.first(), batch(wish.first()), wish.next(), batch(wish.next())));
  }

  private int index(PhaseId id) {
    return verdicts
        .indexOf(id)
        .orElseThrow(() -> new IllegalArgumentException("expected a phase of the plan: " + id));
  }

  private int batch(PhaseId id) {
    return schedule.batches().stream()
        .filter(batch -> batch.phases().contains(id))
        .mapToInt(Batch::number)
        .findFirst()
        .orElse(0);
  }

  /** Each time the first of those that nothing is wished before any more. */
  private List<PhaseId> inOrder(List<PhaseId> members) {
    Set<PhaseId> left = new LinkedHashSet<>(members);
    List<PhaseId> placed = new ArrayList<>();
    while (!left.isEmpty()) {
      Optional<PhaseId> next = left.stream().filter(id -> isFree(id, left)).findFirst();
      if (next.isEmpty()) {
        problems.add(circle(left));
        return members;
      }
      placed.add(next.get());
      left.remove(next.get());
    }
    return placed;
  }

  private boolean isFree(PhaseId id, Set<PhaseId> left) {
    return wishes.stream()
        .filter(wish -> !wish.first().equals(id))
        .noneMatch(wish -> wish.next().equals(id) && left.contains(wish.first()));
  }

  private String circle(Set<PhaseId> left) {
    List<PhaseId> way = new ArrayList<>(List.of(left.iterator().next()));
    while (way.indexOf(way.getLast()) == way.size() - 1) {
      PhaseId here = way.getLast();
      way.add(
          wishes.stream()
              .filter(wish -> wish.next().equals(here) && left.contains(wish.first()))
              .findFirst()
              .orElseThrow()
              .first());
    }
    return "expected an order of the merges, found a circle: "
        + way.subList(way.indexOf(way.getLast()), way.size()).reversed().stream()
            .map(PhaseId::value)
            .collect(Collectors.joining(" before "));
  }
}
