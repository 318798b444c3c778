package dev.signalbox.engine;

import dev.signalbox.limit.Limits;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.session.Access;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Changes outside of a session's scope, as facts: each file is told once for each thing known. */
final class ScopeRules {
  private ScopeRules() {}

  /**
   * A tool changes a file. Before its plan is approved an agent may write one file without asking:
   * that plan, in a folder of its own.
   */
  static void changed(Deciding deciding, Session session, String path) {
    boolean isPlan = PermissionRules.isPlanning(session) && path.startsWith("/");
    if (!isPlan) {
      see(deciding, session.id(), DriftKind.TOOL, List.of(path));
    }
  }

  /** Git shows changes. */
  static void found(Deciding deciding, SessionId id, List<String> paths) {
    see(deciding, id, DriftKind.GIT, paths);
  }

  /** The files outside of the scope that a tool would change. */
  static List<String> outside(Session session, Access access) {
    return access.kind() == Access.Kind.CHANGES
        ? access.paths().stream().filter(path -> !session.drift().scope().holds(path)).toList()
        : List.of();
  }

  /** A person merges what the session's branch holds outside of its scope. */
  static void mergeAllowed(Deciding deciding, SessionId id) {
    see(deciding, id, DriftKind.ALLOWED, deciding.session(id).drift().landing());
  }

  /** Whether a change that landed in a branch is recorded, and no person has to see it. */
  static boolean isLeftToRecords(PathScope scope, String path) {
    return scope.holds(path)
        || (scope.scope().policy() == ScopePolicy.RECORD && !scope.protects(path));
  }

  /** Records what of {@code paths} is outside of the scope and not known in this way. */
  static void see(Deciding deciding, SessionId id, DriftKind kind, List<String> paths) {
    Drift drift = deciding.session(id).drift();
    List<String> named = new ArrayList<>();
    int room = Limits.DRIFT_PATHS_MAX - drift.seen().size();
    int further = 0;
    for (String told : new LinkedHashSet<>(paths)) {
      if (drift.scope().holds(told)) {
        continue;
      }
      String path = bounded(told);
      DriftKind known = drift.seen().get(path);
      if (known != null) {
        if (kind.isNewsAfter(known)) {
          named.add(path);
        }
      } else if (room > 0) {
        named.add(path);
        room--;
      } else {
        further++;
      }
    }
    int more = more(drift.more(), kind, further);
    if (!named.isEmpty() || more != drift.more()) {
      deciding.emit(new Fact.DriftSeen(id, kind, named, more));
    }
  }

  /** Git shows all of them each time; a decision is about files that were counted before. */
  private static int more(int before, DriftKind kind, int further) {
    return switch (kind) {
      case TOOL -> before + further;
      case GIT -> Math.max(before, further);
      case ALLOWED, DENIED -> before;
    };
  }

  private static String bounded(String path) {
    return path.length() <= Limits.DRIFT_PATH_CHARS_MAX
        ? path
        : path.substring(0, Limits.DRIFT_PATH_CHARS_MAX);
  }
}
