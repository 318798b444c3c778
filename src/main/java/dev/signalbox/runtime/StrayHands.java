package dev.signalbox.runtime;

import dev.signalbox.engine.Deed;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.feedback.QuickFix;
import dev.signalbox.feedback.QuickFix.Verdict;
import dev.signalbox.feedback.StrayLook;
import dev.signalbox.forge.Merging;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.TrackerMarkdown;
import java.util.function.Consumer;

/** Does on the forge what is to be done about pull requests of nobody's session. */
final class StrayHands {
  private final Ports.Services services;
  private final Consumer<Input> results;

  StrayHands(Ports.Services services, Consumer<Input> results) {
    this.services = services;
    this.results = results;
  }

  void act(RunState run, Effect.Act it) {
    Strays strays = services.strays().orElseThrow();
    Feedback feedback = run.feedback().get(it.number());
    RunSpec spec = run.spec().orElseThrow();
    if (feedback == null) {
      throw new IllegalStateException("expected feedback " + it.number() + ", found none");
    }
    Outcome<Deed.Result> done =
        switch (it.deed()) {
          case Deed.AskReview(int number, int _) ->
              strays.askReview(number).map(look -> new Deed.Result.Asked(look.look().head()));
          case Deed.Merge merge -> merge(strays, spec, feedback, merge);
          case Deed.Compare compare ->
              strays
                  .approach(compare.own())
                  .then(own ->
                      strays
                          .approach(compare.pullRequest())
                          .map(other -> new Deed.Result.Compared(own, other)));
          case Deed.PassOn pass ->
              strays
                  .say(
                      pass.pullRequest(),
                      DesignText.key(spec, feedback),
                      DesignText.of(pass, feedback))
                  .map(_ -> new Deed.Result.PassedOn());
          case Deed.Close close ->
              strays
                  .close(close.pullRequest(), explanation(close))
                  .map(_ -> new Deed.Result.Closed());
        };
    results.accept(
        new Input.DeedAnswered(
            it.cause(),
            it.number(),
            switch (done) {
              case Outcome.Done<Deed.Result>(Deed.Result result) -> result;
              case Outcome.Failed<Deed.Result>(Failure failure) ->
                  new Deed.Result.Failed(failure.reason(), failure.kind().mayPass());
            }));
  }

  /** Looks once more: what was said meanwhile counts. */
  private static Outcome<Deed.Result> merge(
      Strays strays, RunSpec spec, Feedback feedback, Deed.Merge merge) {
    String base = spec.target().base();
    QuickFix expected = new QuickFix(feedback.item().speaker(), base, merge.head());
    return strays
        .look(merge.pullRequest())
        .then(look ->
            isAsJudged(expected, look)
                ? strays
                    .merge(merge.pullRequest(), merge.head(), message(feedback, merge), base)
                    .map(StrayHands::result)
                : new Outcome.Done<>(new Deed.Result.Moved()));
  }

  /** One that is merged already may have been merged by us, before a kill. */
  private static boolean isAsJudged(QuickFix expected, StrayLook look) {
    return switch (expected.of(look, true)) {
      case Verdict.Ready _, Verdict.Merged _ -> true;
      case Verdict.Wait _, Verdict.Moved _, Verdict.Closed _, Verdict.Ask _ -> false;
    };
  }

  private static Deed.Result result(Merging merging) {
    return switch (merging) {
      case Merging.Merged(String commit) -> new Deed.Result.Merged(commit);
      case Merging.HeadMoved _ -> new Deed.Result.Moved();
      case Merging.Refused(String reason) -> new Deed.Result.Failed(reason, false);
    };
  }

  private static String explanation(Deed.Close close) {
    return "%s works on the same issue, and %s chose it. Thank you; this one is closed."
        .formatted(close.chosen(), TrackerMarkdown.quiet(close.who()));
  }

  private static String message(Feedback feedback, Deed.Merge merge) {
    return "Merge quick fix #%d: %s"
        .formatted(
            merge.pullRequest(), TrackerMarkdown.quiet(feedback.item().content().title()).strip());
  }
}
