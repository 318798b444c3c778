package dev.signalbox.dispatch;

import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.SessionScope;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.glob.Glob;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.RunPolicy;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.plan.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The files that the sessions of a run may change (ADR 0011). */
public final class Scopes {
  private static final String EVERYTHING = "**";

  private Scopes() {}

  static SessionScope of(RunPolicy policy, Phase phase, RunChoice.Place place) {
    return new SessionScope(
        phase.scope().policy().orElse(policy.scope()),
        phase.touchesEverything() ? List.of(EVERYTHING) : patterns(phase.changedFiles()),
        own(place),
        patterns(policy.protect()));
  }

  private static List<String> patterns(List<Touch> touches) {
    return touches.stream().map(touch -> touch.glob().text()).distinct().toList();
  }

  /** Copies that Signalbox made, and the plan file, whose changes no merge takes over. */
  private static List<String> own(RunChoice.Place place) {
    List<String> paths = new ArrayList<>(place.copies());
    String folder = place.repository() + "/";
    if (place.planFile().startsWith(folder)) {
      paths.add(place.planFile().substring(folder.length()));
    }
    return paths.stream().filter(Glob::isPath).map(path -> Glob.literal(path).text()).toList();
  }

  /** What the table says about it: nothing where everything is only recorded. */
  static List<String> lines(List<SessionSpec> sessions) {
    List<String> lines = new ArrayList<>();
    for (ScopePolicy policy : List.of(ScopePolicy.ASK, ScopePolicy.ENFORCE)) {
      String phases =
          sessions.stream()
              .filter(session -> session.scope().policy() == policy)
              .map(session -> session.phase().value())
              .collect(Collectors.joining(", "));
      if (!phases.isEmpty()) {
        lines.add("Scope: " + policy.word() + " in " + phases + meaning(policy));
      }
    }
    return lines;
  }

  private static String meaning(ScopePolicy policy) {
    return policy == ScopePolicy.ASK
        ? "; a change outside of the touches is asked about"
        : "; a tool's change outside of the touches is denied, what git finds is asked about";
  }

  /**
   * Refuses a run in which a scope would promise what an agent cannot do.
   *
   * @param asksBeforeTools whether an agent can ask before it uses tools
   * @throws SignalboxException {@code AGENT_CANNOT_ASK}, which names all such sessions
   */
  public static void demandAsking(RunSpec spec, Predicate<AgentId> asksBeforeTools) {
    List<String> problems = new ArrayList<>();
    for (SessionSpec session : spec.sessions()) {
      ScopePolicy policy = session.scope().policy();
      AgentId agent = session.handling().agent();
      if (policy != ScopePolicy.RECORD && !asksBeforeTools.test(agent)) {
        problems.add(
            "phase %s: expected an agent that asks before it uses tools, as scope: %s needs, found %s"
                .formatted(session.phase(), policy.word(), agent));
      }
    }
    if (!problems.isEmpty()) {
      throw new SignalboxException(
          ErrorCode.AGENT_CANNOT_ASK,
          String.join("; ", problems),
          List.of("choose another agent for the phase, or write scope: record there"));
    }
  }
}
