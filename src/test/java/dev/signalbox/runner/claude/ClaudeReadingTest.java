package dev.signalbox.runner.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Usd;
import dev.signalbox.session.Access;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import dev.signalbox.session.TurnResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lines of output mean. */
class ClaudeReadingTest {
  private final ClaudeExchange exchange = Lines.exchange();

  @Test
  void aConversationIsIdentifiedOnceAndAgainWhenItIsRenamed() {
    assertThat(read(Lines.title("A name"), Lines.init("claude-a"), Lines.init("claude-a")))
        .containsExactly(new AgentSignal.Identified(Lines.SESSION, "A name"));
    assertThat(read(Lines.title("Another")))
        .containsExactly(new AgentSignal.Identified(Lines.SESSION, "Another"));
  }

  @Test
  void anIdThatIsNoUuidIsNotBelieved() {
    assertThat(read(Lines.init("a").replace(Lines.SESSION, "--resume"))).isEmpty();
  }

  @Test
  void agreedWordsCountInTheAgentsOwnTextOnly() {
    String words = "Session started\nEstimated cost: $4\nCONFLICT: x\nTASK_COMPLETE";
    assertThat(
            read(
                Lines.toolResult(words),
                Lines.subagentSaid(words),
                Lines.uses("Write", "{\"content\":" + Lines.quoted(words) + "}"),
                Lines.said(words).replace("claude-a", "<synthetic>")))
        .isEmpty();
    assertThat(read(Lines.said(words)))
        .containsExactly(
            new AgentSignal.StartConfirmed(),
            new AgentSignal.EstimateStated(new Usd(400)),
            new AgentSignal.ConflictFlagged("x"),
            new AgentSignal.TaskCompleted());
  }

  @Test
  void aStartAndAnEstimateCountOnceATaskEachTime() {
    String words = "Session started. Estimate: $4. TASK_COMPLETE";
    read(Lines.said(words));
    assertThat(read(Lines.said(words))).containsExactly(new AgentSignal.TaskCompleted());
  }

  @ParameterizedTest
  @CsvSource({
    "TASK_COMPLETE, true",
    "'All done: **TASK_COMPLETE**.', true",
    "task_complete, false",
    "TASK_COMPLETED, false",
    "NOT_TASK_COMPLETE, false",
    "TASK COMPLETE, false",
  })
  void aTaskIsCompletedByTheExactWord(String text, boolean isComplete) {
    assertThat(read(Lines.said(text)).contains(new AgentSignal.TaskCompleted()))
        .isEqualTo(isComplete);
  }

  @Test
  void conflictsAreLinesThatBeginWithTheWord() {
    assertThat(
            read(
                Lines.said(
                    "There is a CONFLICT: not at the start\nCONFLICT: one\n- **CONFLICT:** two\n"
                        + "CONFLICT:\nconflict: three")))
        .containsExactly(
            new AgentSignal.ConflictFlagged("one"), new AgentSignal.ConflictFlagged("two"));
  }

  @Test
  void questionsAreToldWithTheInputAsItCame() {
    String input = "{\"command\": \"ls \\u00e9\", \"n\":1.50, \"deep\":{\"a\":[1,{}]}}";
    assertThat(read(Lines.asks("q1", "Bash", input)))
        .containsExactly(
            new AgentSignal.Asked(
                new Question.Permission(
                    "q1", "Bash", input, new Access(Access.Kind.RUNS, List.of()))));
    assertThat(read(Lines.asks("q3", "Edit", "{\"file_path\":\"/x/src/a.txt\"}")))
        .containsExactly(
            new AgentSignal.Asked(
                new Question.Permission(
                    "q3",
                    "Edit",
                    "{\"file_path\":\"/x/src/a.txt\"}",
                    new Access(Access.Kind.CHANGES, List.of("src/a.txt")))));
    assertThat(read(Lines.asks("q2", "ExitPlanMode", "{\"plan\":\"# Plan\\n1. Do\"}")))
        .containsExactly(new AgentSignal.Asked(new Question.PlanApproval("q2", "# Plan\n1. Do")));
    assertThat(
            read(
                Lines.asks(
                    "q3",
                    "AskUserQuestion",
                    "{\"questions\":[{\"question\":\"Which?\",\"multiSelect\":true,"
                        + "\"options\":[{\"label\":\"A\"},{\"label\":\"B\"}]}]}")))
        .containsExactly(
            new AgentSignal.Asked(
                new Question.Choice(
                    "q3", List.of(new Question.Item("Which?", List.of("A", "B"), true)))));
  }

