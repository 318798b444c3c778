package dev.signalbox.plan.markdown;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while a plan is read. */
final class Problems {
  private final List<Problem> problems = new ArrayList<>();

  void error(ErrorCode code, Position at, String message, String hint) {
    problems.add(Problem.error(code, at, message, hint));
  }

  void warning(ErrorCode code, Position at, String message, String hint) {
    problems.add(Problem.warning(code, at, message, hint));
  }

  void all(List<Problem> found) {
    problems.addAll(found);
  }

  List<Problem> list() {
    return List.copyOf(problems);
  }
}
