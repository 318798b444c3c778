package dev.signalbox.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Journals of all released shapes, one fact per line. A file, once released, is never changed: what
 * it holds lies on somebody's disk.
 */
class JournalCompatibilityTest {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final FactCodec CODEC = FactCodec.current();

  static List<Path> journals() throws IOException {
    try (Stream<Path> files = Files.walk(KeptJournal.FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("journals")
  void aReleasedJournalIsReadForEver(Path file) throws IOException {
    List<StoredFact> stored = KeptJournal.read(file);
    assertThat(stored).isNotEmpty();
    for (StoredFact fact : stored) {
      Recorded recorded = CODEC.decode(fact);
      StoredFact today = CODEC.encode(fact.run(), recorded);
      assertThat(CODEC.decode(today)).as("fact %d", fact.sequence()).isEqualTo(recorded);
      if (today.version() == fact.version()) {
        assertThat(MAPPER.readTree(today.json())).isEqualTo(MAPPER.readTree(fact.json()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("journals")
  void itsSequenceHasNoGapAndItBeginsWithTheRun(Path file) throws IOException {
    List<StoredFact> stored = KeptJournal.read(file);
    for (int i = 0; i < stored.size(); i++) {
      assertThat(stored.get(i).sequence()).isEqualTo(i + 1L);
    }
    assertThat(CODEC.decode(stored.getFirst()).fact()).isInstanceOf(Fact.RunOpened.class);
  }

  @ParameterizedTest
  @MethodSource("journals")
  void theEngineStillAppliesIt(Path file) throws IOException {
    List<Recorded> facts = KeptJournal.read(file).stream().map(CODEC::decode).toList();
    assertThat(Engine.replay(facts).sessions()).isNotEmpty();
  }

  /** A new kind of fact belongs into a journal here before it is released. */
  @ParameterizedTest
  @MethodSource("newest")
  void theNewestJournalsHoldEveryKind(Path folder) throws IOException {
    Set<String> kinds = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        KeptJournal.read(file).forEach(fact -> kinds.add(fact.kind()));
      }
    }
    assertThat(kinds)
        .containsAll(
            RandomFacts.types().stream()
                .map(type -> FactKind.of(type.asSubclass(Fact.class)))
                .collect(Collectors.toSet()));
  }

  static Stream<Path> newest() {
    return Stream.of(KeptJournal.FOLDER.resolve("v1"));
  }
}
