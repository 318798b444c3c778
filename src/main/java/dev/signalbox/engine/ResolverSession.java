package dev.signalbox.engine;

import dev.signalbox.branch.Slug;
import dev.signalbox.limit.Limits;
import dev.signalbox.limit.ReviewLimits;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.prompt.ResolvePrompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The session that resolves a conflict of another's work with the base. */
final class ResolverSession {
  private ResolverSession() {}

  static SessionSpec of(
      Deciding deciding, Session subject, AgentId agent, String tip, List<String> paths) {
    SessionSpec.Handling like = like(deciding, agent).handling();
    long number =
        deciding.run().sessions().stream()
                .filter(each -> each.spec().work().purpose() == Purpose.RESOLVE)
                .count()
            + 1;
    String slug = Slug.of(subject.spec().issue() + " resolve " + number, Limits.SLUG_CHARS_MAX);
    String phase = subject.spec().phase().value();
    return new SessionSpec(
        JoiningId.next(deciding),
        new PhaseId(
            "resolve-%s-%d"
                .formatted(
                    phase.substring(0, Math.min(Limits.SLUG_CHARS_MAX, phase.length())), number)),
        subject.spec().issue(),
        new SessionSpec.Work(
            Purpose.RESOLVE,
            "Conflict of " + subject.id() + " with " + deciding.spec().target().base(),
            ExecMode.QUICK,
            Deliverable.CODE,
            Optional.empty(),
            new SessionScope(
                ScopePolicy.RECORD,
                paths,
                subject.spec().scope().own(),
                subject.spec().scope().protect())),
        new SessionSpec.Handling(
            agent,
            LaunchMode.BYPASS,
            "%s resolve %d".formatted(subject.spec().issue(), number),
            agent + "/" + slug,
            like.model(),
            like.effort(),
            Optional.empty()),
        new SessionSpec.Order(List.of(), List.of()),
        ResolvePrompt.render(
            new ResolvePrompt.Conflict(
                subject.spec().issue(), deciding.spec().target().base(), tip, paths),
            sides(deciding, subject),
            deciding.spec().bounds().costCheckpoint()));
  }

  private static SessionSpec like(Deciding deciding, AgentId agent) {
    return deciding.spec().sessions().stream()
        .filter(each -> each.handling().agent().equals(agent))
        .findFirst()
        .orElseThrow();
  }

  /** The agents of the plan that run here. */
  static List<AgentId> agents(RunSpec spec) {
    return spec.sessions().stream()
        .filter(each -> each.handling().elsewhere().isEmpty())
        .map(each -> each.handling().agent())
        .distinct()
        .toList();
  }

  /** The work that does not merge first, then what is merged that it does not hold. */
  private static List<ResolvePrompt.Side> sides(Deciding deciding, Session subject) {
    List<ResolvePrompt.Side> sides = new ArrayList<>(List.of(side(subject)));
    for (Session other : deciding.run().sessions()) {
      boolean isBelow = subject.trace().taken().contained().contains(other.id());
      if (other.spec().isOfPlan()
          && !isBelow
          && MergeRules.isInBase(other)
          && sides.size() < ReviewLimits.RESOLVE_SIDES_MAX) {
        sides.add(side(other));
      }
    }
    return sides;
  }

  private static ResolvePrompt.Side side(Session session) {
    return new ResolvePrompt.Side(
        session.spec().issue(),
        session.spec().phase(),
        session.spec().prompt(),
        session.known().summary().orElse("No summary."));
  }
}
