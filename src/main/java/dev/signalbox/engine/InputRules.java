package dev.signalbox.engine;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.plan.Usd;
import java.util.List;
import java.util.Optional;

/** What follows directly from an input. */
final class InputRules {
  private InputRules() {}

  static Answer react(Deciding deciding, Input input) {
    if (input instanceof Input.OpenRun open) {
      return open(deciding, open);
    }
    if (deciding.run().spec().isEmpty()) {
      return new Answer.Refused("no run is open");
    }
    if (deciding.run().course().isClosed()) {
      return new Answer.Refused("the run is over");
    }
    return switch (input) {
      case Input.OpenRun _ -> new Answer.Taken();
      case Input.Tick tick -> quietly(() -> TickRules.tick(deciding, tick.vitals()));
      case Input.Decide decide -> GateRules.decide(deciding, decide);
      case Input.Revise revise -> TableRules.revise(deciding, revise);
      case Input.CancelRun cancel -> cancel(deciding, cancel);
      case Input.FeedbackCame came -> quietly(() -> FeedbackRules.came(deciding, came));
      case Input.ReportAnswered answered -> quietly(() -> FeedbackRules.filed(deciding, answered));
      case Input.DeedAnswered answered -> quietly(() -> StrayRules.answered(deciding, answered));
      case Input.ReplyAnswered answered -> quietly(() -> ReplyRules.answered(deciding, answered));
      case Input.StraySeen seen -> quietly(() -> StrayRules.seen(deciding, seen));
      case Input.RegistryAnswered answered -> quietly(() -> registry(deciding, answered));
      case Input.OfSession ofSession -> SessionRules.react(deciding, ofSession);
    };
  }

  private static Answer quietly(Runnable rule) {
    rule.run();
    return new Answer.Taken();
  }

  private static Answer open(Deciding deciding, Input.OpenRun open) {
    if (deciding.run().spec().isPresent()) {
      return new Answer.TakenBefore();
    }
    RunSpec spec = open.spec();
    deciding.emit(new Fact.RunOpened(spec, open.who()));
    long table = deciding.run().sequence() + 1;
    TableRules.ask(deciding, spec);
    if (open.approved()) {
      String hash = deciding.run().gate(table).orElseThrow().hash();
      deciding.emit(new Fact.GateDecided(table, hash, new GateDecision.Approved(), open.who()));
    }
    askForSpec(deciding, spec);
    askForMoney(deciding, spec);
    askForCommands(deciding, spec.target());
    return new Answer.Taken();
  }

  /** Gate 1 is nobody's but a person's, also where the table was approved in advance. */
  static void askForSpec(Deciding deciding, RunSpec spec) {
    if (spec.lineup().review().filter(ReviewPlan::isBeforeDispatch).isPresent()) {
      deciding.openGate(
          GateKind.SPEC, List.of(), "Gate 1: is the plan right as it stands?", spec.told());
    }
  }

  private static void askForMoney(Deciding deciding, RunSpec spec) {
    Optional<Usd> checkpoint = spec.bounds().costCheckpoint();
    if (checkpoint.isPresent() && spec.estimate().isMoreThan(checkpoint.get())) {
      deciding.openGate(
          GateKind.COST,
          List.of(),
          "Spend about " + spec.estimate() + "?",
          "The plan's estimates add up to %s; its cost checkpoint is %s."
              .formatted(spec.estimate(), checkpoint.get()));
    }
  }

  private static void askForCommands(Deciding deciding, RunSpec.Target target) {
    if (target.areCommandsNew()) {
      String prepare = target.prepare().map(command -> "prepare: " + command + "\n").orElse("");
      String verify = target.verify().map(command -> "verify: " + command + "\n").orElse("");
      deciding.openGate(GateKind.COMMANDS, List.of(), "Run the plan's commands?", prepare + verify);
    }
  }

  private static Answer cancel(Deciding deciding, Input.CancelRun cancel) {
    if (deciding.run().course().isCancelled()) {
      return new Answer.TakenBefore();
    }
    deciding.emit(new Fact.RunCancelled(cancel.who(), cancel.why()));
    return new Answer.Taken();
  }

  private static void registry(Deciding deciding, Input.RegistryAnswered answered) {
    if (answered.cause() > deciding.run().registry().written()) {
      deciding.emit(new Fact.RegistryWritten(answered.cause(), answered.refusal()));
    }
  }
}
