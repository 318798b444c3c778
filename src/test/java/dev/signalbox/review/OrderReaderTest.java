package dev.signalbox.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.IssueId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderReaderTest {
  private static final ReviewRecord RECORD = record("C1", "C2", "C3", "I1", "I2", "I3", "N1");

  private static ReviewRecord record(String... ids) {
    List<Row> rows = new ArrayList<>();
    for (String id : ids) {
      rows.add(
          Found.row(
              RowId.of(id).orElseThrow(),
              1,
              Found.by("a", Found.of("F-" + id, Severity.IMPORTANT, "", id))));
    }
    return new ReviewRecord(1, Recommendation.REVISE, rows);
  }

  private static List<RowId> ids(String... words) {
    return List.of(words).stream().map(word -> RowId.of(word).orElseThrow()).toList();
  }

  private static RecordOrder agreed(String... words) {
    return new RecordOrder.Decide(ids(words), new RowDecision.Agreed());
  }

  private static List<RecordOrder> read(String text) {
    OrderReading reading = OrderReader.read(RECORD, text);
    assertThat(reading.problems()).as(text).isEmpty();
    return reading.orders();
  }

  @Test
  void allButSomeAreAgreedTo() {
    assertThat(read("agree all except C2, I3"))
        .containsExactly(agreed("C1", "C3", "I1", "I2", "N1"));
  }

  @Test
  void whoAgreesMaySayHow() {
    assertThat(read("agree C1-C2: with the bank's own check, agree I1"))
        .containsExactly(
            new RecordOrder.Decide(
                ids("C1", "C2"), new RowDecision.Agreed(Optional.of("with the bank's own check"))),
            agreed("I1"));
    assertThat(read("agree all except C2, I3: this week"))
        .containsExactly(
            new RecordOrder.Decide(
                ids("C1", "C3", "I1", "I2", "N1"),
                new RowDecision.Agreed(Optional.of("this week"))));
  }

  @Test
  void clausesFollowEachOther() {
    assertThat(
            read(
                "agree C1-C3, override I2: slow, and rarely used, defer I3 to SHOP-456, reject N1:"
                    + " it is tested"))
        .containsExactly(
            agreed("C1", "C2", "C3"),
            new RecordOrder.Decide(ids("I2"), new RowDecision.Overridden("slow, and rarely used")),
            new RecordOrder.Decide(ids("I3"), new RowDecision.Deferred(new IssueId("SHOP-456"))),
            new RecordOrder.Decide(ids("N1"), new RowDecision.Rejected("it is tested")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agree C1 - C3 | C1 C2 C3",
        "AGREE c1-3, i1 | C1 C2 C3 I1",
        "agreed C1 and C2 | C1 C2",
        "agree C1, C2,C3 | C1 C2 C3",
        "agree all | C1 C2 C3 I1 I2 I3 N1",
        "agree all but C1-C3 | I1 I2 I3 N1"
      })
  void rowsAreListedAndRanged(String text, String expected) {
    assertThat(read(text)).containsExactly(agreed(expected.split(" ")));
  }

  @Test
  void whatIsNamedElsewhereIsNotAmongAll() {
    assertThat(read("agree all; reject C2: no"))
        .containsExactlyInAnyOrder(
            agreed("C1", "C3", "I1", "I2", "I3", "N1"),
            new RecordOrder.Decide(ids("C2"), new RowDecision.Rejected("no")));
  }

  @Test
  void allMeansThoseWithoutADecision() {
    ReviewRecord decided =
        RECORD.ruled(ids("C1").getFirst(), new RowDecision.Rejected("no"), "ada");

    assertThat(OrderReader.read(decided, "agree all except I1-I3, N1").orders())
        .containsExactly(agreed("C2", "C3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | column 1: expected a clause",
        "looks good to me | column 1: expected a clause",
        "please, agree C1 | column 1: expected a clause",
        "agree C9 | expected one of C1, C2, C3, I1, I2, I3, N1, found \"C9\"",
        "agree X1 | found \"X1\"",
        "agree C3-C1 | lower number first, found \"C3-C1\"",
        "agree C1-I3 | one letter",
        "agree C1, override I2 | column 11: expected a reason after a colon",
        "override I2: | expected a reason",
        "defer I3 | expected an issue, as in",
        "defer I3 to ../x | expected an issue after \"to\"",
        "agree C1, reject C1: no | expected one decision about C1",
        "agree all, reject all: no | expected \"all\" once",
        "split C1 | expected findings of several reviewers in C1, found one",
        "join C1 C2 | a told C1 and C2 apart",
        "join C1 | expected two rows",
        "agree C1-9999 | found \"C4\""
      })
  void everyMistakeIsTold(String text, String expected) {
    OrderReading reading = OrderReader.read(RECORD, text);

    assertThat(reading.orders()).isEmpty();
    assertThat(String.join("\n", reading.problems())).contains(expected);
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThat(OrderReader.read(RECORD, "agree C9, defer I1, override I2").problems()).hasSize(3);
  }

  @Test
  void aJoinedRowIsSplitAgain() {
    ReviewRecord two =
        new ReviewRecord(
            1,
            Recommendation.REVISE,
            List.of(
                Found.row(
                    ids("C1").getFirst(),
                    2,
                    Found.by("a", Found.of("F1", Severity.CRITICAL, "", "one"))),
                Found.row(
                    ids("I1").getFirst(),
                    2,
                    Found.by("b", Found.of("F1", Severity.IMPORTANT, "", "other")))));

    assertThat(OrderReader.read(two, "join C1 I1").orders())
        .containsExactly(new RecordOrder.Join(ids("C1").getFirst(), ids("I1").getFirst()));
    ReviewRecord joined = two.joined(ids("C1").getFirst(), ids("I1").getFirst());
    assertThat(joined.rows()).hasSize(1);
    assertThat(joined.rows().getFirst().severity()).isEqualTo(Severity.IMPORTANT);
    assertThat(OrderReader.read(joined, "split C1").orders())
        .containsExactly(new RecordOrder.Split(ids("C1").getFirst()));
    ReviewRecord split = joined.split(ids("C1").getFirst());
    assertThat(split.rows()).extracting(Row::id).isEqualTo(ids("C1", "I1"));
    assertThat(split.rows()).extracting(Row::ruling).containsOnly(Optional.empty());
  }
}
