package dev.signalbox.view;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.error.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Problems as lines for a person: all errors; of a warning that comes often, the first. */
public final class ProblemText {
  private static final int WARNINGS_SHOWN_MAX = 3;
  private static final int CLAIMS_SHOWN_MAX = 40;

  private ProblemText() {}

  /** One or two lines per problem: what is wrong and, unless empty, what to do. */
  public static List<String> lines(List<Problem> problems) {
    Map<ErrorCode, Integer> counts = new EnumMap<>(ErrorCode.class);
    problems.stream()
        .filter(problem -> !problem.isError())
        .forEach(problem -> counts.merge(problem.code(), 1, Integer::sum));
    List<String> lines = new ArrayList<>();
    Set<ErrorCode> told = EnumSet.noneOf(ErrorCode.class);
    for (Problem problem : problems) {
      int more = problem.isError() ? 0 : counts.getOrDefault(problem.code(), 0) - 1;
      if (more < shownMax(problem.code())) {
        lines.addAll(lines(problem));
      } else if (told.add(problem.code())) {
        lines.addAll(lines(problem));
        lines.add("... and " + more + " more of these; --json lists them");
      }
    }
    return lines;
  }

  /** Which claims are false is what a person checks such a plan for; other warnings repeat. */
  private static int shownMax(ErrorCode code) {
    return code == ErrorCode.PLAN_CLAIM_FALSE ? CLAIMS_SHOWN_MAX : WARNINGS_SHOWN_MAX;
  }

  private static List<String> lines(Problem problem) {
    String word = problem.severity() == Severity.ERROR ? "Error" : "Warning";
    String first =
        word
            + " ["
            + problem.code()
            + "]: "
            + problem.position()
            + ": "
            + TableText.plain(problem.message());
    return problem.hint().isEmpty()
        ? List.of(first)
        : List.of(first, "Hint: " + TableText.plain(problem.hint()));
  }
}
