package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.Settled;
import dev.signalbox.session.Access;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a decision needs, and what it leads to. */
class GateRulesTest {
  private static final String ZEROS = "0".repeat(64);

  private static EngineRun asking(Question question) {
    return Example.of("S-A").open().working("S-A").heard("S-A", Situation.asks(question));
  }

  @Test
  void aDecisionAboutAnotherTextIsRefused() {
    EngineRun run = asking(Situation.PERMISSION);
    Gate gate = run.gate(GateKind.PERMISSION);
    Answer answer =
        run.give(new Input.Decide(gate.number(), ZEROS, new GateDecision.Approved(), "ann"));
    assertThat(answer).isEqualTo(new Answer.Changed(gate.id().toString()));
    assertThat(run.facts()).isEmpty();
  }

  @Test
  void theSameDecisionASecondTimeChangesNothing() {
    EngineRun run = asking(Situation.PERMISSION);
    Gate gate = run.gate(GateKind.PERMISSION);
    Input.Decide yes =
        new Input.Decide(gate.number(), gate.hash(), new GateDecision.Approved(), "ann");
    run.give(yes);
    assertThat(run.give(yes)).isEqualTo(new Answer.TakenBefore());
    assertThat(run.facts()).isEmpty();
  }

  @Test
  void anotherSecondDecisionHearsWhoDecidedAndWhen() {
    EngineRun run = asking(Situation.PERMISSION);
    Gate gate = run.gate(GateKind.PERMISSION);
    Instant at = run.now();
    run.approve(GateKind.PERMISSION).later(Duration.ofHours(1));
    Answer answer =
        run.give(
            new Input.Decide(gate.number(), gate.hash(), new GateDecision.Rejected(""), "bob"));
    assertThat(answer)
        .isEqualTo(
            new Answer.DecidedBefore(
                new Settled(
                    GateKind.PERMISSION, gate.hash(), new GateDecision.Approved(), "ann", at)));
    assertThat(run.facts()).isEmpty();
  }

  @Test
  void aGateThatIsNotThereIsRefused() {
    EngineRun run = asking(Situation.PERMISSION);
    Answer answer = run.give(new Input.Decide(77, ZEROS, new GateDecision.Approved(), "ann"));
    assertThat(answer)
        .isEqualTo(new Answer.Refused("expected an open gate, found none with number 77"));
  }

  @Test
  void anAllowedToolReachesTheQuestionThatAskedForIt() {
    EngineRun run = asking(Situation.PERMISSION);
    run.heard(
        "S-A", Situation.asks(new Question.Permission("other", "Bash", "{}", Access.UNKNOWN)));
    long number = run.state().gates().firstKey();
    Gate first = run.state().gates().values().iterator().next();
    run.give(new Input.Decide(number, first.hash(), new GateDecision.Approved(), "ann"));
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Allow("q1"));
    run.reject(GateKind.PERMISSION, "not that");
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Deny("other", "not that"));
  }

  @Test
  void aRefusalWithoutWordsStillSaysNo() {
    EngineRun run = asking(Situation.PERMISSION).reject(GateKind.PERMISSION, "");
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Deny("q1", "A person said no."));
  }

  @Test
  void approvingAChoiceTakesTheFirstOption() {
    EngineRun run = asking(Situation.CHOICE).approve(GateKind.QUESTION);
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Choose("q3", List.of("a")));
  }

  @Test
  void aChoiceIsAnsweredInAnyWords() {
    EngineRun run = asking(Situation.CHOICE);
    run.decide(GateKind.QUESTION, new GateDecision.Answered(List.of("neither")));
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Choose("q3", List.of("neither")));
  }

  @Test
  void aChoiceTakesAnAnswerForEachOfItsItems() {
    EngineRun run = asking(Situation.CHOICE);
    assertThat(run.decide(GateKind.QUESTION, new GateDecision.Answered(List.of("a", "b"))))
        .isEqualTo(new Answer.Refused("expected 1 answers, one per question, found 2"));
    assertThat(run.hasGate(GateKind.QUESTION)).isTrue();
  }

  @Test
  void aPermissionTakesNoAnswerInWords() {
    EngineRun run = asking(Situation.PERMISSION);
    assertThat(run.decide(GateKind.PERMISSION, new GateDecision.Answered(List.of("maybe"))))
        .isEqualTo(new Answer.Refused("expected approve or reject, found an answer in words"));
  }

  @Test
  void aQuestionWhoseAgentIsGoneCannotBeAnswered() {
    EngineRun run = asking(Situation.PERMISSION);
    Gate gate = run.gate(GateKind.PERMISSION);
    run.vanishes("S-A");
    Answer answer =
        run.give(new Input.Decide(gate.number(), gate.hash(), new GateDecision.Approved(), "ann"));
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(run.facts()).isEmpty();
  }
}
