package dev.signalbox.branch;

import dev.signalbox.agent.BranchConvention;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.BranchUse;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The branch of every phase, <code>{agent}/{issue-id}-{slug}</code> or what the agent's convention
 * says (mission section 8 and Agent-Aware Dispatch).
 *
 * <p>Each name is valid for git and safe in a path and a command line: lower-case ASCII letters,
 * digits, {@code .}, {@code _}, {@code -} and {@code /}. All names of a plan and its base can exist
 * together, also where the file system ignores case. The same plan always gives the same names.
 */
public final class BranchNames {
  private BranchNames() {}

  /**
   * The names in the plan's order: empty where the agent names the branch, the base itself where
   * the phase has no branch of its own.
   *
   * @param conventionOf of the agent that works on the phase
   */
  public static List<Optional<String>> of(
      Plan plan, Function<Phase, BranchConvention> conventionOf) {
    String base = plan.header().base();
    TakenNames taken = new TakenNames();
    taken.reserve(base);
    return plan.phases().stream()
        .map(phase -> branch(phase, base, conventionOf.apply(phase), taken))
        .toList();
  }

  private static Optional<String> branch(
      Phase phase, String base, BranchConvention convention, TakenNames taken) {
    if (phase.handling().branch() == BranchUse.NONE) {
      return Optional.of(base);
    }
    return switch (convention) {
      case BranchConvention.NamedByAgent _ -> Optional.empty();
      case BranchConvention.Template template ->
          Optional.of(taken.claim(template.render(issue(phase), slug(phase))));
    };
  }

  /** An issue id is ASCII and never only punctuation, so something is left of it. */
  private static String issue(Phase phase) {
    String id = phase.issueOrId().value();
    return Slug.of(id, id.length());
  }

  private static String slug(Phase phase) {
    return Slug.of(phase.title(), Limits.SLUG_CHARS_MAX);
  }
}
