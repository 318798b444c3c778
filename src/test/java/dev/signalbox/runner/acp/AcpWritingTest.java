package dev.signalbox.runner.acp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.Json;
import dev.signalbox.session.AgentMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcpWritingTest {
  private static final String SHELL =
      "{\"toolCallId\":\"t\",\"kind\":\"execute\",\"title\":\"rm x\"}";
  private static final String PLAN = "{\"toolCallId\":\"t\",\"kind\":\"switch_mode\"}";

  private final AcpExchange exchange = Lines.working();

  private Optional<List<String>> write(long sequence, AgentMessage message) {
    return exchange.write(sequence, message);
  }

  private String only(long sequence, AgentMessage message) {
    List<String> lines = write(sequence, message).orElseThrow();
    assertThat(lines).hasSize(1);
    return lines.getFirst();
  }

  @Test
  void aWordWaitsForTheEndOfTheTurnAndIsTheNext() {
    AgentMessage word = new AgentMessage.Say("also the tests");
    assertThat(write(5, word)).isEmpty();
    Lines.read(exchange, Lines.ended(0, "end_turn"));
    String prompt = only(5, word);
    assertThat(prompt)
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":\"signalbox-prompt-5\",\"method\":\"session/prompt\","
                + "\"params\":{\"sessionId\":\"ses_1\",\"prompt\":[{\"type\":\"text\","
                + "\"text\":\"also the tests\"}]}}");
    assertThat(only(5, word)).isEqualTo(prompt);
    assertThat(write(6, word)).isEmpty();
    Lines.read(exchange, Lines.ended(5, "end_turn"));
    assertThat(write(6, word)).isPresent();
  }

  @Test
  void nothingIsSaidBeforeTheSessionIsOpen() {
    AcpExchange early = Lines.exchange(LaunchMode.ASK);
    assertThat(early.write(1, new AgentMessage.Say("x"))).isEmpty();
    assertThat(early.write(2, new AgentMessage.Interrupt())).isEmpty();
  }

  @Test
  void whatAnEarlierSignalboxSaidCounts() {
    Lines.read(exchange, Lines.ended(0, "end_turn"));
    exchange.said(5, new AgentMessage.Say("x"));
    assertThat(write(6, new AgentMessage.Say("y"))).isEmpty();
    Lines.read(exchange, Lines.ended(5, "end_turn"));
    assertThat(write(6, new AgentMessage.Say("y"))).isPresent();
  }

  @Test
  void aCommandOfTheProgramIsText() {
    Lines.read(exchange, Lines.ended(0, "end_turn"));
    assertThat(only(5, new AgentMessage.Say("/clear"))).contains("\"text\":\"\\n/clear\"");
  }

  @Test
  void yesAndNoAreChosenByTheirKind() {
    Lines.read(exchange, Lines.asks(3, SHELL), Lines.asks(4, SHELL));
    assertThat(only(1, new AgentMessage.Allow("2.1")))
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{\"outcome\":{\"outcome\":\"selected\","
                + "\"optionId\":\"yes\"}}}");
    assertThat(only(2, new AgentMessage.Deny("2.2", "no")))
        .contains("\"id\":4")
        .contains("\"optionId\":\"no\"");
  }

  @Test
  void withoutARefusalTheQuestionIsCancelled() {
    Lines.read(
        exchange,
        Lines.asks(
            3,
            SHELL,
            "[{\"optionId\":\"yes\",\"kind\":\"allow_once\"},"
                + "{\"optionId\":\"never\",\"kind\":\"reject_always\"}]"));
    assertThat(only(1, new AgentMessage.Deny("2.1", ""))).contains("{\"outcome\":\"cancelled\"}");
  }

  @Test
  void theReasonOfARefusalIsTheNextPrompt() {
    Lines.read(exchange, Lines.asks(3, SHELL));
    AgentMessage no = new AgentMessage.Deny("2.1", "Keep it.");
    only(1, no);
    AgentMessage rest = exchange.rest(no).orElseThrow();
    assertThat(rest).isEqualTo(new AgentMessage.Say("This was denied: rm x\nKeep it."));
    assertThat(write(1, rest)).isEmpty();
    Lines.read(exchange, Lines.ended(0, "end_turn"));
    assertThat(only(1, rest)).contains("Keep it.");
    assertThat(exchange.rest(new AgentMessage.Deny("2.1", " "))).isEmpty();
    assertThat(exchange.rest(new AgentMessage.Deny("2.9", "x"))).isEmpty();
    assertThat(exchange.rest(new AgentMessage.Allow("2.1"))).isEmpty();
  }

  @Test
  void whileItPlansOnlyThePlanIsSpokenAbout() {
    AcpExchange planning = planning();
    Lines.read(planning, Lines.asks(3, SHELL), Lines.asks(4, PLAN));
    assertThat(planning.rest(new AgentMessage.Deny("2.1", "Plan first."))).isEmpty();
    assertThat(planning.rest(new AgentMessage.Deny("2.2", "Smaller.")))
        .contains(new AgentMessage.Say("Your plan is not approved yet. Smaller."));
    planning.said(7, new AgentMessage.ApprovePlan("2.2", true));
    assertThat(planning.rest(new AgentMessage.Deny("2.1", "Not that."))).isPresent();
  }

  private static AcpExchange planning() {
    AcpExchange planning = Lines.exchange(LaunchMode.PLAN);
    Lines.read(
        planning, Lines.initialized(), Lines.opened(), Lines.result("signalbox-step-1", "{}"));
    return planning;
  }

  @Test
  void aPlanIsApprovedIntoTheModeToGoOnIn() {
    AcpExchange planning = planning();
    Lines.read(
        planning,
        Lines.asks(
            3,
            PLAN,
            "[{\"optionId\":\"edits\",\"kind\":\"allow_always\"},"
                + "{\"optionId\":\"yolo\",\"kind\":\"allow_always\"},"
                + "{\"optionId\":\"default\",\"kind\":\"allow_once\"}]"));
    assertThat(planning.write(1, new AgentMessage.ApprovePlan("2.1", false)).orElseThrow())
        .singleElement()
        .asString()
        .contains("\"optionId\":\"yolo\"");
    assertThat(planning.write(2, new AgentMessage.ApprovePlan("2.1", true)).orElseThrow())
        .singleElement()
        .asString()
        .contains("\"optionId\":\"default\"");
  }

  @Test
  void theModesNameMayBeAPartOfTheAnswers() {
    AcpExchange planning =
        new AcpExchange(
            Lines.order(LaunchMode.PLAN, Lines.fresh()),
            Lines.program(
                Map.of(
                    LaunchMode.BYPASS,
                    Lines.way(new SessionStep.SetMode("bypassPermissions")),
                    LaunchMode.PLAN,
                    Lines.PLAIN)),
            Optional.empty());
    Lines.read(
        planning,
        Lines.initialized(),
        Lines.opened(),
        Lines.asks(
            3,
            PLAN,
            "[{\"optionId\":\"exit-clear-bypass\",\"kind\":\"allow_always\"},"
                + "{\"optionId\":\"exit-bypass\",\"kind\":\"allow_always\"},"
                + "{\"optionId\":\"exit-default\",\"kind\":\"allow_once\"}]"));
    assertThat(planning.write(1, new AgentMessage.ApprovePlan("2.1", false)).orElseThrow())
        .singleElement()
        .asString()
        .contains("\"exit-bypass\"");
    assertThat(planning.write(2, new AgentMessage.ApprovePlan("2.1", true)).orElseThrow())
        .singleElement()
        .asString()
        .contains("\"exit-default\"");
  }

  @Test
  void whereThatModeIsNoAnswerItIsSet() {
    AcpExchange planning = planning();
    Lines.read(planning, Lines.asks(3, PLAN));
    List<String> lines =
        planning.write(1, new AgentMessage.ApprovePlan("2.1", false)).orElseThrow();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).contains("\"optionId\":\"yes\"");
    assertThat(Json.tree(lines.getLast()).path("params").path("modeId").asString())
        .isEqualTo("yolo");
  }

  @Test
  void anInterruptAnswersEveryOpenQuestion() {
    Lines.read(exchange, Lines.asks(3, SHELL), Lines.asks(4, SHELL));
    only(1, new AgentMessage.Allow("2.1"));
    assertThat(write(2, new AgentMessage.Interrupt()).orElseThrow())
        .containsExactly(
            "{\"jsonrpc\":\"2.0\",\"method\":\"session/cancel\",\"params\":{\"sessionId\":"
                + "\"ses_1\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":{\"outcome\":{\"outcome\":\"cancelled\"}}}");
  }

  @Test
  void betweenTurnsThereIsNothingToInterrupt() {
    Lines.read(exchange, Lines.ended(0, "end_turn"));
    assertThat(write(2, new AgentMessage.Interrupt())).isEqualTo(Optional.of(List.of()));
  }

  @Test
  void anAnswerToNoQuestionIsNotSaid() {
    for (AgentMessage message :
        List.of(
            new AgentMessage.Allow("2.1"),
            new AgentMessage.Deny("2.1", "x"),
            new AgentMessage.ApprovePlan("2.1", true),
            new AgentMessage.Choose("2.1", List.of()),
            new AgentMessage.EndInput())) {
      assertThat(write(1, message)).isEqualTo(Optional.of(List.of()));
    }
  }
}
