package dev.signalbox.runner.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.session.AgentMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Claude Code is told. */
class ClaudeWritingTest {
  private static final String INPUT = "{\"command\": \"ls \\u00e9\", \"n\":1.50}";
  private final ClaudeExchange exchange = Lines.exchange();

  @Test
  void thePromptComesAfterTheRequestThatTellsThatTheProgramIsUp() {
    List<String> lines = written(0, new AgentMessage.Say("Go\n\"on\""));
    assertThat(lines).hasSize(3).noneMatch(line -> line.contains("\n"));
    assertThat(tree(lines.get(0)).at("/request/subtype").asString()).isEqualTo("initialize");
    assertThat(tree(lines.get(1)).at("/request/detail").asString()).isEqualTo("summary");
    JsonNode user = tree(lines.get(2));
    assertThat(user.at("/type").asString()).isEqualTo("user");
    assertThat(user.at("/message/content").asString()).isEqualTo("Go\n\"on\"");
    assertThat(user.at("/parent_tool_use_id").isNull()).isTrue();
  }

  @Test
  void aMessageHasOneIdHoweverOftenItIsWritten() {
    AgentMessage say = new AgentMessage.Say("Next");
    assertThat(written(3, say)).hasSize(1).isEqualTo(Lines.exchange().write(3, say).orElseThrow());
    assertThat(written(4, say)).isNotEqualTo(written(3, say));
  }

  @Test
  void textIsNeverACommand() {
    JsonNode line = tree(written(1, new AgentMessage.Say("/clear")).getFirst());
    assertThat(line.at("/message/content").asString()).isEqualTo("\n/clear");
  }

  @Test
  void aYesRepeatsTheInputCharacterByCharacter() {
    exchange.read(Lines.asks("q1", "Bash", INPUT));
    String yes = written(1, new AgentMessage.Allow("q1")).getFirst();
    assertThat(yes)
        .isEqualTo(
            "{\"type\":\"control_response\",\"response\":{\"subtype\":\"success\","
                + "\"request_id\":\"q1\",\"response\":{\"behavior\":\"allow\",\"updatedInput\":"
                + INPUT
                + "}}}");
    assertThat(written(1, new AgentMessage.Allow("q1"))).containsExactly(yes);
  }

  @Test
  void aNoLetsTheAgentGoOn() {
    JsonNode no = decision(new AgentMessage.Deny("q9", "Not now."));
    assertThat(no.toString())
        .isEqualTo("{\"behavior\":\"deny\",\"message\":\"Not now.\",\"interrupt\":false}");
  }

  @Test
  void anApprovedPlanIsCarriedOutWithoutFurtherQuestions() {
    exchange.read(Lines.asks("q1", "ExitPlanMode", "{\"plan\":\"x\"}"));
    JsonNode yes = decision(new AgentMessage.ApprovePlan("q1", false));
    assertThat(yes.at("/updatedInput/plan").asString()).isEqualTo("x");
    assertThat(yes.path("updatedPermissions").toString())
        .isEqualTo(
            "[{\"type\":\"setMode\",\"mode\":\"bypassPermissions\",\"destination\":\"session\"}]");
  }

  @Test
  void afterItsPlanIsApprovedAGuardedAgentIsPutInTheModeThatAsks() {
    exchange.read(Lines.asks("q1", "ExitPlanMode", "{\"plan\":\"x\"}"));
    assertThat(decision(new AgentMessage.ApprovePlan("q1", true)).path("updatedPermissions"))
        .hasToString("[{\"type\":\"setMode\",\"mode\":\"default\",\"destination\":\"session\"}]");
  }

  @Test
  void answersStandUnderTheTextsOfTheirQuestions() {
    exchange.read(
        Lines.asks(
            "q1",
            "AskUserQuestion",
            "{\"questions\":[{\"question\":\"Which?\"},{\"question\":\"When?\"}]}"));
    JsonNode yes = decision(new AgentMessage.Choose("q1", List.of("A", "now")));
    assertThat(yes.at("/updatedInput/answers").toString())
        .isEqualTo("{\"Which?\":\"A\",\"When?\":\"now\"}");
    assertThat(yes.at("/updatedInput/questions").size()).isEqualTo(2);
  }

  @Test
  void whatCannotBeToldIsNoLine() {
    assertThat(written(1, new AgentMessage.Allow("unknown"))).isEmpty();
    assertThat(written(2, new AgentMessage.ApprovePlan("unknown", false))).isEmpty();
    assertThat(written(3, new AgentMessage.Choose("unknown", List.of()))).isEmpty();
    assertThat(written(4, new AgentMessage.EndInput())).isEmpty();
  }

  @Test
  void anInterruptIsARequestWithAnIdOfItsOwn() {
    JsonNode first = tree(written(5, new AgentMessage.Interrupt()).getFirst());
    JsonNode second = tree(written(6, new AgentMessage.Interrupt()).getFirst());
    assertThat(first.at("/request/subtype").asString()).isEqualTo("interrupt");
    assertThat(first.path("request_id")).isNotEqualTo(second.path("request_id"));
  }

  private List<String> written(long sequence, AgentMessage message) {
    return exchange.write(sequence, message).orElseThrow();
  }

  private JsonNode decision(AgentMessage message) {
    return tree(written(1, message).getFirst()).at("/response/response");
  }

  private static JsonNode tree(String line) {
    return JsonMapper.shared().readTree(line);
  }
}
