package dev.signalbox.runner.codex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.Pricing;
import dev.signalbox.session.Access;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import dev.signalbox.session.TurnResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CodexExchangeTest {
  private static final String TURN = "turn-1";

  private static CodexExchange opened(LaunchMode mode) {
    CodexExchange exchange = new CodexExchange(Orders.fresh(mode), Pricing.NONE);
    exchange.read("{\"id\":\"initialize\",\"result\":{}}");
    exchange.read(
        """
        {"id":"thread","result":{"model":"a-model","thread":{"id":"%s"}}}
        """
            .formatted(Orders.THREAD));
    return exchange;
  }

  private static CodexExchange running(LaunchMode mode) {
    CodexExchange exchange = opened(mode);
    exchange.read(taken(0));
    notice(exchange, "turn/started", "\"turn\":{\"id\":\"" + TURN + "\"}");
    return exchange;
  }

  private static String taken(int sequence) {
    return "{\"id\":\"message-" + sequence + "\",\"result\":{\"turn\":{\"id\":\"" + TURN + "\"}}}";
  }

  private static List<AgentSignal> notice(CodexExchange exchange, String method, String params) {
    return exchange.read(
        """
        {"method":"%s","params":{"threadId":"%s",%s}}
        """
            .formatted(method, Orders.THREAD, params));
  }

  private static List<AgentSignal> completed(CodexExchange exchange, String turn) {
    return notice(exchange, "turn/completed", "\"turn\":{\"id\":\"" + TURN + "\"," + turn + "}");
  }

  private static List<AgentSignal> item(CodexExchange exchange, String state, String item) {
    return notice(exchange, "item/" + state, "\"item\":{" + item + "}");
  }

  private static JsonNode tree(String line) {
    return JsonMapper.shared().readTree(line);
  }

  private static JsonNode firstTurn(LaunchMode mode) {
    return tree(opened(mode).replies().getLast()).path("params");
  }

  @Test
  void eachModeHasItsPermissions() {
    assertThat(permissions(LaunchMode.BYPASS)).isEqualTo("never danger-full-access default");
    assertThat(permissions(LaunchMode.ASK)).isEqualTo("untrusted workspace-write default");
    assertThat(permissions(LaunchMode.PLAN)).isEqualTo("never read-only plan");
  }

  private static String permissions(LaunchMode mode) {
    JsonNode thread = tree(Lines.thread(Orders.fresh(mode))).path("params");
    JsonNode turn = firstTurn(mode);
    return thread.path("approvalPolicy").asString()
        + " "
        + thread.path("sandbox").asString()
        + " "
        + turn.path("collaborationMode").path("mode").asString();
  }

  @Test
  void theFirstTurnCarriesPromptModelAndEffort() {
    JsonNode turn = firstTurn(LaunchMode.BYPASS);
    assertThat(turn.path("input").path(0).path("text").asString()).isEqualTo("Do it.");
    JsonNode settings = turn.path("collaborationMode").path("settings");
    assertThat(settings.path("model").asString()).isEqualTo("a-model");
    assertThat(settings.path("reasoning_effort").asString()).isEqualTo("high");
  }

  @Test
  void aConversationIsGoneOnWithInThePermissionsOfTheOrder() {
    JsonNode resumed =
        tree(
            Lines.thread(
                Orders.order(LaunchMode.ASK, new LaunchOrder.Conversation.Resumed(Orders.THREAD))));
    assertThat(resumed.path("method").asString()).isEqualTo("thread/resume");
    assertThat(resumed.path("params").path("threadId").asString()).isEqualTo(Orders.THREAD);
    assertThat(resumed.path("params").path("approvalPolicy").asString()).isEqualTo("untrusted");
  }

  @Test
  void whatIsReadTwiceIsAnsweredOnce() {
    CodexExchange exchange = opened(LaunchMode.BYPASS);
    List<String> replies = exchange.replies();
    exchange.read("{\"id\":\"initialize\",\"result\":{}}");
    exchange.read("{\"id\":\"thread\",\"result\":{\"thread\":{\"id\":\"" + Orders.THREAD + "\"}}}");
    assertThat(exchange.replies()).isEqualTo(replies).hasSize(4);
  }

  @Test
  void nothingCanBeSaidBeforeThereIsAThread() {
    CodexExchange exchange = new CodexExchange(Orders.fresh(LaunchMode.BYPASS), Pricing.NONE);
    assertThat(exchange.write(3, new AgentMessage.Say("x"))).isEmpty();
    assertThat(exchange.write(4, new AgentMessage.Interrupt())).isEmpty();
  }

  @Test
  void aConversationThatIsGoneEndsTheTurnWithTheReason() {
    CodexExchange exchange = new CodexExchange(Orders.fresh(LaunchMode.BYPASS), Pricing.NONE);
    exchange.read("{\"id\":\"initialize\",\"result\":{}}");
    assertThat(
            exchange.read(
                "{\"error\":{\"code\":-32600,\"message\":\"no rollout found\"},\"id\":\"thread\"}"))
        .containsExactly(
            new AgentSignal.TurnEnded(new TurnResult.Failed("Codex refused: no rollout found")));
    assertThat(exchange.write(3, new AgentMessage.Say("x"))).contains(List.of());
  }

  @Test
  void anInterruptWaitsForTheTurnThatItNames() {
    CodexExchange exchange = opened(LaunchMode.BYPASS);
    assertThat(exchange.write(1, new AgentMessage.Interrupt())).isEmpty();
    exchange.read(taken(0));
    assertThat(interrupted(exchange, 1)).isEqualTo(TURN);
    completed(exchange, "\"status\":\"interrupted\"");
    assertThat(exchange.write(2, new AgentMessage.Interrupt())).contains(List.of());
  }

  @Test
  void aTurnThatAnEarlierSignalboxBeganIsWaitedForToo() {
    CodexExchange exchange = running(LaunchMode.BYPASS);
    completed(exchange, "\"status\":\"completed\"");
    exchange.said(5, new AgentMessage.Say("more"));
    assertThat(exchange.write(6, new AgentMessage.Interrupt())).isEmpty();
    exchange.read(taken(5));
    assertThat(interrupted(exchange, 6)).isEqualTo(TURN);
    // Said again after it was answered, as a third one does.
    exchange.said(5, new AgentMessage.Say("more"));
    completed(exchange, "\"status\":\"completed\"");
    assertThat(exchange.write(7, new AgentMessage.Interrupt())).contains(List.of());
  }

  private static String interrupted(CodexExchange exchange, long sequence) {
    Optional<List<String>> lines = exchange.write(sequence, new AgentMessage.Interrupt());
    return tree(lines.orElseThrow().getFirst()).path("params").path("turnId").asString();
  }

  @Test
  void aPlanIsAQuestionAndNoEnd() {
    CodexExchange exchange = running(LaunchMode.PLAN);
    item(exchange, "completed", "\"type\":\"plan\",\"text\":\"# Plan\\n1. x\\n\"");
    Question.PlanApproval asked = new Question.PlanApproval("2-plan-turn-1", "# Plan\n1. x");
    assertThat(completed(exchange, "\"status\":\"completed\""))
        .containsExactly(new AgentSignal.Asked(asked));

    JsonNode revise = said(exchange, new AgentMessage.Deny(asked.id(), "Shorter."));
    assertThat(revise.path("input").path(0).path("text").asString()).isEqualTo("Shorter.");
    assertThat(revise.has("collaborationMode")).isFalse();

    JsonNode quiet = said(exchange, new AgentMessage.ApprovePlan(asked.id(), false));
    assertThat(quiet.path("approvalPolicy").asString()).isEqualTo("never");
    assertThat(quiet.path("sandboxPolicy").path("type").asString()).isEqualTo("dangerFullAccess");
    JsonNode asking = said(exchange, new AgentMessage.ApprovePlan(asked.id(), true));
    assertThat(asking.path("approvalPolicy").asString()).isEqualTo("untrusted");
    assertThat(asking.path("sandboxPolicy").path("type").asString()).isEqualTo("workspaceWrite");
    assertThat(asking.path("collaborationMode").path("mode").asString()).isEqualTo("default");
  }

  private static JsonNode said(CodexExchange exchange, AgentMessage message) {
    return tree(exchange.write(9, message).orElseThrow().getLast()).path("params");
  }

  @Test
  void aPlanOfAnInterruptedTurnIsNotShown() {
    CodexExchange exchange = running(LaunchMode.PLAN);
    item(exchange, "completed", "\"type\":\"plan\",\"text\":\"# Plan\"");
    assertThat(completed(exchange, "\"status\":\"interrupted\""))
        .containsExactly(new AgentSignal.TurnEnded(new TurnResult.Interrupted()));
  }

  @Test
  void aChangeOfFilesIsAskedWithTheFilesOfItsItem() {
    CodexExchange exchange = running(LaunchMode.ASK);
    item(
        exchange,
        "started",
        """
        "type":"fileChange","id":"call-1","changes":[{"path":"/x/a.txt","kind":{"type":"update",\
        "move_path":"/y/b.txt"},"diff":"+a"}]\
        """);
    List<AgentSignal> asked =
        exchange.read(
            """
            {"method":"item/fileChange/requestApproval","id":3,"params":{"itemId":"call-1"}}
            """);
    Question.Permission question =
        (Question.Permission) ((AgentSignal.Asked) asked.getFirst()).question();
    assertThat(question.id()).isEqualTo("2-3");
    assertThat(question.access())
        .isEqualTo(new Access(Access.Kind.CHANGES, List.of("a.txt", "/y/b.txt")));
    assertThat(question.input()).contains("\"diff\":\"+a\"");
    assertThat(exchange.write(4, new AgentMessage.Allow("2-3")).orElseThrow())
        .containsExactly("{\"id\":3,\"result\":{\"decision\":\"accept\"}}");
  }

  @Test
  void onlyWhatWasChangedIsTold() {
    CodexExchange exchange = running(LaunchMode.ASK);
    String change =
        "\"type\":\"fileChange\",\"changes\":[{\"path\":\"/x/a.txt\",\"kind\":{}}],\"status\":";
    assertThat(item(exchange, "started", change + "\"inProgress\"")).isEmpty();
    assertThat(item(exchange, "completed", change + "\"declined\"")).isEmpty();
    assertThat(item(exchange, "completed", change + "\"completed\""))
        .containsExactly(new AgentSignal.FileChanged("a.txt"));
  }

  @Test
  void aRefusalComesWithItsReason() {
    CodexExchange exchange = running(LaunchMode.ASK);
    exchange.read(
        """
        {"method":"item/commandExecution/requestApproval","id":0,"params":{"command":"rm x"}}
        """);
    List<String> lines = exchange.write(4, new AgentMessage.Deny("2-0", "Keep it.")).orElseThrow();
    assertThat(lines.getFirst()).isEqualTo("{\"id\":0,\"result\":{\"decision\":\"decline\"}}");
    assertThat(lines.getLast()).contains("turn/start", "Denied: Keep it.");
    assertThat(exchange.write(5, new AgentMessage.Deny("2-9", "Unknown."))).contains(List.of());
  }

  @Test
  void whatNoHostOffersIsRefusedAtOnce() {
    CodexExchange exchange = running(LaunchMode.ASK);
    assertThat(exchange.read("{\"method\":\"attestation/generate\",\"id\":7,\"params\":{}}"))
        .isEmpty();
    assertThat(exchange.replies().getLast()).contains("\"id\":7", "-32601");
    exchange.read(
        """
        {"method":"mcpServer/elicitation/request","id":8,"params":{"mode":"form",\
        "requestedSchema":{"properties":{"token":{}}}}}
        """);
    assertThat(exchange.replies().getLast()).contains("\"id\":8", "\"action\":\"decline\"");
  }

  @Test
  void aToolServerIsAskedAboutLikeAnyTool() {
    CodexExchange exchange = running(LaunchMode.ASK);
    List<AgentSignal> asked =
        exchange.read(
            """
            {"method":"mcpServer/elicitation/request","id":8,"params":{"serverName":"tracker",\
            "mode":"form","message":"Close it?","requestedSchema":{"properties":{}}}}
            """);
    assertThat(((AgentSignal.Asked) asked.getFirst()).question())
        .isEqualTo(
            new Question.Permission(
                "2-8", "tracker", "{\"message\":\"Close it?\"}", Access.UNKNOWN));
    assertThat(exchange.write(4, new AgentMessage.Allow("2-8")).orElseThrow().getFirst())
        .contains("\"action\":\"accept\"");
  }

  @Test
  void anotherThreadsWordsAreNotTheSessions() {
    CodexExchange exchange = running(LaunchMode.BYPASS);
    String words =
        """
        {"method":"item/completed","params":{"threadId":"other","item":{"type":"agentMessage",\
        "text":"TASK_COMPLETE"}}}
        """;
    assertThat(exchange.read(words)).isEmpty();
    assertThat(
            exchange.read(
                "{\"method\":\"turn/completed\",\"params\":{\"threadId\":\"other\",\"turn\":{}}}"))
        .isEmpty();
    assertThat(exchange.read(words.replace("other", Orders.THREAD)))
        .containsExactly(new AgentSignal.TaskCompleted());
  }

  @Test
  void aServiceThatFailsIsToldFromAnyOtherFailure() {
    assertThat(failed("{\"httpConnectionFailed\":{\"httpStatusCode\":401}}"))
        .isInstanceOf(TurnResult.ServiceFailed.class);
    assertThat(failed("\"usageLimitExceeded\"")).isInstanceOf(TurnResult.ServiceFailed.class);
    assertThat(failed("\"contextWindowExceeded\"")).isInstanceOf(TurnResult.LimitReached.class);
    assertThat(failed("\"sandboxError\"")).isEqualTo(new TurnResult.Failed("why"));
    assertThat(failed("null")).isEqualTo(new TurnResult.Failed("why"));
  }

  private static TurnResult failed(String info) {
    String error = "{\"message\":\"why\",\"codexErrorInfo\":" + info + "}";
    List<AgentSignal> signals =
        completed(running(LaunchMode.BYPASS), "\"status\":\"failed\",\"error\":" + error);
    return ((AgentSignal.TurnEnded) signals.getFirst()).result();
  }
}
