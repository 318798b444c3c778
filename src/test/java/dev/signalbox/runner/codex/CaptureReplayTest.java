package dev.signalbox.runner.codex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.Pricing;
import dev.signalbox.runner.program.Capture;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import dev.signalbox.session.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Recordings of the real program read again; the table was counted by another program. */
class CaptureReplayTest {
  private static final Capture CAPTURE = new Capture("codex");

  @BeforeAll
  static void require() {
    CAPTURE.require();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/codex/captures.csv", useHeadersInDisplayName = true)
  void tokensTurnsQuestionsAndRetriesAreThoseOfTheRecording(
      String capture, long input, long output, String ends, String questions, int retries) {
    CodexExchange exchange = exchange();
    List<AgentSignal> signals = replay(exchange, capture);

    assertThat(exchange.pulse().tokens()).isEqualTo(new Tokens(input, 0, output));
    assertThat(
            of(signals, AgentSignal.TurnEnded.class).stream()
                .map(ended -> ended.result().getClass().getSimpleName())
                .collect(Collectors.joining(" ")))
        .isEqualTo(ends == null ? "" : ends);
    assertThat(
            of(signals, AgentSignal.Asked.class).stream()
                .map(asked -> asked.question().getClass().getSimpleName())
                .collect(Collectors.joining(" ")))
        .isEqualTo(questions == null ? "" : questions);
    assertThat(of(signals, AgentSignal.Retrying.class)).hasSize(retries);
    assertThat(of(signals, AgentSignal.Identified.class)).hasSizeBetween(1, 2);
  }

  @Test
  void answersAreThoseThatTheProgramUnderstood() {
    assertAnswered("y03-ask-accept.wire.jsonl", new AgentMessage.Allow("2-0"));
    assertAnswered("y04-ask-decline.wire.jsonl", new AgentMessage.Deny("2-0", "No."));
    assertAnswered("y09-plan.wire.jsonl", new AgentMessage.Choose("2-0", List.of("SQLite")));
  }

  /** Its own ids are not ours, and it asked for a name by itself. */
  private static void assertAnswered(String capture, AgentMessage answer) {
    CodexExchange exchange = exchange();
    replay(exchange, capture);
    String recorded =
        CAPTURE.said(capture).stream()
            .filter(line -> line.contains("\"result\""))
            .findFirst()
            .orElseThrow();
    String written = exchange.write(7, answer).orElseThrow().getFirst();
    assertThat(tree(written)).isEqualTo(tree(recorded));
  }

  @Test
  void theHandshakeIsThatOfTheRecording() {
    CodexExchange exchange = exchange();
    replay(exchange, "y01-app-bypass.wire.jsonl");
    List<String> said = new ArrayList<>();
    said.add(exchange.write(0, new AgentMessage.Say("Do it.")).orElseThrow().getFirst());
    said.addAll(exchange.replies());
    List<String> recorded = CAPTURE.said("y01-app-bypass.wire.jsonl");
    assertThat(said.stream().map(CaptureReplayTest::method))
        .isEqualTo(recorded.stream().map(CaptureReplayTest::method).toList());
    JsonNode ours = tree(said.get(2)).path("params");
    ObjectNode theirs = (ObjectNode) tree(recorded.get(2)).path("params");
    assertThat(ours).isEqualTo(theirs.put("cwd", "/x"));
  }

  @Test
  void aPlanIsShownWholeAndWithItsTurn() {
    List<AgentSignal> signals = replay(exchange(), "y09-plan.wire.jsonl");
    AgentSignal.Asked first = of(signals, AgentSignal.Asked.class).getFirst();
    assertThat(first.question())
        .isEqualTo(
            new Question.PlanApproval(
                "2-plan-01a201df-4e28-7142-9714-3816ebc47ee2",
                "# Plan\n1. Write plan.txt\n2. Commit it"));
    // The next turn began without an answer to it.
    assertThat(signals).contains(new AgentSignal.QuestionClosed(first.question().id()));
  }

  @Test
  void whatAnEarlierProcessUsedIsNotCountedAgain() {
    CodexExchange exchange =
        new CodexExchange(
            Orders.order(
                LaunchMode.BYPASS,
                new LaunchOrder.Conversation.Resumed("01a201df-3ae0-7ea2-8162-2d119f36179d")),
            (model, tokens) -> model.equals("fake-model") ? tokens.input() : -1);
    replay(exchange, "y02-app-resume-other-process.wire.jsonl");
    assertThat(exchange.pulse().microUsd()).isEqualTo(10_209);
    assertThat(exchange.pulse().contextTokens()).isEqualTo(10_249);
    assertThat(exchange.pulse().contextTokensMax()).isEqualTo(258_400);
  }

  private static CodexExchange exchange() {
    return new CodexExchange(Orders.fresh(LaunchMode.BYPASS), Pricing.NONE);
  }

  /** The recordings have ids of their own; ours name what is answered. */
  private static List<AgentSignal> replay(CodexExchange exchange, String capture) {
    List<AgentSignal> signals = new ArrayList<>();
    for (String line : CAPTURE.lines(capture)) {
      signals.addAll(exchange.read(withOurId(line)));
    }
    return signals;
  }

  private static String withOurId(String line) {
    if (!(tree(line) instanceof ObjectNode frame) || frame.has("method") || !frame.has("result")) {
      return line;
    }
    JsonNode result = frame.path("result");
    if (result.has("userAgent")) {
      frame.put("id", Lines.INITIALIZE);
    } else if (result.has("thread")) {
      frame.put("id", Lines.THREAD);
    } else if (result.has("turn")) {
      frame.put("id", Lines.MESSAGE + frame.path("id").asString());
    }
    return frame.toString();
  }

  private static String method(String line) {
    return tree(line).path("method").asString("");
  }

  private static JsonNode tree(String line) {
    return JsonMapper.shared().readTree(line);
  }

  private static <S extends AgentSignal> List<S> of(List<AgentSignal> signals, Class<S> kind) {
    return signals.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
