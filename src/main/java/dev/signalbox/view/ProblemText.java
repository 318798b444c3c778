package dev.signalbox.view;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.error.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems as lines for a person: errors all, of each kind of warning the first few. */
public final class ProblemText {
  private static final int WARNINGS_SHOWN_MAX = 3;

  private ProblemText() {}

  /** One or two lines per problem: what is wrong and, unless empty, what to do. */
  public static List<String> lines(List<Problem> problems) {
    List<String> lines = new ArrayList<>();
    Map<ErrorCode, Integer> warnings = new LinkedHashMap<>();
    for (Problem problem : problems) {
      boolean isShown =
          problem.isError()
              || warnings.merge(problem.code(), 1, Integer::sum) <= WARNINGS_SHOWN_MAX;
      if (isShown) {
        lines.addAll(lines(problem));
      }
    }
    warnings.forEach((code, count) -> {
      if (count > WARNINGS_SHOWN_MAX) {
        lines.add(
            "... and "
                + (count - WARNINGS_SHOWN_MAX)
                + " more ["
                + code
                + "] warnings; --json lists them");
      }
    });
    return lines;
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
