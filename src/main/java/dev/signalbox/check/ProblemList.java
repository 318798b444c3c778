package dev.signalbox.check;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.limit.Limits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Arranges problems for a reader: by position, each once, of one kind only so many. */
final class ProblemList {
  private ProblemList() {}

  static List<Problem> arranged(List<Problem> problems) {
    List<Problem> sorted = new ArrayList<>(new LinkedHashSet<>(problems));
    sorted.sort(
        Comparator.comparing(Problem::position)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::code));
    Map<ErrorCode, Integer> counts = new EnumMap<>(ErrorCode.class);
    Map<ErrorCode, Problem> firstOmitted = new EnumMap<>(ErrorCode.class);
    List<Problem> kept = new ArrayList<>();
    for (Problem problem : sorted) {
      if (counts.merge(problem.code(), 1, Integer::sum) <= Limits.PROBLEMS_PER_CODE_MAX) {
        kept.add(problem);
      } else {
        firstOmitted.putIfAbsent(problem.code(), problem);
      }
    }
    firstOmitted.forEach((code, first) -> kept.add(omitted(first, counts.getOrDefault(code, 0))));
    return kept;
  }

  private static Problem omitted(Problem first, int count) {
    int rest = count - Limits.PROBLEMS_PER_CODE_MAX;
    return new Problem(
        ErrorCode.PLAN_PROBLEMS_OMITTED,
        first.severity(),
        first.position(),
        "expected at most "
            + Limits.PROBLEMS_PER_CODE_MAX
            + " problems of the kind "
            + first.code()
            + ", found "
            + rest
            + " more from here on",
        "mend those listed and check again");
  }
}
