package dev.signalbox.plan.speckit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.document.Line;
import dev.signalbox.error.Position;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationReaderTest {
  private static final List<TaskId> KNOWN =
      Stream.concat(
              IntStream.rangeClosed(1, 20).mapToObj("T%03d"::formatted),
              Stream.of("T010a", "T013a"))
          .map(id -> TaskId.at(id, 0).orElseThrow())
          .toList();

  private static Line line(String text) {
    return new Line(text, new Position("t.md", 3, 5));
  }

  private static String told(RelationReader reader) {
    return String.join(
        " ",
        reader.relations().stream().map(r -> r.first().text() + ">" + r.then().text()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Do it (depends on T001)                    | T001>T009
          Do it (depends on T001, T002 and T004)     | T001>T009 T002>T009 T004>T009
          Do it (depends on T010-T012)               | T010>T009 T010a>T009 T011>T009 T012>T009
          Do it. Depends on: T003                    | T003>T009
          **Dependencies**: T003, T004               | T003>T009 T004>T009
          Do it after T003                           | T003>T009
          Do it, blocked by task T003                | T003>T009
          Do it; blocks T010                         | T009>T010
          Do it (depends on `T003`)                  | T003>T009
          Does not depend on T003                    | ''
          Afterwards T003 is done                    | ''
          See T003 -> src/a.ts, made in T001         | ''
          Do it (depends on T009)                    | ''
          """)
  void readsATasksOwnText(String text, String expected) {
    RelationReader reader = new RelationReader(KNOWN);
    reader.task(TaskId.at("T009", 0).orElseThrow(), line(text));
    assertThat(told(reader)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          T011 depends on T008+T009; T012 depends on T011      | T008>T011 T009>T011 T011>T012
          T013 and T014 depend on T012 (gate is there)         | T012>T013 T012>T014
          T001 → T002 → T003 (all in one file)                 | T001>T002 T002>T003
          T012 (load) → T013 (assess) -> T014                  | T012>T013 T013>T014
          T003 → T004, T005                                    | T003>T004 T003>T005
          T004 + T005 => T006                                  | T004>T006 T005>T006
          T002 blocks T005-T006                                | T002>T005 T002>T006
          Track A: T007 → T008                                 | T007>T008
          Phase 2: Depends on Phase 1; T011 independent of US1 | ''
          T002 has no dependency on T003                       | ''
          US1 tasks T007-T009 being complete                   | ''
          Complete Phase 1 → T001-T003                         | ''
          """)
  void readsASectionAboutDependencies(String text, String expected) {
    RelationReader reader = new RelationReader(KNOWN);
    reader.section(line(text));
    assertThat(told(reader)).isEqualTo(expected);
  }

  @Test
  void pointsAtTheMention() {
    RelationReader reader = new RelationReader(KNOWN);
    reader.section(line("T011 depends on T008"));
    assertThat(reader.relations().getFirst().at()).hasToString("t.md:3:21");
  }

  @Test
  void stopsAtTheLimit() {
    List<TaskId> many =
        IntStream.rangeClosed(1, 2_000).mapToObj(i -> TaskId.at("T" + i, 0).orElseThrow()).toList();
    RelationReader reader = new RelationReader(many);
    reader.section(line("T1-T1000 depends on T1001-T2000"));
    assertThat(reader.relations()).isEmpty();
    assertThat(reader.omitted()).hasSize(1);
  }

  @Test
  void readsAHugeLineInReasonableTime() {
    RelationReader reader = new RelationReader(KNOWN);
    reader.section(line("T001 ( not depends on ".repeat(50_000)));
    assertThat(reader.relations()).isEmpty();
  }
}