  @Test
  void aQuestionIsClosedOnceIfItWasAsked() {
    read(Lines.asks("q1", "Bash", "{}"));
    assertThat(read(Lines.cancels("q0"), Lines.cancels("q1"), Lines.cancels("q1")))
        .containsExactly(new AgentSignal.QuestionClosed("q1"));
  }

  @Test
  void retriesAreTold() {
    assertThat(read(Lines.retries()))
        .containsExactly(new AgentSignal.Retrying(2, 10, "overloaded 529"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'\"is_error\":false,\"subtype\":\"success\",\"terminal_reason\":\"completed\"', Completed",
        "'\"is_error\":true,\"subtype\":\"success\",\"terminal_reason\":\"api_error\"',"
            + " ServiceFailed",
        "'\"is_error\":true,\"terminal_reason\":\"api_error\",\"stop_reason\":\"refusal\"', Failed",
        "'\"is_error\":true,\"terminal_reason\":\"max_turns\"', LimitReached",
        "'\"is_error\":true,\"terminal_reason\":\"budget_exhausted\"', LimitReached",
        "'\"is_error\":true,\"subtype\":\"error_max_budget_usd\"', LimitReached",
        "'\"is_error\":true,\"terminal_reason\":\"aborted_tools\"', Interrupted",
        "'\"is_error\":true,\"terminal_reason\":\"aborted_streaming\"', Interrupted",
        "'\"is_error\":true,\"terminal_reason\":\"prompt_too_long\"', Failed",
        "'\"is_error\":true,\"subtype\":\"error_during_execution\"', Failed",
      })
  void aTurnEndsAsItsResultSays(String how, String kind) {
    AgentSignal.TurnEnded ended = (AgentSignal.TurnEnded) read(Lines.result(how, 0.25)).getFirst();
    assertThat(ended.result().getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void theReasonOfAFailureIsWhatTheProgramSays() {
    assertThat(
            read(
                Lines.result(
                    "\"is_error\":true,\"terminal_reason\":\"api_error\",\"result\":\"No\\nkey\"",
                    0)))
        .containsExactly(new AgentSignal.TurnEnded(new TurnResult.ServiceFailed("No key")));
    assertThat(read(Lines.result("\"is_error\":true,\"errors\":[\"No conversation\"]", 0)))
        .containsExactly(new AgentSignal.TurnEnded(new TurnResult.Failed("No conversation")));
  }

  @Test
  void costsOfTheProcessAddUpWithoutThoseOfEarlierOnes() {
    String done = "\"is_error\":false";
    read(Lines.result(done, 0.25), Lines.result(done, 0.125));
    assertThat(exchange.pulse().microUsd()).isEqualTo(1_375_000);
  }

  @Test
  void theWindowFillsWithWhatTheLastCallRead() {
    read(Lines.init("claude-a"), Lines.said("Hello"));
    assertThat(exchange.pulse().contextTokens()).isEqualTo(1_210);
    assertThat(exchange.pulse().contextTokensMax()).isEqualTo(200_000);
    read(Lines.subagentSaid("x").replace("1000", "9000"));
    assertThat(exchange.pulse().contextTokens()).isEqualTo(1_210);
    read(Lines.window(1_000_000), Lines.init("claude-a"));
    assertThat(exchange.pulse().contextTokensMax()).isEqualTo(1_000_000);
    read(Lines.result("\"is_error\":false", 0));
    assertThat(exchange.pulse().contextTokensMax()).isEqualTo(400_000);
  }

  @Test
  void theActivityIsOneShortLine() {
    assertThat(exchange.pulse().activity()).isEmpty();
    read(Lines.uses("Bash", "{\"timeout\":5,\"command\":\"mvn\\n  test\\u001b[2J\"}"));
    assertThat(exchange.pulse().activity()).contains("Bash mvn test [2J");
    read(Lines.said("  First line\nsecond  "));
    assertThat(exchange.pulse().activity()).contains("First line second");
    read(Lines.said("😀".repeat(500)));
    assertThat(exchange.pulse().activity().orElseThrow())
        .hasSizeLessThanOrEqualTo(Limits.ACTIVITY_CHARS_MAX)
        .endsWith("😀…");
  }

  @Test
  void aTurnHasNotEndedWhileSubagentsAreAtWork() {
    String done = Lines.result("\"is_error\":false,\"num_turns\":1", 0);
    String told =
        Lines.result(
            "\"is_error\":false,\"num_turns\":0,\"origin\":{\"kind\":\"task-notification\"}", 0);
    AgentSignal end = new AgentSignal.TurnEnded(new TurnResult.Completed());
    assertThat(read(Lines.taskStarted("a"), Lines.taskStarted("b"), done)).isEmpty();
    assertThat(read(Lines.taskEnded("a", "completed"), Lines.taskEnded("b", "completed")))
        .containsExactly(new AgentSignal.SubagentRan(), new AgentSignal.SubagentRan());
    // The program goes on by itself: a turn for each, of which the last one says something.
    assertThat(read(Lines.init("claude-a"), told)).doesNotContain(end);
    assertThat(read(Lines.init("claude-a"), Lines.said("Both are back."), done))
        .containsExactly(end);
  }

  @Test
  void aTurnHasNotEndedBeforeTheModelHearsOfSubagentsThatCameBack() {
    String done = Lines.result("\"is_error\":false,\"num_turns\":1", 0);
    String ofSubagent =
        Lines.toolResult("x").replace("\"message\"", "\"parent_tool_use_id\":\"t\",\"message\"");
    read(Lines.taskStarted("a"), Lines.taskEnded("a", "completed"), ofSubagent);
    assertThat(read(Lines.said("I wait."), done)).isEmpty();
    read(Lines.init("claude-a"), Lines.taskStarted("b"), Lines.taskEnded("b", "completed"));
    // With the result of a tool the model is told of what happened meanwhile.
    assertThat(read(Lines.toolResult("x"), Lines.said("It is back."), done))
        .containsExactly(new AgentSignal.TurnEnded(new TurnResult.Completed()));
  }

  @Test
  void aTurnEndsWithTheLastSubagentWhereThatWasStopped() {
    String done = Lines.result("\"is_error\":false,\"num_turns\":1", 0);
    AgentSignal end = new AgentSignal.TurnEnded(new TurnResult.Completed());
    assertThat(read(Lines.taskStarted("a"), done, Lines.taskEnded("a", "stopped")))
        .containsExactly(end);
    String stopped = Lines.result("\"is_error\":true,\"terminal_reason\":\"aborted_tools\"", 0);
    assertThat(read(Lines.taskStarted("b"), stopped))
        .containsExactly(new AgentSignal.TurnEnded(new TurnResult.Interrupted()));
    assertThat(read(Lines.taskEnded("b", "stopped"))).isEmpty();
  }

  private List<AgentSignal> read(String... lines) {
    List<AgentSignal> signals = new ArrayList<>();
    for (String line : lines) {
      signals.addAll(exchange.read(line));
    }
    return signals;
  }
}
