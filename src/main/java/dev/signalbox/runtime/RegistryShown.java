package dev.signalbox.runtime;

import dev.signalbox.engine.Drift;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.registry.RegistryRow;
import dev.signalbox.registry.SessionRegistry;
import dev.signalbox.registry.SessionStatus;
import dev.signalbox.registry.SessionSummary;
import java.util.ArrayList;
import java.util.List;

/** A run as the plan file shows it (mission section 6). */
final class RegistryShown {
  private RegistryShown() {}

  static SessionRegistry of(RunState state, RunSpec spec) {
    List<RegistryRow> rows = new ArrayList<>();
    List<SessionSummary> summaries = new ArrayList<>();
    for (Session session : state.sessions().values()) {
      rows.add(row(session, spec));
      session
          .known()
          .summary()
          .ifPresent(text ->
              summaries.add(
                  new SessionSummary(
                      session.id(), session.spec().issue(), withDrift(text, session.drift()))));
    }
    return new SessionRegistry(rows, summaries);
  }

  private static String withDrift(String summary, Drift drift) {
    return drift.count() == 0 ? summary : summary.stripTrailing() + "\n\n" + drift.text();
  }

  private static RegistryRow row(Session session, RunSpec spec) {
    String file = spec.source().file();
    return new RegistryRow(
        session.known().agentName().orElse(session.spec().handling().name()),
        session.spec().issue(),
        session.spec().phase(),
        session.spec().handling().agent(),
        session.spec().handling().branch(),
        file.substring(file.lastIndexOf('/') + 1),
        status(session.state()));
  }

  private static SessionStatus status(SessionState state) {
    return switch (state) {
      case SessionState.Planned _ -> new SessionStatus.Planned();
      case SessionState.Claimed _,
          SessionState.Preparing _,
          SessionState.Live _,
          SessionState.BackingOff _ ->
          new SessionStatus.Active();
      case SessionState.InReview _, SessionState.MergeReady _ -> new SessionStatus.InReview();
      case SessionState.Merged _ -> new SessionStatus.Done();
      case SessionState.Halted _ -> new SessionStatus.Halted();
      case SessionState.Abandoned _ -> new SessionStatus.Abandoned();
      case SessionState.Failed failed -> new SessionStatus.Failed(failed.reason());
    };
  }
}
