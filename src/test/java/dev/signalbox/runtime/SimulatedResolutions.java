package dev.signalbox.runtime;

import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Recorded;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.WorkLook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has to hold of sessions that resolve conflicts: one at a time, and nothing of one that
 * changed more than it may takes the place of a work.
 */
final class SimulatedResolutions {
  /** What every simulated agent changes, and so what is resolved. */
  private static final Set<String> IN_CONFLICT = Set.of("src/a");

  private final Planted planted;
  private final Map<SessionId, SessionId> subjects = new HashMap<>();
  private final Map<SessionId, SessionId> open = new HashMap<>();
  private final Set<SessionId> strayed = new HashSet<>();

  SimulatedResolutions(Planted planted) {
    this.planted = planted;
  }

  /** Whose work a session's branch holds. */
  SessionId workOf(SessionId id) {
    return subjects.getOrDefault(id, id);
  }

  /** What looking at a branch tells besides. */
  WorkLook.Seen look(SessionId id, Set<String> changed, WorkLook.Seen seen) {
    boolean isStrayed = subjects.containsKey(id) && !IN_CONFLICT.containsAll(changed);
    if (isStrayed) {
      strayed.add(id);
    }
    boolean isTold = isStrayed && planted != Planted.RESOLVER_STRAYS;
    return subjects.containsKey(id)
        ? new WorkLook.Seen(
            seen.touched(), seen.contained(), isTold ? Optional.of("it strays") : Optional.empty())
        : seen;
  }

  void see(Recorded recorded) {
    switch (recorded.fact()) {
      case Fact.ResolutionBegun begun -> {
        if (!open.isEmpty()) {
          throw new AssertionError("two conflicts are resolved at once: " + begun + " and " + open);
        }
        open.put(begun.session(), begun.resolver());
        subjects.put(begun.resolver(), begun.session());
      }
      case Fact.ResolutionDropped dropped -> open.remove(dropped.session());
      case Fact.ConflictResolved done -> {
        SessionId resolver = open.remove(done.session());
        if (resolver == null || strayed.contains(resolver)) {
          throw new AssertionError(resolver + " resolves what it may not: " + done);
        }
      }
      case Fact _ -> {
        // No law is about it.
      }
    }
  }
}
