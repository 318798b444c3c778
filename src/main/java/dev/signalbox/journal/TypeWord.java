package dev.signalbox.journal;

import static java.util.Map.entry;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.TableEdit;
import dev.signalbox.engine.Deed;
import dev.signalbox.feedback.Destination;
import dev.signalbox.review.RecordOrder;
import dev.signalbox.review.RowDecision;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.Question;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The words in {@code type} that tell the cases of a sealed type apart, for ever. */
final class TypeWord {
  private static final Map<Class<?>, String> WORDS =
      Map.ofEntries(
          entry(AgentExit.Ended.class, "ended"),
          entry(AgentExit.Vanished.class, "vanished"),
          entry(AgentMessage.Say.class, "say"),
          entry(AgentMessage.Allow.class, "allow"),
          entry(AgentMessage.Deny.class, "deny"),
          entry(AgentMessage.ApprovePlan.class, "approve-plan"),
          entry(AgentMessage.Choose.class, "choose"),
          entry(AgentMessage.Interrupt.class, "interrupt"),
          entry(AgentMessage.EndInput.class, "end-input"),
          entry(Deed.AskReview.class, "ask-review"),
          entry(Deed.Merge.class, "merge"),
          entry(Deed.Compare.class, "compare"),
          entry(Deed.Close.class, "close"),
          entry(Deed.PassOn.class, "pass-on"),
          entry(Destination.ToSession.class, "to-session"),
          entry(Destination.Progress.class, "progress"),
          entry(Destination.DesignLoop.class, "design-loop"),
          entry(Destination.Report.class, "report"),
          entry(Destination.QuickFix.class, "quick-fix"),
          entry(Destination.Review.class, "review"),
          entry(Destination.Triage.class, "triage"),
          entry(Destination.Ignored.class, "ignored"),
          entry(GateDecision.Approved.class, "approved"),
          entry(GateDecision.Rejected.class, "rejected"),
          entry(GateDecision.Answered.class, "answered"),
          entry(TableEdit.Agent.class, "agent"),
          entry(TableEdit.Launch.class, "launch"),
          entry(TableEdit.MergeFirst.class, "merge-first"),
          entry(RecordOrder.Decide.class, "decide"),
          entry(RecordOrder.Split.class, "split"),
          entry(RecordOrder.Join.class, "join"),
          entry(RowDecision.Agreed.class, "agreed"),
          entry(RowDecision.Overridden.class, "override"),
          entry(RowDecision.Deferred.class, "deferred"),
          entry(RowDecision.Rejected.class, "rejected"),
          entry(Question.Permission.class, "permission"),
          entry(Question.PlanApproval.class, "plan-approval"),
          entry(Question.Choice.class, "choice"),
          entry(Question.Inquiry.class, "inquiry"));

  private TypeWord() {}

  /** The word of a case; a case without one is a bug, which a test finds. */
  static String of(Class<?> type) {
    String word = WORDS.get(type);
    if (word == null) {
      throw new IllegalStateException("expected a word for " + type.getName() + ", found none");
    }
    return word;
  }

  /** The case of {@code sealed} with that word. */
  static Optional<Class<?>> find(Class<?> sealed, String word) {
    return Arrays.<Class<?>>stream(sealed.getPermittedSubclasses())
        .filter(type -> of(type).equals(word))
        .findFirst();
  }
}
