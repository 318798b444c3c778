package dev.signalbox.engine;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.SessionState.MergeStep;
import dev.signalbox.engine.SessionState.ReviewStep;
import dev.signalbox.forge.PullRequestLook.Checked;
import dev.signalbox.forge.PullRequestLook.Standing;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.session.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a session's work is shown on the forge, and when nothing there stands against merging. */
final class PullRequestRules {
  private PullRequestRules() {}

  /** The work was taken in; without any there is nothing to show. */
  static void takenIn(Deciding deciding, SessionId id, String tip) {
    if (isShown(deciding, deciding.session(id), tip)) {
      deciding.emit(new Fact.PullRequestBegun(id));
    }
  }

  private static boolean isShown(Deciding deciding, Session session, String tip) {
    return deciding.spec().target().merge() == MergeMode.PULL_REQUEST
        && !session.known().start().equals(Optional.of(tip));
  }

  static void opened(Deciding deciding, Session session, Input.PullRequestOpened opened) {
    if (session.state() instanceof SessionState.InReview(String tip, ReviewStep.Opening _)
        && tip.equals(opened.tip())) {
      deciding.emit(
          new Fact.PullRequestOpened(
              session.id(), opened.number(), opened.url(), opened.branch(), opened.tip()));
    }
  }

  static void seen(Deciding deciding, Input.PullRequestSeen seen) {
    Session session = deciding.session(seen.session());
    Optional<PullRequestShown> shown = session.trace().pullRequest();
    if (shown.isEmpty() || shown.get().look().equals(Optional.of(seen.look()))) {
      return;
    }
    String tip =
        switch (session.state()) {
          case SessionState.InReview(String reviewed, ReviewStep.Open _) -> reviewed;
          case SessionState.MergeReady(String ready, MergeStep.Waiting _) -> ready;
          case SessionState _ -> "";
        };
    if (!tip.equals(shown.get().tip())) {
      // It is being worked on, merged or decided about: what was seen is old by then.
      return;
    }
    deciding.emit(new Fact.PullRequestSeen(session.id(), seen.look()));
    switch (seen.look().standing()) {
      case MERGED -> {
        if (session.state() instanceof SessionState.InReview) {
          deciding.withdrawGates(session.id(), "it was merged on the forge", _ -> true);
          deciding.emit(new Fact.ReviewPassed(session.id(), "merged on the forge"));
        }
      }
      case CLOSED ->
          block(deciding, session.id(), "its pull request " + shown.get().url() + " was closed");
      case OPEN -> {
        if (!seen.look().head().equals(tip)) {
          block(
              deciding,
              session.id(),
              "its pull request %s holds commits that are not the session's: expected %s, found %s"
                  .formatted(shown.get().url(), tip, seen.look().head()));
        }
      }
    }
  }

  /** A person decides how the pull request goes on. */
  static void block(Deciding deciding, SessionId id, String reason) {
    deciding.withdrawGates(id, reason, gate -> gate.kind() == GateKind.MERGE);
    deciding.emit(new Fact.PullRequestBlocked(id, reason));
    deciding.openGate(GateKind.LANDING, List.of(id), id + " waits for its pull request", reason);
  }

  /** Tries again what waits for a person: to show the work, or to merge it. */
  static void again(Deciding deciding, SessionId id) {
    if (deciding.session(id).state() instanceof SessionState.InReview) {
      deciding.emit(new Fact.PullRequestBegun(id));
    } else {
      deciding.emit(new Fact.MergeBegun(id));
    }
  }

  /** Whether nothing on the forge stands against merging that commit. */
  static boolean isReady(Deciding deciding, Session session, String tip) {
    return !isShown(deciding, session, tip)
        || session
            .trace()
            .pullRequest()
            .filter(shown -> shown.tip().equals(tip))
            .filter(shown -> isReady(deciding, shown))
            .isPresent();
  }

  private static boolean isReady(Deciding deciding, PullRequestShown shown) {
    return shown
        .look()
        .filter(look -> look.standing() == Standing.OPEN && look.head().equals(shown.tip()))
        .filter(look -> !look.isChangeRequested())
        .filter(look ->
            look.checked() == Checked.PASSED
                || (look.checked() == Checked.NONE && isLongThere(deciding, shown)))
        .isPresent();
  }

  /** Checks appear some time after a push; later there are none. */
  private static boolean isLongThere(Deciding deciding, PullRequestShown shown) {
    return Duration.between(shown.since(), deciding.at()).compareTo(Limits.CHECKS_APPEAR_LIMIT)
        >= 0;
  }
}
