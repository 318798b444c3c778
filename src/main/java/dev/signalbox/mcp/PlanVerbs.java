package dev.signalbox.mcp;

import dev.signalbox.check.Analysis;
import dev.signalbox.check.CheckResult;
import dev.signalbox.control.CheckJson;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.Phase;
import dev.signalbox.view.ExplainText;
import dev.signalbox.view.TableText;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tools that only read a plan. */
final class PlanVerbs {
  static final Verb.Argument PLAN =
      new Verb.Argument(
          "plan",
          true,
          "The plan: a file or folder inside the repository, relative to its top or absolute; or a"
              + " master issue such as linear:SHOP-100 or github:owner/name#12.");

  private static final int NAMES_SHOWN_MAX = 20;

  private PlanVerbs() {}

  /** {@code check_plan}. */
  record CheckPlan(Desk desk) implements Verb {

    @Override
    public Sheet sheet() {
      return new Sheet(
          "check_plan",
          "Check a plan",
          "Reads a master plan and says everything that can be said before a start: its problems"
              + " with line and hint, which phases may run in parallel and why not, the batches,"
              + " the merge order and the estimated cost. Use it after writing or changing a plan,"
              + " and before dispatch. It changes nothing.",
          true,
          List.of(PLAN));
    }

    @Override
    public Reply answer(ToolInput input, Person person) {
      String plan = input.text(PLAN.name(), "a plan's path");
      input.demandSound();
      return checked(desk.check(plan));
    }
  }

  /** A checked plan, with what it comes to. */
  static Reply checked(Desk.Checked checked) {
    CheckResult result = checked.result();
    StringWriter json = new StringWriter();
    CheckJson.write(result, checked.format(), false, json);
    long errors = result.problems().stream().filter(Problem::isError).count();
    long others = result.problems().size() - errors;
    String note =
        errors == 0
            ? "The plan can be dispatched: no errors, %d warnings and hints.".formatted(others)
            : "The plan cannot be dispatched: %d errors, %d warnings and hints; mend the errors first."
                .formatted(errors, others);
    return Reply.document(note, json.toString());
  }

  /** {@code explain}. */
  record Explain(Desk desk) implements Verb {

    @Override
    public Sheet sheet() {
      return new Sheet(
          "explain",
          "Explain a verdict",
          "Says why two phases of a plan may, or may not, run at the same time: the rule that"
              + " decided and its evidence. Use it when check_plan's verdict on a pair is"
              + " surprising, or before changing what phases touch. It changes nothing.",
          true,
          List.of(
              PLAN,
              new Argument("a", true, "A phase's id, such as 1A."),
              new Argument("b", true, "Another phase's id.")));
    }

    @Override
    public Reply answer(ToolInput input, Person person) {
      String plan = input.text(PLAN.name(), "a plan's path");
      String a = input.text("a", "a phase's id");
      String b = input.text("b", "another phase's id");
      input.demandSound();
      Desk.Checked checked = desk.check(plan);
      Optional<Analysis> analysis = checked.result().analysis();
      if (analysis.isEmpty()) {
        return checked(checked).asError();
      }
      int first = index(checked.result(), a);
      int second = index(checked.result(), b);
      if (first == second) {
        throw new SignalboxException(
            ErrorCode.USAGE_INVALID,
            "expected two different phases, found " + TableText.plain(a) + " twice",
            List.of("name another phase as b"));
      }
      return Reply.text(
          "The verdict on two phases.", ExplainText.lines(analysis.get(), first, second));
    }
  }

  private static int index(CheckResult result, String id) {
    List<Phase> phases = result.plan().phases();
    int found = -1;
    for (int i = 0; i < phases.size(); i++) {
      String other = phases.get(i).id().value();
      if (other.equals(id)) {
        return i;
      }
      found = other.equalsIgnoreCase(id) ? i : found;
    }
    if (found >= 0) {
      return found;
    }
    String known =
        phases.stream()
            .limit(NAMES_SHOWN_MAX)
            .map(phase -> phase.id().value())
            .collect(Collectors.joining(", "));
    throw new SignalboxException(
        ErrorCode.PLAN_PHASE_UNKNOWN,
        "expected a phase of the plan, found " + TableText.plain(id),
        List.of("phases: " + known + (phases.size() > NAMES_SHOWN_MAX ? ", ..." : "")));
  }
}
