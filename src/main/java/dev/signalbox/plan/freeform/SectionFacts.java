package dev.signalbox.plan.freeform;

import dev.signalbox.document.Line;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Estimate;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.Touch;
import dev.signalbox.reading.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a section says of its phase, as far as it was read. */
final class SectionFacts {
  final List<Touch> touches = new ArrayList<>();

  /** Files that other work makes. */
  final List<Touch> reads = new ArrayList<>();

  final List<Problem> problems = new ArrayList<>();
  final List<Mention> after = new ArrayList<>();

  /** Work of which something is used. */
  final List<Mention> consumes = new ArrayList<>();

  final List<Mention> before = new ArrayList<>();

  /** Values of a label such as Parallel. */
  final List<Line> parallel = new ArrayList<>();

  final List<String> context = new ArrayList<>();
  final List<String> acceptance = new ArrayList<>();
  final List<String> deliverable = new ArrayList<>();

  /** Tasks by the form in which they stand; the first form that occurs counts. */
  final List<String> steps = new ArrayList<>();

  final List<String> boxes = new ArrayList<>();
  final List<String> rows = new ArrayList<>();
  final List<String> numbered = new ArrayList<>();
  final List<String> bullets = new ArrayList<>();

  private Estimate estimate = Estimate.UNKNOWN;
  private Optional<IssueId> issue = Optional.empty();
  private Optional<ExecMode> mode = Optional.empty();

  /** Steps, else checkboxes, else the rows of task tables, else numbered items, else bullets. */
  List<String> tasks() {
    for (List<String> form : List.of(steps, boxes, rows, numbered)) {
      if (!form.isEmpty()) {
        return form;
      }
    }
    return bullets;
  }

  Estimate estimate() {
    return estimate;
  }

  void estimate(Estimate value) {
    estimate = estimate.isUnknown() ? value : estimate;
  }

  Optional<IssueId> issue() {
    return issue;
  }

  void issue(Optional<IssueId> value) {
    issue = issue.or(() -> value);
  }

  Optional<ExecMode> mode() {
    return mode;
  }

  void mode(Optional<ExecMode> value) {
    mode = mode.or(() -> value);
  }
}
