package dev.signalbox.runner;

import dev.signalbox.redaction.Redactor;
import dev.signalbox.session.Access;
import dev.signalbox.session.AgentCall;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.Question;
import dev.signalbox.session.Spoken;
import dev.signalbox.session.TurnResult;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an agent tells, without the secrets in it. Ids stay: they are said back to the agent.
 *
 * @param text covers the secrets of one text
 */
public record AgentRedaction(UnaryOperator<String> text) {

  public AgentRedaction(Redactor redactor) {
    this(redactor::text);
  }

  private String of(String words) {
    return text.apply(words);
  }

  private List<String> of(List<String> words) {
    return words.stream().map(text).toList();
  }

  /** What policy hears, and keeps. */
  public AgentSignal of(AgentSignal signal) {
    return switch (signal) {
      case AgentSignal.Identified(String id, String name) ->
          new AgentSignal.Identified(id, of(name));
      case AgentSignal.Asked(Question question) -> new AgentSignal.Asked(of(question));
      case AgentSignal.ConflictFlagged(String words) -> new AgentSignal.ConflictFlagged(of(words));
      case AgentSignal.FeedbackAnswered(long number, boolean isAddressed, String reason) ->
          new AgentSignal.FeedbackAnswered(number, isAddressed, of(reason));
      case AgentSignal.Retrying(int attempt, int attemptsMax, String reason) ->
          new AgentSignal.Retrying(attempt, attemptsMax, of(reason));
      case AgentSignal.FileChanged(String path) -> new AgentSignal.FileChanged(of(path));
      case AgentSignal.TurnEnded(TurnResult result) -> new AgentSignal.TurnEnded(of(result));
      case AgentSignal.StartConfirmed _,
          AgentSignal.EstimateStated _,
          AgentSignal.QuestionClosed _,
          AgentSignal.TaskCompleted _,
          AgentSignal.SubagentRan _ ->
          signal;
    };
  }

  /** What it tells with its tools, and policy keeps. */
  public AgentCall of(AgentCall call) {
    return switch (call) {
      case AgentCall.Started(String name) -> new AgentCall.Started(of(name));
      case AgentCall.Progress(String words) -> new AgentCall.Progress(of(words));
      case AgentCall.Ask(String words, List<String> options) ->
          new AgentCall.Ask(of(words), of(options));
      case AgentCall.Checkpoint(String words) -> new AgentCall.Checkpoint(of(words));
      case AgentCall.Conflict(String words) -> new AgentCall.Conflict(of(words));
      case AgentCall.HandIn(String summary) -> new AgentCall.HandIn(of(summary));
    };
  }

  /** What a person decides on. The agent itself gets back what it asked, from its own output. */
  public Question of(Question question) {
    return switch (question) {
      case Question.Permission(String id, String tool, String input, Access access) ->
          new Question.Permission(
              id, of(tool), of(input), new Access(access.kind(), of(access.paths())));
      case Question.PlanApproval(String id, String plan) -> new Question.PlanApproval(id, of(plan));
      case Question.Choice(String id, List<Question.Item> items) ->
          new Question.Choice(id, items.stream().map(this::of).toList());
      case Question.Inquiry(String id, Question.Item item) -> new Question.Inquiry(id, of(item));
    };
  }

  private Question.Item of(Question.Item item) {
    return new Question.Item(of(item.text()), of(item.options()), item.isMultiple());
  }

  /** What a person reads. */
  public Spoken of(Spoken spoken) {
    return switch (spoken) {
      case Spoken.Words(String words) -> new Spoken.Words(of(words));
      case Spoken.Piece(String message, String words) -> new Spoken.Piece(message, of(words));
      case Spoken.ToolUsed(String about, String with) -> new Spoken.ToolUsed(of(about), of(with));
      case Spoken.Asked(Question question) -> new Spoken.Asked(of(question));
      case Spoken.TurnOver(TurnResult result) -> new Spoken.TurnOver(of(result));
    };
  }

  /** How a turn ended. */
  public TurnResult of(TurnResult result) {
    return switch (result) {
      case TurnResult.ServiceFailed(String reason) -> new TurnResult.ServiceFailed(of(reason));
      case TurnResult.LimitReached(String reason) -> new TurnResult.LimitReached(of(reason));
      case TurnResult.Failed(String reason) -> new TurnResult.Failed(of(reason));
      case TurnResult.Completed _, TurnResult.Interrupted _ -> result;
    };
  }

  /** How a process ended. */
  public AgentExit of(AgentExit exit) {
    return switch (exit) {
      case AgentExit.Ended(int code, String errorTail) -> new AgentExit.Ended(code, of(errorTail));
      case AgentExit.Vanished _ -> exit;
    };
  }

  /** What it is doing. */
  public Pulse of(Pulse pulse) {
    return new Pulse(
        pulse.bytes(),
        pulse.microUsd(),
        pulse.tokens(),
        pulse.contextTokens(),
        pulse.contextTokensMax(),
        pulse.activity().map(text));
  }
}
