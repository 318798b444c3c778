package dev.signalbox.engine;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.Settled;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a person's decision leads to. */
final class GateRules {
  private GateRules() {}

  static Answer decide(Deciding deciding, Input.Decide decide) {
    Optional<Settled> settled = deciding.run().settled(decide.gate());
    if (settled.isPresent()) {
      return again(settled.get(), decide);
    }
    Optional<Gate> found = deciding.run().gate(decide.gate());
    if (found.isEmpty() && TableRules.isRevised(deciding, decide.gate())) {
      return TableRules.changed(deciding);
    }
    if (found.isEmpty()) {
      return new Answer.Refused("expected an open gate, found none with number " + decide.gate());
    }
    Gate gate = found.get();
    if (!gate.hash().equals(decide.hash())) {
      return new Answer.Changed(gate.id().toString());
    }
    Optional<String> misfit =
        ClaimRules.obstacle(deciding, gate)
            .or(() -> OverlapRules.obstacle(deciding, gate))
            .or(() -> misfit(deciding, gate, decide.decision()));
    if (misfit.isPresent()) {
      return new Answer.Refused(misfit.get());
    }
    deciding.emit(
        new Fact.GateDecided(decide.gate(), decide.hash(), decide.decision(), decide.who()));
    follow(deciding, gate, decide);
    return new Answer.Taken();
  }

  private static Answer again(Settled settled, Input.Decide decide) {
    boolean isSame =
        settled.hash().equals(decide.hash()) && settled.decision().equals(decide.decision());
    return isSame ? new Answer.TakenBefore() : new Answer.DecidedBefore(settled);
  }

  /** Why the gate does not take that decision. */
  private static Optional<String> misfit(Deciding deciding, Gate gate, GateDecision decision) {
    if (gate.kind() == GateKind.REVIEW) {
      return ReviewRules.misfit(deciding, gate.sessions(), decision);
    }
    if (gate.kind() == GateKind.MILESTONE) {
      return MilestoneRules.misfit(deciding, gate, decision);
    }
    if (gate.kind() == GateKind.CONFLICT) {
      return ResolveRules.misfit(deciding, gate, decision);
    }
    if (gate.kind() == GateKind.RECOMMENDATION) {
      return RecommendationRules.misfit(deciding, gate, decision);
    }
    if (gate.kind() == GateKind.SEMANTIC) {
      return SemanticRules.misfit(deciding, gate, decision);
    }
    if (gate.question().orElse(null) instanceof Question.Inquiry inquiry) {
      return InquiryRules.misfit(deciding, gate, inquiry, decision);
    }
    if (!(decision instanceof GateDecision.Answered(List<String> answers))) {
      return Optional.empty();
    }
    if (gate.question().orElse(null) instanceof Question.Choice choice) {
      return answers.size() == choice.items().size()
          ? Optional.empty()
          : Optional.of(
              "expected %d answers, one per question, found %d"
                  .formatted(choice.items().size(), answers.size()));
    }
    if (gate.kind() == GateKind.TRIAGE) {
      return FeedbackDelivery.misfit(deciding, answers);
    }
    return gate.kind().takesWords()
        ? Optional.empty()
        : Optional.of("expected approve or reject, found an answer in words");
  }

  private static void follow(Deciding deciding, Gate gate, Input.Decide decide) {
    boolean isApproved = decide.decision() instanceof GateDecision.Approved;
    switch (gate.kind()) {
      case TABLE, SPEC, COST, COMMANDS, SPEND -> {
        if (!isApproved) {
          cancel(deciding, gate, decide);
        } else if (gate.kind() == GateKind.SPEND) {
          gate.sessions().forEach(id -> HaltRules.resume(deciding, id, AgentText.GO_ON));
        }
      }
      case CHECKPOINT -> {
        if (isApproved) {
          deciding.emit(new Fact.BatchDispatched(deciding.run().course().batch() + 1));
        } else {
          cancel(deciding, gate, decide);
        }
      }
      case PLAN, PERMISSION, QUESTION -> answer(deciding, gate, decide.decision());
      case TRIAGE -> FeedbackDelivery.triaged(deciding, gate.number(), decide);
      case REVIEW -> ReviewRules.decided(deciding, gate.sessions(), decide);
      case MILESTONE -> MilestoneRules.decided(deciding, gate.sessions().getFirst(), decide);
      case RECOMMENDATION ->
          RecommendationRules.decided(deciding, gate.sessions().getFirst(), decide);
      case SEMANTIC -> SemanticRules.decided(deciding, gate, decide);
      case COMPARE -> CompareRules.decided(deciding, gate.number(), decide);
      case ESTIMATE,
          TURN,
          EXIT,
          FAILURE,
          CONFLICT,
          MERGE,
          LANDING,
          TAKEOVER,
          FINDING,
          TRACKER,
          CLAIM ->
          gate.sessions().forEach(id -> ofSession(deciding, gate, id, decide));
    }
  }

