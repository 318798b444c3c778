package dev.signalbox.runtime;

import dev.signalbox.engine.AwaitedReviewer;
import dev.signalbox.engine.Awaiting;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.PullRequestShown;
import dev.signalbox.engine.Review;
import dev.signalbox.engine.RunState;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import java.util.List;
import java.util.Optional;

/** Asks reviewers elsewhere on a session's pull request, once for each round. */
final class AskHands {
  private final Ports.Services services;

  AskHands(Ports.Services services) {
    this.services = services;
  }

  Input ask(RunState run, Effect.AskReviewers it) {
    Review review = Optional.ofNullable(run.reviews().get(it.review())).orElseThrow();
    PullRequestShown shown =
        run.find(it.session()).flatMap(session -> session.trace().pullRequest()).orElseThrow();
    Awaiting awaiting = review.round().awaiting().orElseThrow();
    List<AwaitedReviewer> asked = review.callers(run.spec().orElseThrow());
    String key = "review/" + run.spec().orElseThrow().run() + "/" + awaiting.number();
    Outcome<Nothing> said =
        services
            .strays()
            .orElseThrow()
            .say(shown.number(), key, AskText.of(asked, review.round().tip()));
    return switch (said) {
      case Outcome.Done<Nothing> _ -> answered(it, Optional.empty(), false);
      case Outcome.Failed<Nothing>(Failure failure) ->
          answered(it, Optional.of(failure.reason()), failure.kind().mayPass());
    };
  }

  static Input answered(Effect.AskReviewers it, Optional<String> failure, boolean mayPass) {
    return new Input.AskAnswered(it.cause(), it.session(), failure, mayPass);
  }
}
