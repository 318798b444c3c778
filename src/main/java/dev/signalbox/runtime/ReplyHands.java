package dev.signalbox.runtime;

import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.Reply;
import dev.signalbox.engine.Reply.Manner;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import java.util.Optional;

/** Says on the forge what became of a remark, and closes the thread of one that was addressed. */
final class ReplyHands {
  private final Ports.Services services;

  ReplyHands(Ports.Services services) {
    this.services = services;
  }

  Input say(RunState run, Effect.SayBack it) {
    Feedback feedback = Optional.ofNullable(run.feedback().get(it.number())).orElseThrow();
    RunSpec spec = run.spec().orElseThrow();
    Reply.To to = it.to();
    Strays strays = services.strays().orElseThrow();
    String key = ReplyText.key(spec, feedback, to);
    String body = ReplyText.of(run, feedback, to);
    boolean isInThread = to.isOnLine() && to.manner() != Manner.SUMMARY;
    Outcome<Nothing> said =
        isInThread
            ? strays.answer(to.pullRequest(), to.remark(), key, body)
            : strays.say(to.pullRequest(), key, body);
    Outcome<Nothing> done =
        isInThread && to.manner() == Manner.ADDRESSED
            ? said.then(_ -> strays.resolve(to.pullRequest(), to.remark()))
            : said;
    return switch (done) {
      case Outcome.Done<Nothing> _ -> answered(it, Optional.empty(), false);
      case Outcome.Failed<Nothing>(Failure failure) ->
          answered(it, Optional.of(failure.reason()), failure.kind().mayPass());
    };
  }

  static Input answered(Effect.SayBack it, Optional<String> failure, boolean mayPass) {
    return new Input.ReplyAnswered(it.cause(), it.number(), failure, mayPass);
  }
}
