package dev.signalbox.runner.acp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Usd;
import dev.signalbox.runner.Json;
import dev.signalbox.session.Access;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import dev.signalbox.session.Tokens;
import dev.signalbox.session.TurnResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcpReadingTest {
  private final AcpExchange exchange = Lines.working();

  private List<AgentSignal> read(String... lines) {
    return Lines.read(exchange, lines);
  }

  @Test
  void wordsThatAreSplitOverPiecesCountOnce() {
    assertThat(read(Lines.says("Session st"), Lines.says("arted\nEstimated cost: ~$")))
        .containsExactly(new AgentSignal.StartConfirmed());
    assertThat(read(Lines.says("2-3\nTASK_COMP"), Lines.says("LETE")))
        .containsExactly(new AgentSignal.EstimateStated(new Usd(300)));
    assertThat(read(Lines.tool("tool_call", "t", "")))
        .containsExactly(new AgentSignal.TaskCompleted());
    assertThat(exchange.pulse().activity())
        .contains("Session started Estimated cost: ~$2-3 TASK_COMPLETE");
  }

  @Test
  void aWordMayGoOnInTheNextPiece() {
    assertThat(read(Lines.says("TASK_COMPLETE"), Lines.says("D is no such word"))).isEmpty();
    assertThat(read(Lines.ended(0, "end_turn")))
        .containsExactly(new AgentSignal.TurnEnded(new TurnResult.Completed()));
  }

  @Test
  void aWordIsToldOnceForAMessageAndAgainForTheNext() {
    assertThat(read(Lines.says("TASK_COMPLETE\nTASK_COMPLETE\n"), Lines.says("TASK_COMPLETE")))
        .containsExactly(new AgentSignal.TaskCompleted());
    String other = Lines.chunk("agent_message_chunk", "TASK_COMPLETE", ",\"messageId\":\"m2\"");
    assertThat(read(other, Lines.ended(0, "end_turn")))
        .containsExactly(
            new AgentSignal.TaskCompleted(), new AgentSignal.TurnEnded(new TurnResult.Completed()));
  }

  @Test
  void nothingInCodeIsAnEstimate() {
    assertThat(
            read(
                Lines.says("```\nestimated cost: $5\n"),
                Lines.says("CONFLICT: a\n```\n"),
                Lines.says("Estimated cost: $7\n")))
        .containsExactly(
            new AgentSignal.ConflictFlagged("a"), new AgentSignal.EstimateStated(new Usd(700)));
  }

  @Test
  void thoughtsTheUserSubagentsAndOtherSessionsAreNotItsOwnWords() {
    String text = "TASK_COMPLETE\n";
    assertThat(
            read(
                Lines.chunk("agent_thought_chunk", text, ""),
                Lines.chunk("user_message_chunk", text, ""),
                Lines.chunk(
                    "agent_message_chunk",
                    text,
                    ",\"_meta\":{\"claudeCode\":{\"parentToolUseId\":\"x\"}}"),
                Lines.says(text).replace(Lines.SESSION, "ses_2"),
                Lines.tool("tool_call_update", "t", ",\"content\":[{\"text\":\"TASK_COMPLETE\"}]")))
        .isEmpty();
  }

  @Test
  void aFileIsChangedOnceItsToolIsDone() {
    String edit =
        ",\"kind\":\"edit\",\"status\":\"pending\",\"locations\":[{\"path\":\"/x/src/a.txt\"}]";
    assertThat(read(Lines.tool("tool_call", "t1", edit), Lines.tool("tool_call", "t2", edit)))
        .isEmpty();
    String diff = ",\"content\":[{\"type\":\"diff\",\"path\":\"/etc/b\"}]";
    assertThat(
            read(
                Lines.tool("tool_call_update", "t2", ",\"status\":\"failed\""),
                Lines.tool("tool_call_update", "t1", diff),
                Lines.tool("tool_call_update", "t1", ",\"status\":\"completed\"")))
        .containsExactly(
            new AgentSignal.FileChanged("src/a.txt"), new AgentSignal.FileChanged("/etc/b"));
  }

  @Test
  void whatIsReadOrRunChangesNoFileThatIsTold() {
    for (String kind : List.of("read", "search", "execute", "other")) {
      assertThat(
              read(
                  Lines.tool(
                      "tool_call",
                      kind,
                      ",\"kind\":\""
                          + kind
                          + "\",\"status\":\"completed\",\"locations\":[{\"path\":\"a\"}]")))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "read,READS",
    "search,READS",
    "think,READS",
    "fetch,READS",
    "edit,CHANGES",
    "delete,CHANGES",
    "move,CHANGES",
    "execute,RUNS",
    "other,OTHER",
    "new-in-2030,OTHER"
  })
  void aQuestionSaysWhatTheToolWouldDo(String kind, Access.Kind access) {
    List<AgentSignal> asked =
        read(
            Lines.asks(
                0,
                "{\"toolCallId\":\"t\",\"kind\":\"%s\",\"locations\":[{\"path\":\"/x/a\"}],"
                        .formatted(kind)
                    + "\"rawInput\":{\"command\":\"ls\"}}"));
    assertThat(asked)
        .containsExactly(
            new AgentSignal.Asked(
                new Question.Permission(
                    "2.1", kind, "{\"command\":\"ls\"}", new Access(access, List.of("a")))));
  }

  @Test
  void withoutAnInputEverythingElseIsShown() {
    read(Lines.tool("tool_call", "t", ",\"kind\":\"edit\",\"title\":\"old\""));
    List<AgentSignal> asked =
        read(
            Lines.says("TASK_COMPLETE"),
            Lines.asks(
                7, "{\"toolCallId\":\"t\",\"title\":\"Write a\",\"content\":[],\"rawInput\":{}}"));
    assertThat(asked)
        .containsExactly(
            new AgentSignal.TaskCompleted(),
            new AgentSignal.Asked(
                new Question.Permission(
                    "2.1",
                    "edit",
                    "{\"title\":\"Write a\"}",
                    new Access(Access.Kind.CHANGES, List.of()))));
  }

  @Test
  void aPlanIsShownWhole() {
    String told =
        "{\"toolCallId\":\"t\",\"kind\":\"switch_mode\",\"content\":[{\"type\":\"content\","
            + "\"content\":{\"type\":\"text\",\"text\":\"# Plan\\n1. x\\n\"}}]}";
    assertThat(read(Lines.asks(0, told)))
        .containsExactly(new AgentSignal.Asked(new Question.PlanApproval("2.1", "# Plan\n1. x\n")));
  }

  @Test
  void aQuestionThatIsLeftOpenIsClosedWithTheTurn() {
    read(
        Lines.asks(0, "{\"toolCallId\":\"t1\",\"kind\":\"execute\"}"),
        Lines.asks(1, "{\"toolCallId\":\"t2\",\"kind\":\"execute\"}"),
        Lines.tool("tool_call_update", "t1", ",\"status\":\"completed\""));
    assertThat(read(Lines.ended(0, "cancelled")))
        .containsExactly(
            new AgentSignal.QuestionClosed("2.2"),
            new AgentSignal.TurnEnded(new TurnResult.Interrupted()));
  }

  @Test
  void aQuestionThatIsWithdrawnIsClosed() {
    read(Lines.asks(5, "{\"toolCallId\":\"t1\",\"kind\":\"execute\"}"));
    assertThat(
            read(
                "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancel_request\",\"params\":{\"requestId\":5}}"))
        .containsExactly(new AgentSignal.QuestionClosed("2.1"));
    assertThat(exchange.replies().getLast()).contains("\"id\":5").contains("-32800");
  }

  @Test
  void whatNoHostOffersIsRefused() {
    read(
        "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"fs/write_text_file\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"terminal/create\"}");
    assertThat(exchange.replies().reversed().subList(0, 2))
        .containsExactly(
            "{\"jsonrpc\":\"2.0\",\"id\":4,\"error\":{\"code\":-32601,\"message\":\"no host offers"
                + " terminal/create\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"error\":{\"code\":-32601,\"message\":\"no host"
                + " offers fs/write_text_file\"}}");
  }

  @ParameterizedTest
  @CsvSource({
    "end_turn,Completed",
    "cancelled,Interrupted",
    "max_tokens,LimitReached",
    "max_turn_requests,LimitReached",
    "refusal,Failed",
    "new_in_2030,Failed"
  })
  void aTurnEndsForAReason(String reason, String result) {
    assertThat(read(Lines.ended(0, reason)))
        .singleElement()
        .isInstanceOfSatisfying(
            AgentSignal.TurnEnded.class,
            ended -> assertThat(ended.result().getClass().getSimpleName()).isEqualTo(result));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-32603|Internal error|{\"details\":\"429 Too Many Requests\"}|true",
        "-32000|Authentication required|null|true",
        "429|Too many|null|true",
        "-32603|x|null|false",
        "-32603|Internal error|\"API key not valid\"|true",
        "-32603|Internal error|\"fetch failed\"|true",
        "-32603|503 The server is overloaded|null|true",
        "-32602|No such session: 5001|null|false"
      })
  void aFailingServiceIsToldApart(int code, String message, String data, boolean isService) {
    AgentSignal ended = read(Lines.error("signalbox-prompt-0", code, message, data)).getLast();
    assertThat(((AgentSignal.TurnEnded) ended).result())
        .isInstanceOf(isService ? TurnResult.ServiceFailed.class : TurnResult.Failed.class);
  }

  @Test
  void aFailureMayBeToldInTheLastWordsOfATurnWithoutUse() {
    String failure = Lines.says("Error: Authentication failed (HTTP 401).");
    assertThat(read(Lines.says("Info: trying again"), failure, Lines.ended(0, "end_turn")))
        .containsExactly(
            new AgentSignal.TurnEnded(
                new TurnResult.ServiceFailed("Authentication failed (HTTP 401).")));
    assertThat(
            read(
                failure,
                Lines.result("signalbox-prompt-1", "{\"stopReason\":\"end_turn\",\"usage\":{}}")))
        .containsExactly(new AgentSignal.TurnEnded(new TurnResult.Completed()));
    assertThat(read(Lines.ended(2, "end_turn")))
        .containsExactly(new AgentSignal.TurnEnded(new TurnResult.Completed()));
  }

  @Test
  void useIsToldAsTheAgentTellsIt() {
    read(
        Lines.update(
            "{\"sessionUpdate\":\"usage_update\",\"used\":120,\"size\":1000,"
                + "\"cost\":{\"amount\":0.25,\"currency\":\"USD\"}}"),
        Lines.result(
            "signalbox-prompt-0",
            "{\"stopReason\":\"end_turn\",\"usage\":{\"inputTokens\":10,\"outputTokens\":3,"
                + "\"cachedReadTokens\":4,\"cachedWriteTokens\":2,\"totalTokens\":19}}"));
    assertThat(exchange.pulse().contextPercent()).isEqualTo(12);
    assertThat(exchange.pulse().microUsd()).isEqualTo(250_000);
    assertThat(exchange.pulse().tokens()).isEqualTo(new Tokens(12, 4, 3));
  }

  @Test
  void whatTheCacheGaveIsNotCountedTwice() {
    read(
        Lines.result(
            "signalbox-prompt-0",
            "{\"stopReason\":\"end_turn\",\"usage\":{\"inputTokens\":10,\"outputTokens\":3,"
                + "\"cachedReadTokens\":4,\"totalTokens\":13}}"));
    assertThat(exchange.pulse().tokens()).isEqualTo(new Tokens(6, 4, 3));
  }

  @Test
  void aCostThatIsNotToldIsReckonedFromTokens() {
    AcpProgram priced =
        new AcpProgram(
            "An agent",
            List.of("agent"),
            Lines.PROGRAM.surroundings(),
            Map.of(),
            (model, tokens) -> model.equals("big") ? tokens.output() * 5 : 0);
    AcpExchange reckoned =
        new AcpExchange(Lines.order(LaunchMode.ASK, Lines.fresh()), priced, Optional.empty());
    Lines.read(
        reckoned,
        Lines.initialized(),
        Lines.result(
            "signalbox-open", "{\"sessionId\":\"ses_1\",\"models\":{\"currentModelId\":\"big\"}}"),
        Lines.result(
            "signalbox-prompt-0",
            "{\"stopReason\":\"end_turn\",\"_meta\":{\"quota\":{\"token_count\":"
                + "{\"input_tokens\":7,\"output_tokens\":3}}}}"));
    assertThat(reckoned.pulse().tokens()).isEqualTo(new Tokens(7, 0, 3));
    assertThat(reckoned.pulse().microUsd()).isEqualTo(15);
  }

  @Test
  void aCostInOtherMoneyIsNone() {
    read(
        Lines.update(
            "{\"sessionUpdate\":\"usage_update\",\"used\":1,\"size\":2,"
                + "\"cost\":{\"amount\":3,\"currency\":\"credits\"}}"));
    assertThat(exchange.pulse().microUsd()).isZero();
  }

  @Test
  void aNameThatTheAgentGivesIsTold() {
    assertThat(
            read(
                Lines.update("{\"sessionUpdate\":\"session_info_update\",\"title\":\"A\\nname\"}"),
                Lines.update("{\"sessionUpdate\":\"session_info_update\",\"title\":null}")))
        .containsExactly(new AgentSignal.Identified(Lines.SESSION, "A name"));
  }

  @Test
  void theActivityIsTheLastWordOrTool() {
    read(Lines.tool("tool_call", "t", ",\"title\":\"Run\\nit\""));
    assertThat(exchange.pulse().activity()).isEqualTo(Optional.of("Run it"));
    assertThat(Json.tree(exchange.replies().getLast()).path("method").asString())
        .isEqualTo("session/prompt");
  }
}
