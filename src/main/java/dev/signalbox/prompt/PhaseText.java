package dev.signalbox.prompt;

import dev.signalbox.plan.BranchUse;
import dev.signalbox.plan.Brief;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.GateTiming;
import dev.signalbox.plan.Handling;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseRef;
import dev.signalbox.plan.Resource;
import dev.signalbox.plan.Scope;
import dev.signalbox.plan.Touch;
import dev.signalbox.plan.Usd;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A phase as our own format writes it, below its heading. It reads back as the same phase, apart
 * from {@code after:}, which trackers keep as relations. Values that Markdown could change are
 * code.
 */
final class PhaseText {
  private PhaseText() {}

  /** The fields, one line each. */
  static List<String> fields(Phase phase) {
    List<String> lines = new ArrayList<>();
    Handling handling = phase.handling();
    Scope scope = phase.scope();
    handling.exec().ifPresent(exec -> field(lines, "exec", exec.word()));
    if (!phase.brief().verb().equals(Brief.VERB_DEFAULT)) {
      field(lines, "verb", Markdown.line(phase.brief().verb()));
    }
    if (handling.deliverable() == Deliverable.ANALYSIS) {
      field(lines, "deliverable", "analysis");
    }
    list(lines, "touches", scope.touches(), PhaseText::touch);
    scope.policy().ifPresent(policy -> field(lines, "scope", policy.word()));
    list(lines, "reads", scope.reads(), PhaseText::resource);
    list(lines, "produces", scope.produces(), PhaseText::resource);
    scope
        .infrastructure()
        .ifPresent(classes ->
            field(
                lines, "infrastructure", classes.isEmpty() ? "none" : String.join(", ", classes)));
    list(lines, "informs", scope.informs(), PhaseText::phase);
    phase.brief().executes().ifPresent(ref -> field(lines, "executes", phase(ref)));
    if (handling.branch() == BranchUse.NONE) {
      field(lines, "branch", "none");
    }
    handling.agent().ifPresent(agent -> field(lines, "agent", agent.value()));
    estimate(handling).ifPresent(text -> field(lines, "estimate", text));
    phase.brief().resumes().ifPresent(link -> field(lines, "resumes", Markdown.line(link)));
    gates(handling).ifPresent(text -> field(lines, "gates", text));
    return lines;
  }

  private static void field(List<String> lines, String key, String value) {
    lines.add("- " + key + ": " + value);
  }

  private static <T> void list(
      List<String> lines, String key, List<T> values, Function<T, String> shown) {
    if (!values.isEmpty()) {
      field(lines, key, values.stream().map(shown).collect(Collectors.joining(", ")));
    }
  }

  private static String touch(Touch touch) {
    return code(touch.glob().text());
  }

  private static String phase(PhaseRef ref) {
    return ref.id().value();
  }

  private static String resource(Resource resource) {
    return switch (resource) {
      case Resource.Files files -> touch(files.touch());
      case Resource.Artifact artifact -> code(artifact.key());
    };
  }

  /** A comma outside of braces would begin the next value, and a {@code #} a comment. */
  private static String code(String text) {
    StringBuilder code = new StringBuilder("`");
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      depth = Math.max(0, depth);
      boolean startsComment = c == '#' && i > 0 && Character.isWhitespace(text.charAt(i - 1));
      code.append(startsComment || (c == ',' && depth == 0) ? "[" + c + "]" : String.valueOf(c));
    }
    return code.append('`').toString();
  }

  private static Optional<String> estimate(Handling handling) {
    List<String> parts = new ArrayList<>();
    handling.estimate().cost().map(Usd::toString).ifPresent(parts::add);
    handling.estimate().minutes().ifPresent(minutes -> parts.add(minutes + "m"));
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  /** Empty where they are those of a phase that names none. */
  private static Optional<String> gates(Handling handling) {
    Set<GateTiming> usual = EnumSet.of(GateTiming.POST_SESSION);
    if (handling.exec().equals(Optional.of(ExecMode.CHECKPOINT))) {
      usual.add(GateTiming.IN_SESSION);
    }
    return handling.gates().equals(usual)
        ? Optional.empty()
        : Optional.of(
            EnumSet.copyOf(handling.gates()).stream()
                .map(gate -> gate.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", ")));
  }

  /** The sections that the plan fills. */
  static List<String> sections(Brief brief) {
    List<String> lines = new ArrayList<>();
    section(lines, "Context", brief.context(), "- ");
    section(lines, "Acceptance Criteria", brief.acceptance(), "- [ ] ");
    if (!brief.tasks().isEmpty()) {
      lines.addAll(List.of("## Tasks", ""));
      lines.addAll(DispatchPrompt.tasks(brief));
      lines.add("");
    }
    brief
        .deliverable()
        .ifPresent(text -> lines.addAll(List.of("## Deliverable", "", Markdown.line(text), "")));
    return lines;
  }

  private static void section(
      List<String> lines, String title, List<String> entries, String bullet) {
    if (!entries.isEmpty()) {
      lines.addAll(List.of("## " + title, ""));
      entries.forEach(entry -> lines.add(bullet + Markdown.line(entry)));
      lines.add("");
    }
  }
}
