package dev.signalbox.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Beginning;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Failing;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.ReviewFact;
import dev.signalbox.redaction.Redactor;
import dev.signalbox.runtime.FactStore;
import dev.signalbox.session.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EngineLogTest {
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final String SECRET = "an-Agents-Own-Key-0815";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder = Path.of("");

  private EngineLog log(long bytesMax) {
    Redactor redactor = Redactor.of(List.of(SECRET));
    return new EngineLog(
        folder,
        new RunId("checkout-1"),
        Clock.fixed(NOW, ZoneOffset.UTC),
        () -> redactor,
        bytesMax);
  }

  private List<JsonNode> lines() throws IOException {
    return Files.readAllLines(folder.resolve(EngineLog.NAME)).stream().map(JSON::readTree).toList();
  }

  private static Recorded at(long sequence, Fact fact) {
    return new Recorded(sequence, NOW.plusSeconds(sequence), fact);
  }

  @AfterEach
  void nobodyListens() {
    LibraryLog.leave();
  }

  @Test
  void aLineSaysWhenWhatAndOfWhichRunAndIsTheOwnersAlone() throws IOException {
    log(EngineLog.BYTES_MAX).say(LogLevel.INFO, "engine-started", "process 4711");
    assertThat(Files.readString(folder.resolve(EngineLog.NAME)))
        .isEqualTo(
            "{\"time\":\"2026-11-28T10:00:00Z\",\"level\":\"info\",\"code\":\"engine-started\","
                + "\"run\":\"checkout-1\",\"message\":\"process 4711\"}\n");
    assertThat(Files.getPosixFilePermissions(folder.resolve(EngineLog.NAME)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void hostileTextStaysOneLineAndMovesNoCursor() throws IOException {
    String hostile =
        "a\n{\"level\":\"error\"}\r\n\u0000\u001b[2J\u009b2J\u2028\u202e\u0085\ud800 \"}\\ \ud83d\ude00";
    log(EngineLog.BYTES_MAX).lines(LogLevel.WARN, "webhook").accept(hostile);
    String text = Files.readString(folder.resolve(EngineLog.NAME));
    assertThat(
            text.strip()
                .chars()
                .filter(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x202e))
        .isEmpty();
    assertThat(lines()).hasSize(1);
    assertThat(lines().getFirst().get("message").asString()).isEqualTo(hostile);
    assertThat(lines().getFirst().get("level").asString()).isEqualTo("warn");
  }

  @Test
  void aSecretIsCoveredAlsoWhereTheMessageIsCut() throws IOException {
    EngineLog log = log(EngineLog.BYTES_MAX);
    log.say(LogLevel.WARN, "webhook", "the key is " + SECRET + " and ghp_" + "a1".repeat(18));
    log.say(LogLevel.WARN, "webhook", "x".repeat(LogLine.MESSAGE_CHARS_MAX - 5) + SECRET);
    assertThat(Files.readString(folder.resolve(EngineLog.NAME)))
        .contains("the key is [redacted] and [redacted]")
        .doesNotContain(SECRET.substring(0, 5), "ghp_a1");
    assertThat(lines().getLast().get("message").asString())
        .hasSizeLessThanOrEqualTo(LogLine.MESSAGE_CHARS_MAX + 1);
  }

  @Test
  void theFileIsBoundedAndTheOneBeforeIsKept() throws IOException {
    EngineLog log = log(1_000);
    for (int i = 0; i < 100; i++) {
      log.say(LogLevel.INFO, "webhook", "line " + i);
    }
    Path before = folder.resolve(EngineLog.NAME + ".1");
    assertThat(Files.size(folder.resolve(EngineLog.NAME))).isBetween(1L, 1_000L);
    assertThat(Files.size(before)).isBetween(1L, 1_000L);
    assertThat(lines().getLast().get("message").asString()).isEqualTo("line 99");
    List<String> all = new ArrayList<>(Files.readAllLines(before));
    all.addAll(Files.readAllLines(folder.resolve(EngineLog.NAME)));
    // Nothing is lost between the two.
    int first = 100 - all.size();
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i)).contains("\"line " + (first + i) + "\"");
    }
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void whatCannotBeWrittenStopsNoRun() throws IOException {
    Files.createDirectory(folder.resolve(EngineLog.NAME));
    List<Recorded> stored = new ArrayList<>();
    FactStore store =
        log(EngineLog.BYTES_MAX).over((facts, _, _) -> stored.addAll(facts), List.of());
    store.append(List.of(at(1, new Fact.RunClosed())), List.of(), true);
    assertThat(stored).hasSize(1);
  }

  @Test
  void everyFactIsALineWithTheIdsOfWhatItConcerns() throws IOException {
    Gate gate =
        new Gate(7, GateKind.QUESTION, List.of(RunSketch.B), "Which?", "shown", Optional.empty());
    FactStore store =
        log(EngineLog.BYTES_MAX)
            .over(
                (_, _, _) -> {},
                List.of(at(1, new Fact.RunOpened(RunSketch.spec("the table"), "anna"))));
    store.append(
        List.of(
            at(2, new Fact.BatchDispatched(1)),
            at(
                3,
                new Fact.AttemptBegun(
                    RunSketch.A, new Beginning(1, Optional.empty(), Optional.empty(), false))),
            at(
                4,
                new Fact.AttemptFailed(RunSketch.A, new Failing(Failing.Kind.APPROACH, "no\nway"))),
            at(7, new Fact.GateOpened(gate)),
            at(8, new Fact.GateDecided(7, "hash", new GateDecision.Approved(), "anna")),
            at(9, new ReviewFact.ReviewOpened(Optional.of(RunSketch.C))),
            at(10, new ReviewFact.AskingBegun(9))),
        List.of(),
        false);
    assertThat(lines())
        .extracting(EngineLogTest::words)
        .containsExactly(
            "info batch-dispatched - - 2 batch 1",
            "info attempt-begun S-A SHOP-101 3 attempt 1",
            "warn attempt-failed S-A SHOP-101 4 no\nway",
            "info gate-opened S-B SHOP-101 7 gate " + gate.id() + ", question",
            "info gate-decided S-B SHOP-101 8 gate 7: approved by anna",
            "info review-opened S-C SHOP-102 9 review opened",
            "info asking-begun S-C SHOP-102 10 asking begun");
    assertThat(lines())
        .allSatisfy(line -> assertThat(line.get("run").asString()).isEqualTo("checkout-1"));
  }

  private static String words(JsonNode line) {
    return String.join(
        " ",
        line.get("level").asString(),
        line.get("code").asString(),
        line.path("session").asString("-"),
        line.path("issue").asString("-"),
        line.get("fact").asString(),
        line.get("message").asString());
  }

  @Test
  void warningsOfLibrariesAreHeardWhileAnEngineListens() throws IOException {
    Logger library = LoggerFactory.getLogger("org.example.Server");
    library.error("nobody hears it");
    assertThat(folder.resolve(EngineLog.NAME)).doesNotExist();
    LibraryLog.reach(log(EngineLog.BYTES_MAX));
    library.info("started");
    library.warn("cannot accept from {}", "peer\nof mine", new IOException("too many open files"));
    library.error("gone");
    LibraryLog.leave();
    library.error("nobody hears that either");
    assertThat(lines()).hasSize(2);
    assertThat(lines().getFirst().get("code").asString()).isEqualTo("library");
    assertThat(lines().getFirst().get("message").asString())
        .isEqualTo(
            "org.example.Server: cannot accept from peer\nof mine:"
                + " java.io.IOException: too many open files");
    assertThat(lines().getLast().get("level").asString()).isEqualTo("error");
  }
}
