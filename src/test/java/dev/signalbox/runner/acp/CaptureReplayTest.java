package dev.signalbox.runner.acp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.Json;
import dev.signalbox.runner.program.Capture;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.Question;
import dev.signalbox.session.TurnResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Recordings of the real programs read again, with the answers that this side gives; the table was
 * counted by another program.
 */
class CaptureReplayTest {
  private static final Capture CAPTURES = new Capture("acp");

  private final Map<String, String> ours = new HashMap<>();
  private final Deque<Question> open = new ArrayDeque<>();
  private final List<AgentSignal> signals = new ArrayList<>();
  private int requests;
  private int sequence;

  @BeforeAll
  static void require() {
    CAPTURES.require();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/acp/captures.csv", useHeadersInDisplayName = true)
  void whatIsReadAndSaidIsThatOfTheRecording(
      String capture,
      String step,
      String questions,
      String files,
      String tokens,
      String context,
      long microUsd) {
    AcpExchange exchange =
        new AcpExchange(
            Lines.order(LaunchMode.PLAN, Lines.fresh()), program(step), Optional.empty());
    for (Capture.Line line : CAPTURES.conversation(capture + ".wire.jsonl")) {
      if (line.isFromAgent()) {
        List<AgentSignal> read = exchange.read(Json.text(translated(line.message())));
        read.stream()
            .filter(AgentSignal.Asked.class::isInstance)
            .forEach(asked -> open.add(((AgentSignal.Asked) asked).question()));
        signals.addAll(read);
      } else {
        said(exchange, line.message());
      }
    }

    Pulse pulse = exchange.pulse();
    assertThat(kinds()).isEqualTo(questions);
    assertThat(changed()).isEqualTo(files);
    assertThat(signals.getLast()).isEqualTo(new AgentSignal.TurnEnded(new TurnResult.Completed()));
    assertThat(
            pulse.tokens().input() + " " + pulse.tokens().cached() + " " + pulse.tokens().output())
        .isEqualTo(tokens);
    assertThat(pulse.contextTokens() + " " + pulse.contextTokensMax()).isEqualTo(context);
    assertThat(pulse.microUsd()).isEqualTo(microUsd);
    assertThat(signals).filteredOn(AgentSignal.Identified.class::isInstance).isNotEmpty();
  }

  /** The mode that was recorded, as the one that the order asks for. */
  private static AcpProgram program(String step) {
    List<String> words = List.of(step.split(" "));
    AcpProgram.Way way =
        switch (words.getFirst()) {
          case "set_mode" -> Lines.way(new SessionStep.SetMode(words.get(1)));
          case "option" -> Lines.way(new SessionStep.SetOption(words.get(1), words.get(2)));
          default -> Lines.PLAIN;
        };
    return Lines.program(
        Map.of(
            LaunchMode.PLAN,
            way,
            LaunchMode.BYPASS,
            Lines.way(new SessionStep.SetMode("acceptEdits")),
            LaunchMode.ASK,
            Lines.PLAIN));
  }

  /** The recorded client's line, and the one that this side says instead. */
  private void said(AcpExchange exchange, JsonNode recorded) {
    if (recorded.has("method")) {
      String line =
          requests == 0
              ? exchange.write(0, new AgentMessage.Say("x")).orElseThrow().getFirst()
              : exchange.replies().get(requests - 1);
      requests++;
      JsonNode said = Json.tree(line);
      ours.put(recorded.path("id").toString(), said.path("id").asString(""));
      assertSame(said, recorded);
    } else {
      answered(exchange, recorded);
    }
  }

  private static void assertSame(JsonNode said, JsonNode recorded) {
    assertThat(said.path("jsonrpc")).isEqualTo(recorded.path("jsonrpc"));
    ObjectNode expected = (ObjectNode) recorded.path("params").deepCopy();
    ObjectNode found = (ObjectNode) said.path("params").deepCopy();
    for (String chosen : List.of("clientInfo", "prompt", "cwd")) {
      assertThat(found.has(chosen)).isEqualTo(expected.has(chosen));
      found.remove(chosen);
      expected.remove(chosen);
    }
    assertThat(said.path("method")).isEqualTo(recorded.path("method"));
    assertThat(found).isEqualTo(expected);
  }

  private void answered(AcpExchange exchange, JsonNode recorded) {
    String option = recorded.path("result").path("outcome").path("optionId").asString("");
    if (option.isEmpty()) {
      // The recorded client wrote the file; this one offers no such thing.
      assertThat(exchange.replies().getLast()).contains("-32601").contains("fs/write_text_file");
      return;
    }
    Question question = open.remove();
    boolean isNo = List.of("reject", "reject_once", "cancel").contains(option);
    AgentMessage message =
        switch (question) {
          case Question.PlanApproval plan -> new AgentMessage.ApprovePlan(plan.id(), false);
          case Question.Permission _, Question.Choice _, Question.Inquiry _ ->
              isNo
                  ? new AgentMessage.Deny(question.id(), "")
                  : new AgentMessage.Allow(question.id());
        };
    List<String> lines = exchange.write(++sequence, message).orElseThrow();
    assertThat(lines).hasSize(1);
    assertThat(Json.tree(lines.getFirst())).isEqualTo(recorded);
  }

  /** The agent's line, as if it answered our request. */
  private JsonNode translated(JsonNode message) {
    if (message.has("method")) {
      return message;
    }
    ObjectNode copy = (ObjectNode) message.deepCopy();
    copy.put("id", ours.getOrDefault(message.path("id").toString(), ""));
    return copy;
  }

  private String kinds() {
    return signals.stream()
        .filter(AgentSignal.Asked.class::isInstance)
        .map(asked ->
            switch (((AgentSignal.Asked) asked).question()) {
              case Question.PlanApproval _ -> "PlanApproval";
              case Question.Choice _ -> "Choice";
              case Question.Inquiry _ -> "Inquiry";
              case Question.Permission permission ->
                  switch (permission.access().kind()) {
                    case CHANGES -> "edit";
                    case RUNS -> "execute";
                    case READS -> "read";
                    case OTHER -> "other";
                  };
            })
        .collect(Collectors.collectingAndThen(Collectors.joining(" "), CaptureReplayTest::filled));
  }

  private String changed() {
    return signals.stream()
        .filter(AgentSignal.FileChanged.class::isInstance)
        .map(changed -> ((AgentSignal.FileChanged) changed).path())
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .distinct()
        .collect(Collectors.collectingAndThen(Collectors.joining(" "), CaptureReplayTest::filled));
  }

  private static String filled(String text) {
    return text.isEmpty() ? "-" : text;
  }
}
