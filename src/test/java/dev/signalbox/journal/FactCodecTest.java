package dev.signalbox.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Deed;
import dev.signalbox.engine.Ending;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Failing;
import dev.signalbox.engine.Recorded;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.golden.Golden;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Facts as JSON and back. {@code -Dsignalbox.journal.seed=N} repeats a run. */
class FactCodecTest {
  private static final FactCodec CODEC = FactCodec.current();
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final long SEED = Long.getLong("signalbox.journal.seed", 20_261_122L);
  private static final int CASES = 200;

  /** What tells values inside facts apart by a word. */
  private static final List<Class<?>> WORDED =
      List.of(
          AgentExit.class,
          AgentMessage.class,
          Question.class,
          GateDecision.class,
          GateKind.class,
          Deed.class,
          Ending.Then.class,
          Failing.Kind.class,
          ExecMode.class,
          LaunchMode.class,
          Deliverable.class);

  @Test
  void everyFactComesBackAsItWas() {
    for (Class<? extends Record> type : RandomFacts.types()) {
      for (int i = 0; i < CASES; i++) {
        RandomFacts facts = new RandomFacts(SEED + i);
        Recorded recorded = new Recorded(i + 1, facts.time(), facts.fact(type));
        StoredFact stored = CODEC.encode(Facts.RUN, recorded);
        String onDisk =
            new String(stored.json().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(onDisk).as("seed %d: UTF-8 can hold it", SEED + i).isEqualTo(stored.json());
        assertThat(CODEC.decode(stored)).as("seed %d: %s", SEED + i, onDisk).isEqualTo(recorded);
      }
    }
  }

  /** The file is what released journals hold: a changed line needs a new version of its kind. */
  @Test
  void examplesOfAllFactsAreAsAPersonHasReadThem() {
    StringBuilder text = new StringBuilder();
    for (Class<? extends Record> type : RandomFacts.types()) {
      StoredFact stored = encode(ExampleFacts.of(type));
      text.append(stored.kind()).append(' ').append(stored.version()).append(' ');
      text.append(stored.json()).append('\n');
    }
    for (Class<?> worded : WORDED) {
      text.append("\n# ").append(worded.getSimpleName()).append('\n');
      ExampleFacts.casesIn(worded).forEach(c -> text.append(ValueJson.write(c)).append('\n'));
    }
    Golden.assertMatches("journal/facts.txt", text.toString());
  }

  @Test
  void anAbsentOptionalValueIsEmpty() {
    assertThat(decode("merged", 1, "{\"session\":\"S-A\"}"))
        .isEqualTo(new Fact.Merged(new SessionId("S-A"), Optional.empty()));
    Gate gate = new Gate(1, GateKind.TABLE, List.of(), "t", "s", Optional.empty());
    assertThat(encode(new Fact.GateOpened(gate)).json()).doesNotContain("question", "null");
  }

  @Test
  void aKindOrVersionThatIsNotKnownStopsWithItsName() {
    assertUnknown("telepathy-begun", 1, "{}", "telepathy-begun version 1");
    assertUnknown("run-closed", 2, "{}", "run-closed version 2");
  }

  @Test
  void anotherShapeStopsWithWhatIsWrong() {
    assertUnknown("run-closed", 1, "{\"more\":1}", "more");
    assertUnknown("run-closed", 1, "[]", "expected an object");
    assertUnknown("run-closed", 1, "{", "expected the shape of run-closed");
    assertUnknown("run-closed", 1, "{} {}", "expected the shape of run-closed");
    assertUnknown("batch-dispatched", 1, "{}", "number: expected a value");
    assertUnknown("batch-dispatched", 1, "{\"number\":1,\"number\":2}", "number");
    assertUnknown("batch-dispatched", 1, "{\"number\":1.5}", "a whole number");
    assertUnknown("batch-dispatched", 1, "{\"number\":4294967297}", "a whole number");
    assertUnknown("batch-dispatched", 1, "{\"number\":null}", "a whole number");
    assertUnknown("batch-dispatched", 1, "{\"number\":\"1\"}", "a whole number");
    assertUnknown("session-admitted", 1, "{\"session\":\"../S-A\"}", "SessionId");
    assertUnknown("agent-exited", 1, exited("{\"type\":\"exploded\"}"), "exploded");
    assertUnknown("agent-exited", 1, exited("{}"), "AgentExit");
    assertUnknown("agent-exited", 1, exited("\"ended\""), "AgentExit");
  }

  private static String exited(String exit) {
    return "{\"session\":\"S-A\",\"attempt\":1,\"exit\":" + exit + "}";
  }

  @Test
  void olderVersionsAreLiftedStepByStep() {
    Upcaster counts = json -> json.removeAll().put("n", 1);
    Upcaster renames =
        json -> {
          json.set("number", json.remove("n"));
          return json;
        };
    FactCodec codec = FactCodec.with(Map.of("batch-dispatched", List.of(counts, renames)));
    Fact one = new Fact.BatchDispatched(1);
    assertThat(codec.decode(stored("batch-dispatched", 1, "{\"x\":0}")).fact()).isEqualTo(one);
    assertThat(codec.decode(stored("batch-dispatched", 2, "{\"n\":1}")).fact()).isEqualTo(one);
    assertThat(codec.decode(stored("batch-dispatched", 3, "{\"number\":1}")).fact()).isEqualTo(one);
    assertThat(codec.encode(Facts.RUN, new Recorded(1, NOON, one)).version()).isEqualTo(3);
    assertThat(codec.encode(Facts.RUN, new Recorded(1, NOON, new Fact.RunClosed())).version())
        .isEqualTo(1);
  }

  private static StoredFact encode(Fact fact) {
    return CODEC.encode(Facts.RUN, new Recorded(1, NOON, fact));
  }

  private static Fact decode(String kind, int version, String json) {
    return CODEC.decode(stored(kind, version, json)).fact();
  }

  private static StoredFact stored(String kind, int version, String json) {
    return new StoredFact(9, Facts.RUN, kind, version, NOON, json);
  }

  private static void assertUnknown(String kind, int version, String json, String told) {
    assertThatExceptionOfType(SignalboxException.class)
        .as(json)
        .isThrownBy(() -> decode(kind, version, json))
        .withMessageContaining("fact 9 of run shop-1")
        .withMessageContaining(told)
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.JOURNAL_FACT_UNKNOWN));
  }
}
