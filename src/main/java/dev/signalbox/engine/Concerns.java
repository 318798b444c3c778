package dev.signalbox.engine;

import dev.signalbox.feedback.Concern;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sessions of a run as feedback can be about them. */
public final class Concerns {
  private Concerns() {}

  /** Every session of the run, in its order. */
  public static List<Concern> of(RunState run) {
    return run.sessions().values().stream().filter(Concerns::isWork).map(Concerns::of).toList();
  }

  static List<Concern> of(RunDraft run) {
    return run.sessions().stream().filter(Concerns::isWork).map(Concerns::of).toList();
  }

  /** A reviewer has the issue of what it reviews, and hears nothing about it. */
  private static boolean isWork(Session session) {
    return session.spec().work().purpose().needsIssue();
  }

  private static Concern of(Session session) {
    Optional<PullRequestShown> shown = session.trace().pullRequest();
    Optional<String> pushed = shown.map(PullRequestShown::tip);
    Stream<String> commits =
        switch (session.state()) {
          case SessionState.InReview review -> Stream.of(review.tip());
          case SessionState.MergeReady ready -> Stream.of(ready.tip());
          // What is deployed is the merge, and that is what production reports.
          case SessionState.Merged(Optional<String> merge) ->
              Stream.concat(pushed.stream(), merge.stream());
          case SessionState _ -> pushed.stream();
        };
    return new Concern(
        session.id(),
        session.spec().issue(),
        session.spec().handling().agent(),
        Optional.of(shown.map(PullRequestShown::branch).orElse(session.spec().handling().branch())),
        shown.map(PullRequestShown::number),
        commits.toList(),
        session.isOver());
  }
}