  private static void cancel(Deciding deciding, Gate gate, Input.Decide decide) {
    String why = words(decide.decision());
    deciding.emit(
        new Fact.RunCancelled(decide.who(), why.isEmpty() ? "rejected: " + gate.title() : why));
  }

  /** What was said with a decision; empty for a plain approval. */
  static String words(GateDecision decision) {
    return switch (decision) {
      case GateDecision.Approved _ -> "";
      case GateDecision.Rejected(String why) -> why;
      case GateDecision.Answered(List<String> answers) -> String.join("\n", answers);
    };
  }

  private static void answer(Deciding deciding, Gate gate, GateDecision decision) {
    Question question =
        gate.question().orElseThrow(() -> new IllegalStateException("expected a question"));
    SessionId id = gate.sessions().getFirst();
    if (question instanceof Question.Permission asked) {
      PermissionRules.decided(deciding, id, asked, !(decision instanceof GateDecision.Rejected));
    }
    boolean isGuarded = deciding.session(id).spec().isGuarded();
    deciding.say(id, message(question, decision, isGuarded));
  }

  private static AgentMessage message(Question question, GateDecision decision, boolean isGuarded) {
    if (decision instanceof GateDecision.Rejected(String why)
        && !(question instanceof Question.Inquiry)) {
      return new AgentMessage.Deny(question.id(), why.isEmpty() ? "A person said no." : why);
    }
    return switch (question) {
      case Question.Permission _ -> new AgentMessage.Allow(question.id());
      case Question.PlanApproval _ -> new AgentMessage.ApprovePlan(question.id(), isGuarded);
      case Question.Choice choice ->
          new AgentMessage.Choose(
              question.id(),
              decision instanceof GateDecision.Answered(List<String> answers)
                  ? answers
                  : choice.items().stream().map(GateRules::firstOption).toList());
      case Question.Inquiry inquiry -> InquiryRules.answer(inquiry, decision);
    };
  }

  static String firstOption(Question.Item item) {
    return item.options().isEmpty() ? "" : item.options().getFirst();
  }

  private static void ofSession(Deciding deciding, Gate gate, SessionId id, Input.Decide decide) {
    boolean isApproved = decide.decision() instanceof GateDecision.Approved;
    String words = words(decide.decision());
    switch (gate.kind()) {
      case ESTIMATE -> {
        if (isApproved) {
          deciding.say(id, new AgentMessage.Say(AgentText.GO_ON));
        } else {
          SessionRules.abandon(
              deciding, id, reason(decide.who() + " rejected its estimate", words));
        }
      }
      case TURN, EXIT -> {
        if (isApproved) {
          HaltRules.accept(deciding, id);
        } else {
          HaltRules.resume(deciding, id, AgentText.remark(words));
        }
      }
      case FAILURE -> failure(deciding, id, decide);
      case CONFLICT -> ResolveRules.decided(deciding, gate, id, decide);
      case MERGE -> merge(deciding, id, decide);
      case LANDING -> {
        if (isApproved) {
          PullRequestRules.again(deciding, id);
        } else {
          SessionRules.abandon(
              deciding,
              id,
              reason("it could not be merged, and %s gave it up".formatted(decide.who()), words));
        }
      }
      case TAKEOVER -> TakeoverRules.decided(deciding, id, decide.decision(), decide.who());
      case FINDING -> FeedbackDelivery.decided(deciding, gate.number(), id, decide);
      case TRACKER -> TraceRules.decided(deciding, id, decide.decision(), decide.who());
      case CLAIM -> ClaimRules.decided(deciding, id, decide.decision());
      case TABLE,
          SPEC,
          COST,
          COMMANDS,
          CHECKPOINT,
          PLAN,
          PERMISSION,
          QUESTION,
          SEMANTIC,
          TRIAGE,
          COMPARE,
          REVIEW,
          MILESTONE,
          RECOMMENDATION,
          SPEND ->
          throw new IllegalStateException("expected a gate of one session, found " + gate.kind());
    }
  }

  private static void failure(Deciding deciding, SessionId id, Input.Decide decide) {
    if (decide.decision() instanceof GateDecision.Approved) {
      FailureRules.reopen(deciding, id);
    } else {
      ClosingRules.letBe(deciding, id, decide.who(), words(decide.decision()));
    }
  }

  private static void merge(Deciding deciding, SessionId id, Input.Decide decide) {
    if (decide.decision() instanceof GateDecision.Approved) {
      ScopeRules.mergeAllowed(deciding, id);
      deciding.emit(new Fact.ReviewPassed(id, decide.who()));
    } else {
      String remark = AgentText.remark(words(decide.decision()));
      deciding.retry(id, true, remark, Duration.ZERO);
    }
  }

  static String reason(String what, String words) {
    return words.isEmpty() ? what : what + ": " + words;
  }
}
