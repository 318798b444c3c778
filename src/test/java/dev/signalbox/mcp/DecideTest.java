package dev.signalbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.control.GateRef;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.Usd;
import dev.signalbox.session.Question;
import dev.signalbox.view.GateView;
import dev.signalbox.view.RunView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person's form says, and which decision comes of it. */
class DecideTest {
  private static final Instant AT = Instant.parse("2026-11-28T12:00:00Z");
  private static final Gate TABLE = gate(GateKind.TABLE, "S-A  \u001b[31mred", Optional.empty());
  private static final Gate QUESTION =
      gate(
          GateKind.QUESTION,
          "Which?",
          Optional.of(
              new Question.Choice(
                  "q",
                  List.of(
                      new Question.Item("Which colour?", List.of("red", "blue"), false),
                      new Question.Item("Which size?", List.of("S", "L"), false)))));

  private static Gate gate(GateKind kind, String shown, Optional<Question> question) {
    return new Gate(7, kind, List.of(), "A title", shown, question);
  }

  /** An engine with one open gate, which notes what it is told. */
  private record OneGate(
      Gate gate, Answer answer, List<GateDecision> decisions, List<String> hashes) implements Desk {

    static OneGate open(Gate gate, Answer answer) {
      return new OneGate(gate, answer, new ArrayList<>(), new ArrayList<>());
    }

    @Override
    public Known run() {
      RunView.Head head =
          new RunView.Head(
              "shop-1",
              "plan.md",
              new RunView.Course(0, 1, 0, 3, false, false),
              new RunView.Money(0, new Usd(100), Optional.empty()),
              Optional.empty());
      GateView view = new GateView(gate, Optional.of(AT));
      return new Known(new RunView(1, AT, head, List.of(), List.of(view)), true);
    }

    @Override
    public Answer decide(GateRef ref, GateDecision decision, String who) {
      decisions.add(decision);
      hashes.add(ref.hash());
      assertThat(who).isEqualTo("ann");
      return answer;
    }

    @Override
    public String person() {
      return "ann";
    }

    @Override
    public Checked check(String plan) {
      throw new AssertionError("expected no plan to be read");
    }

    @Override
    public Begun begin(String plan, Optional<AgentId> agent) {
      throw new AssertionError("expected nothing to be started");
    }

    @Override
    public String inCommands() {
      return "--state f";
    }
  }

  /** A person who fills every form in the same way. */
  private record Filling(Map<String, Object> fields, List<Form> forms) implements Person {
    static Filling with(Map<String, Object> fields) {
      return new Filling(fields, new ArrayList<>());
    }

    @Override
    public boolean canBeAsked() {
      return true;
    }

    @Override
    public Heard ask(Form form) {
      forms.add(form);
      return new Heard.Filled(fields);
    }
  }

  private static Reply decide(OneGate desk, Person person) {
    ToolInput input = new ToolInput("decide", Map.of("gate", desk.gate().id().toString()));
    return new Decide(desk).answer(input, person);
  }

  @Test
  void theFormShowsEverythingAndHidesNothing() {
    Filling person = Filling.with(Map.of("decision", "approve"));
    OneGate desk = OneGate.open(TABLE, new Answer.Taken());
    assertThat(decide(desk, person).isError()).isFalse();
    assertThat(person.forms().getFirst().text())
        .contains("run shop-1", "A title", "S-A  \\u001b[31mred", TABLE.hash())
        .contains("start the run", "start nothing");
    assertThat(desk.decisions()).containsExactly(new GateDecision.Approved());
    assertThat(desk.hashes()).containsExactly(TABLE.hash());
  }

  @Test
  void aReasonGoesWithARejection() {
    OneGate desk = OneGate.open(TABLE, new Answer.Taken());
    decide(desk, Filling.with(Map.of("decision", "reject", "why", "Too dear")));
    assertThat(desk.decisions()).containsExactly(new GateDecision.Rejected("Too dear"));
  }

  @Test
  void eachQuestionHasAFieldAndNoneMayBeEmpty() {
    OneGate desk = OneGate.open(QUESTION, new Answer.Taken());
    Filling half = Filling.with(Map.of("decision", "answer", "answer1", "red", "answer2", " "));
    assertThat(decide(desk, half).note()).startsWith("Nothing was decided: answer 2 is empty");
    assertThat(desk.decisions()).isEmpty();
    assertThat(half.forms().getFirst().schema().toString())
        .contains("Which colour?", "Which size?", "answer2");
    decide(desk, Filling.with(Map.of("decision", "answer", "answer1", "red", "answer2", "L")));
    assertThat(desk.decisions()).containsExactly(new GateDecision.Answered(List.of("red", "L")));
  }

  @Test
  void whatIsNoDecisionIsNone() {
    OneGate desk = OneGate.open(TABLE, new Answer.Taken());
    for (Map<String, Object> fields :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("decision", "APPROVE"),
            Map.of("decision", true),
            Map.of("decision", List.of("approve")),
            Map.of("decision", "answer", "answer1", "approve"),
            Map.of("approve", "approve"))) {
      assertThat(decide(desk, Filling.with(fields)).note()).startsWith("Nothing was decided");
    }
    assertThat(desk.decisions()).isEmpty();
  }

  @Test
  void aTextTooLongForAFormIsDecidedElsewhere() {
    Gate whole = gate(GateKind.TABLE, "x".repeat(20_001), Optional.empty());
    Filling person = Filling.with(Map.of("decision", "approve"));
    OneGate desk = OneGate.open(whole, new Answer.Taken());
    assertThat(decide(desk, person).note())
        .contains("too long for a form", "signalbox approve " + whole.id() + " --state f");
    assertThat(person.forms()).isEmpty();
    assertThat(desk.decisions()).isEmpty();
  }

  @Test
  void aGateThatChangedMeanwhileIsAnError() {
    OneGate desk = OneGate.open(TABLE, new Answer.Changed("8-00000000"));
    Reply reply = decide(desk, Filling.with(Map.of("decision", "approve")));
    assertThat(reply.isError()).isTrue();
    assertThat(reply.note()).contains("changed");
  }
}
