package dev.signalbox.publish;

import dev.signalbox.check.Analysis;
import dev.signalbox.check.Assignment;
import dev.signalbox.check.CheckResult;
import dev.signalbox.check.PromptTexts;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.PhaseRef;
import dev.signalbox.plan.Plan;
import dev.signalbox.prompt.PromptPlace;
import dev.signalbox.prompt.TrackedIssue;
import dev.signalbox.tracker.TrackerMarkdown;
import dev.signalbox.view.CheckText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a plan is to become in a tracker.
 *
 * @param issues by phase, in the plan's order
 * @param order pairs that the plan itself states, the first of each before the second
 * @param table the dispatch table, as a comment
 */
record Publication(Plan plan, Map<PhaseId, Text> issues, List<Pair> order, String table) {
  private static final String TABLE_TITLE = "## Dispatch table";

  /** What an issue shall say, without its last line. */
  record Text(String title, String body) {
    String whole(PhaseId phase) {
      return Published.withLine(body, what(phase));
    }

    boolean isSaidBy(String description, PhaseId phase) {
      return Published.says(description, body, what(phase));
    }

    private static String what(PhaseId phase) {
      return "phase " + phase;
    }
  }

  /** Two phases, one before the other. */
  record Pair(PhaseId first, PhaseId second) {}

  /** That of a plan without errors. */
  static Publication of(CheckResult result, Analysis analysis, PromptPlace place) {
    Map<PhaseId, Text> issues = new LinkedHashMap<>();
    for (Assignment each : result.assignments()) {
      TrackedIssue issue =
          TrackedIssue.of(PromptTexts.context(result, analysis, each, place, "this issue"));
      issues.put(
          each.phase().id(), new Text(issue.title(), TrackerMarkdown.withoutMarks(issue.body())));
    }
    return new Publication(result.plan(), issues, order(result.plan()), table(result, analysis));
  }

  private static List<Pair> order(Plan plan) {
    Set<Pair> pairs = new LinkedHashSet<>();
    for (Phase phase : plan.phases()) {
      for (PhaseRef ref : phase.scope().after()) {
        pairs.add(new Pair(ref.id(), phase.id()));
      }
      phase.brief().executes().ifPresent(ref -> pairs.add(new Pair(ref.id(), phase.id())));
      for (PhaseRef ref : phase.scope().informs()) {
        pairs.add(new Pair(phase.id(), ref.id()));
      }
    }
    return List.copyOf(pairs);
  }

  private static String table(CheckResult result, Analysis analysis) {
    List<String> lines = new ArrayList<>(List.of(TABLE_TITLE, ""));
    int chars = 0;
    for (String line : CheckText.markdown(result, analysis)) {
      chars += line.length() + 1;
      if (chars > Limits.TRACKER_PART_CHARS_MAX) {
        lines.addAll(List.of("", "Cut here: signalbox check --markdown prints all of it."));
        break;
      }
      lines.add(TrackerMarkdown.withoutMarks(line));
    }
    return String.join("\n", lines) + "\n";
  }

  /** Why it cannot be written as it is. */
  Optional<String> obstacle() {
    Set<String> titles = new HashSet<>();
    for (Map.Entry<PhaseId, Text> each : issues.entrySet()) {
      if (each.getValue().whole(each.getKey()).length() > Limits.TRACKER_TEXT_CHARS_MAX) {
        return Optional.of(
            "phase %s: expected an issue of at most %d characters, found more; shorten the phase"
                .formatted(each.getKey(), Limits.TRACKER_TEXT_CHARS_MAX));
      }
      titles.add(each.getValue().title());
    }
    return titles.size() == issues.size()
        ? Optional.empty()
        : Optional.of("expected a title of its own for each phase, found one twice");
  }
}
