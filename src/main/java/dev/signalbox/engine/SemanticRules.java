package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Work that does not fit together: sessions stand still until a person chooses (mission section 8).
 * All go on, all end, or one is kept and the others end with that as the explanation.
 */
final class SemanticRules {
  private static final Pattern KEEP =
      Pattern.compile("(?i)keep\\s+([A-Za-z0-9-]+)\\s*(?::\\s*(.*))?", Pattern.DOTALL);

  private SemanticRules() {}

  private record Keep(SessionId session, String words) {}

  private static Optional<Keep> keep(GateDecision decision) {
    if (!(decision instanceof GateDecision.Answered(List<String> answers))) {
      return Optional.empty();
    }
    Matcher matcher = KEEP.matcher(String.join("\n", answers).strip());
    if (!matcher.matches() || !SessionId.isValid(matcher.group(1))) {
      return Optional.empty();
    }
    String words = matcher.group(2) == null ? "" : matcher.group(2).strip();
    return Optional.of(new Keep(new SessionId(matcher.group(1)), words));
  }

  /** Why the gate does not take that decision. */
  static Optional<String> misfit(Deciding deciding, Gate gate, GateDecision decision) {
    List<SessionId> going =
        gate.sessions().stream().filter(id -> !deciding.session(id).isOver()).toList();
    return keep(decision)
        .filter(keep -> !going.contains(keep.session()))
        .map(keep -> "expected one of %s to keep, found %s".formatted(going, keep.session()));
  }

  static void decided(Deciding deciding, Gate gate, Input.Decide decide) {
    Optional<Keep> keep = keep(decide.decision());
    for (SessionId id : gate.sessions()) {
      if (keep.isPresent() && !keep.get().session().equals(id)) {
        String chosen =
            "%s chose %s".formatted(decide.who(), named(deciding, keep.get().session()));
        SessionRules.abandon(deciding, id, GateRules.reason(chosen, keep.get().words()));
      } else if (decide.decision() instanceof GateDecision.Rejected(String why)) {
        SessionRules.abandon(
            deciding, id, GateRules.reason(decide.who() + " rejected its approach", why));
      } else if (OverlapRules.isAbout(deciding, gate) && !isAdvice(decide.decision(), keep)) {
        OverlapRules.goOn(deciding, id);
      } else {
        String words = keep.map(Keep::words).orElseGet(() -> GateRules.words(decide.decision()));
        HaltRules.resume(deciding, id, AgentText.semantic(gate, words));
      }
    }
  }

  /** Whether it is said to the agents, and no choice among the works as they are. */
  private static boolean isAdvice(GateDecision decision, Optional<Keep> keep) {
    return keep.isEmpty() && !(decision instanceof GateDecision.Approved);
  }

  private static String named(Deciding deciding, SessionId id) {
    Session session = deciding.session(id);
    return "%s (%s)".formatted(id, session.spec().issue());
  }
}
