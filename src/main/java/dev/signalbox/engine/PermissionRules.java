package dev.signalbox.engine;

import dev.signalbox.approval.GateKind;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.session.Access;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/** What follows when an agent asks to use a tool: an answer by policy, or a person's gate. */
final class PermissionRules {

  private PermissionRules() {}

  static void ask(Deciding deciding, Session session, Question.Permission asked) {
    SessionId id = session.id();
    List<String> outside = ScopeRules.outside(session, asked.access());
    if (isPlanning(session) && asked.access().kind() != Access.Kind.READS) {
      ScopeRules.see(deciding, id, DriftKind.DENIED, outside);
      deciding.say(id, new AgentMessage.Deny(asked.id(), AgentText.PLAN_FIRST));
      return;
    }
    if (outside.isEmpty() && isAllowed(session, asked.access())) {
      deciding.say(id, new AgentMessage.Allow(asked.id()));
    } else if (!outside.isEmpty() && session.spec().scope().policy() == ScopePolicy.ENFORCE) {
      ScopeRules.see(deciding, id, DriftKind.DENIED, outside);
      deciding.say(
          id, new AgentMessage.Deny(asked.id(), DriftText.denial(session.spec().scope(), outside)));
    } else {
      ScopeRules.see(deciding, id, DriftKind.TOOL, outside);
      gate(deciding, session, asked, outside);
    }
  }

  /**
   * Whether the session has to show a plan first. One that goes on after its plan was approved has
   * not to show it again.
   */
  static boolean isPlanning(Session session) {
    return session.spec().handling().launch() == LaunchMode.PLAN
        && !session.tally().marks().isPlanApproved();
  }

  /**
   * Whether nobody has to be asked, since the agent only asks for the sake of its scope. A change
   * of files that are not named may be one of any file. While the session is halted nothing is
   * allowed: its agent was interrupted and asks no more when it hears of it.
   */
  private static boolean isAllowed(Session session, Access access) {
    boolean isUnknown = access.kind() == Access.Kind.CHANGES && access.paths().isEmpty();
    return session.spec().isGuarded()
        && !isUnknown
        && !(session.state() instanceof SessionState.Halted);
  }

  private static void gate(
      Deciding deciding, Session session, Question.Permission asked, List<String> outside) {
    String title = session.id() + " asks to use " + asked.tool();
    boolean isInside = outside.isEmpty();
    deciding.openGate(
        GateKind.PERMISSION,
        List.of(session.id()),
        isInside ? title : title + " outside of its scope: " + DriftText.brief(outside),
        isInside
            ? asked.input()
            : DriftText.permission(session.drift().scope(), outside) + asked.input(),
        Optional.of(asked));
  }

  /** A person decided about a tool. */
  static void decided(
      Deciding deciding, SessionId id, Question.Permission asked, boolean isApproved) {
    List<String> outside = ScopeRules.outside(deciding.session(id), asked.access());
    ScopeRules.see(deciding, id, isApproved ? DriftKind.ALLOWED : DriftKind.DENIED, outside);
  }
}
