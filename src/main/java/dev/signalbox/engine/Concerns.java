package dev.signalbox.engine;

import dev.signalbox.feedback.Concern;
import java.util.List;
import java.util.Optional;

/** The sessions of a run as feedback can be about them. */
public final class Concerns {
  private Concerns() {}

  /** Every session of the run, in its order. */
  public static List<Concern> of(RunState run) {
    return run.sessions().values().stream().map(Concerns::of).toList();
  }

  static List<Concern> of(RunDraft run) {
    return run.sessions().stream().map(Concerns::of).toList();
  }

  private static Concern of(Session session) {
    Optional<PullRequestShown> shown = session.trace().pullRequest();
    Optional<String> tip =
        switch (session.state()) {
          case SessionState.InReview review -> Optional.of(review.tip());
          case SessionState.MergeReady ready -> Optional.of(ready.tip());
          case SessionState _ -> shown.map(PullRequestShown::tip);
        };
    return new Concern(
        session.id(),
        session.spec().issue(),
        session.spec().handling().agent(),
        Optional.of(shown.map(PullRequestShown::branch).orElse(session.spec().handling().branch())),
        shown.map(PullRequestShown::number),
        tip,
        session.isOver());
  }
}
