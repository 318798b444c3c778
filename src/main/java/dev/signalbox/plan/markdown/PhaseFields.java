package dev.signalbox.plan.markdown;

import dev.signalbox.document.Line;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.BranchUse;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.GateTiming;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.Overrule;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseKeys;
import dev.signalbox.plan.ScopePolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Puts field lines such as {@code touches: src/**} into a phase. */
final class PhaseFields {
  private static final List<String> KEYS = PhaseKeys.ALL;

  /** Fields that may be given several times; each adds to the last. */
  private static final Set<String> LISTS =
      Set.of("touches", "reads", "produces", "after", "informs", "overrule");

  private final PhaseDraft phase;
  private final Problems problems;
  private final ValueReader values;
  private final List<Overrule> overrules;
  private final Set<String> seen = new HashSet<>();

  PhaseFields(PhaseDraft phase, Problems problems, List<Overrule> overrules) {
    this.phase = phase;
    this.problems = problems;
    this.values = new ValueReader(problems);
    this.overrules = overrules;
  }

  static boolean isKey(String word) {
    return KEYS.contains(word);
  }

  /** Takes a field; {@code more} are further lines of its value. */
  void take(FieldText.Field field, List<Line> more) {
    String key = field.key();
    if (!isKey(key)) {
      unknown(field);
      return;
    }
    if (!seen.add(key) && !LISTS.contains(key)) {
      problems.error(
          ErrorCode.PLAN_KEY_REPEATED,
          field.keyLine().at(),
          "expected " + key + " once in phase " + phase.id() + ", found it again",
          "keep one of the two lines");
      return;
    }
    List<Line> lines = new ArrayList<>(1 + more.size());
    lines.add(field.value());
    lines.addAll(more);
    if (hasNoText(lines)) {
      problems.error(
          ErrorCode.PLAN_VALUE_INVALID,
          field.keyLine().at(),
          "expected a value after " + key + ":, found nothing",
          "give a value or remove the line");
      return;
    }
    put(key, lines);
  }

  private void unknown(FieldText.Field field) {
    boolean isTypo = NearWord.of(field.key(), KEYS).isPresent();
    String message = "expected a field of a phase, found " + field.key();
    String hint =
        NearWord.of(field.key(), KEYS)
            .map(near -> "write " + near + ":")
            .orElse("known fields: " + String.join(", ", KEYS));
    if (isTypo) {
      problems.error(ErrorCode.PLAN_KEY_UNKNOWN, field.keyLine().at(), message, hint);
    } else {
      problems.warning(ErrorCode.PLAN_KEY_UNKNOWN, field.keyLine().at(), message, hint);
    }
  }

  private void put(String key, List<Line> lines) {
    Line first = lines.getFirst();
    switch (key) {
      case "touches" -> each(lines, v -> values.touch(v).ifPresent(phase.touches::add));
      case "reads" -> each(lines, v -> values.resource(v).ifPresent(phase.reads::add));
      case "produces" -> each(lines, v -> values.resource(v).ifPresent(phase.produces::add));
      case "after" -> each(lines, v -> values.phase(v).ifPresent(phase.after::add));
      case "informs" -> each(lines, v -> values.phase(v).ifPresent(phase.informs::add));
      case "executes" -> values.phase(first).ifPresent(phase::executes);
      case "overrule" -> values.overrule(first).ifPresent(overrules::add);
      case "infrastructure" -> infrastructure(lines);
      case "exec" -> exec(first);
      case "verb" -> phase.verb(first.text());
      case "deliverable" -> deliverable(first);
      case "scope" -> scope(first);
      case "branch" -> branch(first);
      case "agent" -> agent(first);
      case "estimate" -> phase.estimate(values.estimate(first));
      case "resumes" -> phase.resumes(first.text());
      case "gates" -> gates(lines);
      case "issue" -> issue(first);
      default -> throw new IllegalStateException("a key without a meaning: " + key);
    }
  }

  private static boolean hasNoText(List<Line> lines) {
    for (Line line : lines) {
      if (!line.text().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Each value of a list; the single word {@code none} says that there is none. */
  private static void each(List<Line> lines, Consumer<Line> action) {
    List<Line> parts = new ArrayList<>();
    for (Line line : lines) {
      parts.addAll(FieldText.list(line));
    }
    if (!(parts.size() == 1 && parts.getFirst().text().equals("none"))) {
      parts.forEach(action);
    }
  }

  private void infrastructure(List<Line> lines) {
    TreeSet<String> classes = new TreeSet<>();
    each(lines, value -> classes.add(value.text()));
    phase.infrastructure(classes);
  }

  private void exec(Line value) {
    ExecMode.of(value.text())
        .ifPresentOrElse(
            phase::exec,
            () ->
                problems.error(
                    ErrorCode.PLAN_MODE_UNKNOWN,
                    value.at(),
                    "expected an execution mode, found " + value.text(),
                    "use one of quick, tdd, pair, checkpoint, swarm, spike"));
  }

  private void deliverable(Line value) {
    switch (value.text()) {
      case "code" -> phase.deliverable(Deliverable.CODE);
      case "analysis" -> phase.deliverable(Deliverable.ANALYSIS);
      default -> invalid(value, "code or analysis");
    }
  }

  private void scope(Line value) {
    ScopePolicy.of(value.text())
        .ifPresentOrElse(phase::scopePolicy, () -> invalid(value, "record, ask or enforce"));
  }

  private void branch(Line value) {
    switch (value.text()) {
      case "own" -> phase.branch(BranchUse.OWN);
      case "none" -> phase.branch(BranchUse.NONE);
      default -> invalid(value, "own or none");
    }
  }

  private void agent(Line value) {
    if (AgentId.isValid(value.text())) {
      phase.agent(new AgentId(value.text()));
    } else {
      invalid(value, "an agent of the catalogue, such as claude");
    }
  }

  private void issue(Line value) {
    if (IssueId.isValid(value.text())) {
      phase.issue(new IssueId(value.text()));
    } else {
      invalid(value, "an issue such as SHOP-101");
    }
  }

  private void gates(List<Line> lines) {
    EnumSet<GateTiming> timings = EnumSet.noneOf(GateTiming.class);
    each(
        lines,
        value -> {
          switch (value.text()) {
            case "pre-dispatch" -> timings.add(GateTiming.PRE_DISPATCH);
            case "in-session" -> timings.add(GateTiming.IN_SESSION);
            case "post-session" -> timings.add(GateTiming.POST_SESSION);
            default -> invalid(value, "pre-dispatch, in-session or post-session");
          }
        });
    if (!timings.isEmpty()) {
      phase.gates(timings);
    }
  }

  private void invalid(Line value, String expected) {
    problems.error(
        ErrorCode.PLAN_VALUE_INVALID,
        value.at(),
        "expected " + expected + ", found " + value.text(),
        "change the value");
  }
}
