package dev.signalbox.engine;

import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.feedback.Designer;
import dev.signalbox.feedback.Destination;
import dev.signalbox.plan.MergeMode;
import java.util.Optional;

/**
 * What people say about a design goes to the agent of the design loop, where a person chose one
 * (mission section 7); what that does comes back as feedback of its own.
 */
final class DesignRules {
  private DesignRules() {}

  static void came(Deciding deciding, Feedback feedback, Optional<Designer> designer) {
    Optional<Integer> about = pullRequest(deciding, feedback);
    boolean isReached =
        deciding.spec().target().merge() == MergeMode.PULL_REQUEST
            && !deciding.run().course().isCancelled();
    if (designer.isPresent() && about.isPresent() && isReached) {
      Designer agent = designer.get();
      deciding.emit(
          new Fact.DeedBegun(
              feedback.number(), new Deed.PassOn(about.get(), agent.id(), agent.mention())));
    } else {
      FeedbackRules.ask(deciding, feedback, "It is about the design.");
    }
  }

  /** That of the session that it is about; nobody is called to the work of others. */
  private static Optional<Integer> pullRequest(Deciding deciding, Feedback feedback) {
    return feedback.destination() instanceof Destination.DesignLoop(var session)
        ? session
            .flatMap(id -> deciding.session(id).trace().pullRequest())
            .map(PullRequestShown::number)
        : Optional.empty();
  }

  static void passedOn(Deciding deciding, Feedback feedback, Deed.PassOn deed) {
    FeedbackRules.settle(
        deciding,
        feedback,
        Fate.PASSED_ON,
        deed.agent().value(),
        "called on pull request " + deed.pullRequest());
  }
}
