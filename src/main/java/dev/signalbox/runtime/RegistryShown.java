package dev.signalbox.runtime;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.Settled;
import dev.signalbox.engine.Drift;
import dev.signalbox.engine.Purpose;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.registry.ConflictReport;
import dev.signalbox.registry.DecisionRecord;
import dev.signalbox.registry.RegistryRow;
import dev.signalbox.registry.SessionRegistry;
import dev.signalbox.registry.SessionStatus;
import dev.signalbox.registry.SessionSummary;
import dev.signalbox.review.FixForward;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run as the plan file shows it (mission section 6). */
final class RegistryShown {
  private RegistryShown() {}

  static SessionRegistry of(RunState state, RunSpec spec) {
    List<RegistryRow> rows = new ArrayList<>();
    List<SessionSummary> summaries = new ArrayList<>();
    for (Session session : state.sessions().values()) {
      rows.add(row(session, spec));
      // What reviewers hand in is shown as what became of their findings.
      session
          .known()
          .summary()
          .filter(_ -> session.spec().work().purpose() != Purpose.REVIEW)
          .ifPresent(text ->
              summaries.add(
                  new SessionSummary(
                      session.id(),
                      session.spec().issue(),
                      withDrift(text, session.drift()) + findings(state, session),
                      ExitShown.of(state, spec, session))));
    }
    return new SessionRegistry(
        rows,
        summaries,
        conflicts(state),
        records(state),
        spec.source().masterIssue().map(master -> new SessionRegistry.Home(spec.run(), master)));
  }

  /** The gates at which sessions disagree, open and decided, by number. */
  private static List<ConflictReport> conflicts(RunState state) {
    List<ConflictReport> conflicts = new ArrayList<>();
    for (Gate gate : state.gates().values()) {
      if (isConflict(gate.kind())) {
        conflicts.add(
            new ConflictReport(
                gate.number(), gate.title(), gate.shown(), gate.sessions(), Optional.empty()));
      }
    }
    state
        .settled()
        .forEach((number, settled) -> {
          if (isConflict(settled.kind())) {
            conflicts.add(
                new ConflictReport(number, "", "", List.of(), Optional.of(decision(settled))));
          }
        });
    conflicts.sort(Comparator.comparingLong(ConflictReport::gate));
    return conflicts;
  }

  private static boolean isConflict(GateKind kind) {
    return kind == GateKind.CONFLICT || kind == GateKind.SEMANTIC;
  }

  private static String decision(Settled settled) {
    return settled.who() + ": " + settled.kind().inWords(settled.decision());
  }

  private static String withDrift(String summary, Drift drift) {
    return drift.count() == 0 ? summary : summary.stripTrailing() + "\n\n" + drift.text();
  }

  /** What became of the findings of its reviews, at its milestones and before its merge. */
  private static String findings(RunState state, Session session) {
    return state.reviews().values().stream()
        .filter(review -> review.subject().equals(Optional.of(session.id())))
        .filter(review -> !review.record().rows().isEmpty())
        .map(review ->
            (review.isInside()
                    ? "\n\nFindings at its milestones\n\n"
                    : "\n\nFindings of its review\n\n")
                + String.join(
                    "\n", FixForward.lines(review.record(), row -> state.isMended(review, row))))
        .collect(Collectors.joining());
  }

  /** What reviewers found in the plan; of a session's work it stands in its summary. */
  private static List<DecisionRecord> records(RunState state) {
    return state.reviews().values().stream()
        .filter(review -> review.subject().isEmpty() && review.record().round() > 0)
        .map(review ->
            new DecisionRecord("review-plan", "Review of the plan", state.recordOf(review)))
        .toList();
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
      case SessionState.Abandoned abandoned -> new SessionStatus.Abandoned(abandoned.reason());
      case SessionState.Failed failed -> new SessionStatus.Failed(failed.reason());
    };
  }
}
