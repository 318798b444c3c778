package dev.signalbox.runtime;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.SessionScope;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.session.Access;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What has to hold of changes outside of scopes; knows the simulated plans' patterns by heart. */
final class SimulatedDrift {
  private final List<SessionSpec> added = new ArrayList<>();
  private RunSpec spec;
  private final Function<SessionId, SortedSet<String>> changed;
  private final Map<String, Access> asked = new HashMap<>();
  private final Set<String> recorded = new HashSet<>();
  private final Set<String> allowed = new HashSet<>();

  SimulatedDrift(RunSpec spec, Function<SessionId, SortedSet<String>> changed) {
    this.spec = spec;
    this.changed = changed;
  }

  void asked(SessionId id, Question question) {
    if (question instanceof Question.Permission permission) {
      asked.put(id + question.id(), permission.access());
    }
  }

  void see(Fact fact) {
    if (fact instanceof Fact.DriftSeen seen) {
      seen.paths().forEach(path -> recorded.add(seen.session() + path));
    } else if (fact instanceof Fact.TableRevised revised) {
      spec = revised.spec();
    } else if (fact instanceof Fact.SessionAdded joining) {
      added.add(joining.spec());
    }
  }

  void decided(Gate gate, GateDecision decision) {
    if (decision instanceof GateDecision.Rejected) {
      return;
    }
    for (SessionId id : gate.sessions()) {
      if (gate.question().orElse(null) instanceof Question.Permission permission) {
        permission.access().paths().forEach(path -> allowed.add(id + path));
      } else if (gate.kind() == GateKind.MERGE) {
        changed.apply(id).forEach(path -> allowed.add(id + path));
      }
    }
  }

  /** Whether nobody has to be asked. */
  boolean mayAllow(SessionId id, String question) {
    SessionSpec session = session(id);
    boolean isAskedForScope =
        session.scope().policy() != ScopePolicy.RECORD
            && session.handling().launch() != LaunchMode.ASK;
    Access access = asked.getOrDefault(id + question, Access.UNKNOWN);
    boolean isInside = access.paths().stream().allMatch(path -> isInside(session.scope(), path));
    return isAskedForScope
        && (access.kind() != Access.Kind.CHANGES || (isInside && !access.paths().isEmpty()));
  }

  /** The session's work may land. */
  void merge(SessionId id) {
    SessionScope scope = session(id).scope();
    for (String path : changed.apply(id)) {
      if (isInside(scope, path)) {
        continue;
      }
      if (!recorded.contains(id + path)) {
        throw new AssertionError(id + " merges and its drift is not recorded: " + path);
      }
      boolean isLeft = scope.policy() == ScopePolicy.RECORD && !scope.protect().contains(path);
      if (!isLeft && !allowed.contains(id + path)) {
        throw new AssertionError(id + " merges and nobody allowed " + path);
      }
    }
  }

  private static boolean isInside(SessionScope scope, String path) {
    boolean isTouched = scope.touches().equals(List.of("**")) || path.startsWith("src/");
    return !path.startsWith("/") && isTouched && !scope.protect().contains(path);
  }

  private SessionSpec session(SessionId id) {
    return Stream.concat(spec.sessions().stream(), added.stream())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
