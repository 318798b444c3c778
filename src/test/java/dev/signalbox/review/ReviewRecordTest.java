package dev.signalbox.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.IssueId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewRecordTest {
  private static final Finding UNCHECKED =
      Found.of("F1", Severity.CRITICAL, "src/Pay.java:10-12", "The amount is not checked");
  private static final Finding UNCHECKED_TOO =
      Found.of("A", Severity.IMPORTANT, "src/Pay.java:12", "Nobody checks the amount");
  private static final Finding SLOW =
      Found.of("F2", Severity.IMPORTANT, "src/List.java:80", "Every row asks the database again");

  private static Opinion opinion(String reviewer, Finding... findings) {
    return new Opinion(reviewer, Recommendation.REVISE, List.of(findings));
  }

  private static ReviewRecord after(ReviewRecord record, Opinion... opinions) {
    return record.after(List.of(opinions), Matching.DEFAULT);
  }

  private static RowId id(String text) {
    return RowId.of(text).orElseThrow();
  }

  @Test
  void findingsOfDifferentReviewersBecomeOneRow() {
    ReviewRecord record =
        after(
            ReviewRecord.EMPTY,
            opinion("a", UNCHECKED, SLOW),
            opinion("b", UNCHECKED_TOO),
            opinion("c"));

    Row row = record.row(id("I1")).orElseThrow();
    assertThat(row.findings()).extracting(Reported::reviewer).containsExactly("a", "b");
    assertThat(row.consensus()).contains(new Consensus(2, 1, 3));
    assertThat(record.toBeDecided()).containsExactly(row);
    assertThat(record.row(id("I2")).orElseThrow().isIncluded()).isFalse();
  }

  @Test
  void aRowKeepsItsIdWhenItIsFoundAgain() {
    ReviewRecord first =
        after(ReviewRecord.EMPTY, opinion("a", UNCHECKED), opinion("b", UNCHECKED))
            .ruled(id("C1"), new RowDecision.Rejected("it is"), "ada");
    ReviewRecord second = after(first, opinion("a", SLOW, UNCHECKED_TOO), opinion("b", SLOW));

    Row again = second.row(id("C1")).orElseThrow();
    assertThat(again.round()).isEqualTo(2);
    assertThat(again.severity()).isEqualTo(Severity.IMPORTANT);
    assertThat(again.ruling()).map(Ruling::who).contains("ada");
    assertThat(second.row(id("I1")).orElseThrow().worst()).isEqualTo(SLOW);
  }

  @Test
  void whatWasAgreedStaysAgreedWhereTooFewFindItAgain() {
    ReviewRecord first =
        after(ReviewRecord.EMPTY, opinion("a", UNCHECKED), opinion("b", UNCHECKED_TOO))
            .ruled(id("I1"), new RowDecision.Agreed(), "ada");
    ReviewRecord second = after(first, opinion("a", UNCHECKED), opinion("b"), opinion("c"));

    Row again = second.row(id("I1")).orElseThrow();
    assertThat(again.round()).isEqualTo(2);
    assertThat(again.isAgreed()).isTrue();
    assertThat(second.isMended(again)).isFalse();
    assertThat(FixForward.of(again, second::isMended)).isEqualTo(FixForward.Fate.OPEN);
  }

  @Test
  void whatWasAgreedAndIsFoundAgainIsDecidedAgain() {
    ReviewRecord first =
        after(ReviewRecord.EMPTY, opinion("a", UNCHECKED))
            .ruled(id("C1"), new RowDecision.Agreed(), "ada");
    assertThat(first.isDecided()).isTrue();

    assertThat(after(first, opinion("a", UNCHECKED)).isDecided()).isFalse();
    ReviewRecord mended = after(first, opinion("a"));
    assertThat(mended.isDecided()).isTrue();
    assertThat(mended.isMended(mended.row(id("C1")).orElseThrow())).isTrue();
  }

  @Test
  void gateTwoWaitsForEveryCriticalAndImportantRow() {
    ReviewRecord record =
        after(
            ReviewRecord.EMPTY,
            opinion(
                "a",
                UNCHECKED,
                SLOW,
                Found.of("F3", Severity.CONSIDER, "docs/a.md", "A word is missing")));
    assertThat(record.toBeDecided()).extracting(Row::id).containsExactly(id("C1"), id("I1"));

    ReviewRecord some = record.ruled(id("C1"), new RowDecision.Overridden("later"), "ada");
    assertThat(some.isDecided()).isFalse();
    assertThat(
            some.ruled(id("I1"), new RowDecision.Deferred(new IssueId("SHOP-9")), "ada")
                .isDecided())
        .isTrue();
  }

  @Test
  void noFindingOfALatestRoundAndNoRowVanishes() {
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      ReviewRecord record = ReviewRecord.EMPTY;
      for (int round = 1; round <= 4; round++) {
        List<Opinion> opinions = opinions(random);
        ReviewRecord next = record.after(opinions, Matching.DEFAULT);
        verify(seed, record, next, opinions);
        record = changed(random, next);
      }
    }
  }

  private static void verify(
      long seed, ReviewRecord before, ReviewRecord after, List<Opinion> opinions) {
    List<Reported> told = new ArrayList<>();
    opinions.forEach(each ->
        each.findings().forEach(finding -> told.add(new Reported(each.reviewer(), finding))));
    List<Reported> kept =
        after.rows().stream()
            .filter(row -> row.round() == after.round())
            .flatMap(row -> row.findings().stream())
            .toList();
    assertThat(kept).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(told);
    assertThat(after.rows()).extracting(Row::id).as("seed %d", seed).doesNotHaveDuplicates();
    assertThat(after.rows())
        .extracting(Row::id)
        .as("seed %d", seed)
        .containsAll(before.rows().stream().map(Row::id).toList());
    for (Row row : after.rows()) {
      Set<String> reviewers = new HashSet<>();
      assertThat(row.findings())
          .as("seed %d, row %s", seed, row.id())
          .allMatch(each -> reviewers.add(each.reviewer()));
    }
  }

  private static ReviewRecord changed(Random random, ReviewRecord record) {
    ReviewRecord changed = record;
    for (Row row : record.rows()) {
      switch (random.nextInt(6)) {
        case 0 -> changed = changed.ruled(row.id(), new RowDecision.Agreed(), "ada");
        case 1 -> changed = changed.ruled(row.id(), new RowDecision.Rejected("no"), "ada");
        case 2 -> changed = changed.split(row.id());
        default -> {
          // It stays as it is.
        }
      }
    }
    List<Row> rows = changed.rows();
    if (rows.size() > 1 && changed.obstacle(rows.get(0).id(), rows.get(1).id()).isEmpty()) {
      changed = changed.joined(rows.get(0).id(), rows.get(1).id());
    }
    return changed;
  }

  private static final List<Severity> SEVERITIES = List.of(Severity.values());
  private static final List<String> WORDS =
      List.of("amount", "token", "query", "timeout", "header", "cache", "retry", "schema");

  private static List<Opinion> opinions(Random random) {
    List<Opinion> opinions = new ArrayList<>();
    int reviewers = 1 + random.nextInt(5);
    for (int i = 0; i < reviewers; i++) {
      List<Finding> findings = new ArrayList<>();
      int count = random.nextInt(5);
      for (int j = 0; j < count; j++) {
        String claim =
            WORDS.get(random.nextInt(WORDS.size())) + " " + WORDS.get(random.nextInt(WORDS.size()));
        findings.add(
            new Finding(
                "F" + j,
                SEVERITIES.get(random.nextInt(SEVERITIES.size())),
                random.nextBoolean()
                    ? Optional.empty()
                    : Location.of("a.java:" + (1 + random.nextInt(30))),
                claim,
                "",
                ""));
      }
      opinions.add(new Opinion("r" + i, Recommendation.REVISE, findings));
    }
    return opinions;
  }

  private static Voice voice(long feedback, String reviewer, Finding finding) {
    return new Voice(feedback, reviewer, "codex", true, finding, Voice.Outcome.OPEN);
  }

  private static ReviewRecord heard(ReviewRecord record, Voice... voices) {
    return record.heard(List.of(voices), Matching.DEFAULT);
  }

  @Test
  void whatOthersSayJoinsARowAndRaisesItAndCountsForNobody() {
    ReviewRecord inside = after(ReviewRecord.EMPTY, opinion("a", UNCHECKED_TOO), opinion("b"));
    ReviewRecord record = heard(inside, voice(7, "codex", UNCHECKED), voice(8, "codex", SLOW));

    Row row = record.row(id("I1")).orElseThrow();
    assertThat(row.consensus()).contains(new Consensus(1, 0, 2));
    assertThat(row.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(row.isIncluded()).isFalse();
    assertThat(row.isBinding()).isTrue();
    assertThat(record.toBeDecided()).isEmpty();
    assertThat(record.row(id("I2")).orElseThrow().findings()).isEmpty();
    Voice.Outcome no = new Voice.Outcome(Voice.Standing.DECLINED, "S-A", "no");
    assertThat(record.told(7, no, true).toBeDecided())
        .extracting(Row::id)
        .containsExactly(id("I1"));
    assertThat(record.told(7, no, false).toBeDecided()).isEmpty();
  }

  private static ReviewRecord counted(ReviewRecord record, Map<Long, String> seats, Opinion... of) {
    return record.after(List.of(of), seats, Matching.DEFAULT);
  }

  @Test
  void aVoiceCountsForTheSeatThatItIsOfInThatRound() {
    ReviewRecord outside =
        heard(ReviewRecord.EMPTY, voice(7, "codex", UNCHECKED), voice(8, "ann", UNCHECKED));
    ReviewRecord record =
        counted(outside, Map.of(7L, "b"), opinion("a", UNCHECKED_TOO), opinion("b"), opinion("c"));

    Row row = record.row(id("C1")).orElseThrow();
    assertThat(row.consensus()).contains(new Consensus(2, 1, 3));
    assertThat(row.finders()).containsExactly("a", "b");
    assertThat(row.guests()).extracting(Voice::reviewer).containsExactly("ann");
    assertThat(record.toBeDecided()).containsExactly(row);
    ReviewRecord later = counted(record, Map.of(), opinion("a", UNCHECKED_TOO), opinion("c"));
    assertThat(later.row(id("C1")).flatMap(Row::consensus)).contains(new Consensus(1, 0, 2));
    ReviewRecord only = counted(record, Map.of(7L, "b"), opinion("a"), opinion("b"));
    assertThat(only.row(id("C1")).flatMap(Row::consensus)).contains(new Consensus(1, 1, 2));
  }

  @Test
  void criticalIsWhatAllCallSoWhereverTheySit() {
    ReviewRecord outside = heard(ReviewRecord.EMPTY, voice(7, "codex", UNCHECKED));
    ReviewRecord both = counted(outside, Map.of(7L, "b"), opinion("a", UNCHECKED), opinion("b"));
    ReviewRecord one = counted(outside, Map.of(7L, "b"), opinion("a", UNCHECKED_TOO), opinion("b"));

    assertThat(both.row(id("C1")).orElseThrow().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(one.row(id("C1")).orElseThrow().severity()).isEqualTo(Severity.IMPORTANT);
  }

  @Test
  void aCountedVoiceKeepsItsCountWhereRowsAreSplitAndJoined() {
    ReviewRecord outside = heard(ReviewRecord.EMPTY, voice(7, "codex", UNCHECKED));
    ReviewRecord record =
        counted(outside, Map.of(7L, "b"), opinion("a", UNCHECKED_TOO), opinion("b"));
    ReviewRecord apart = record.split(id("C1"));

    assertThat(apart.rows())
        .allSatisfy(row ->
            assertThat(row.consensus().orElseThrow())
                .isIn(new Consensus(1, 0, 2), new Consensus(1, 1, 2)));
    assertThat(apart.joined(id("C1"), id("C2")).rows()).isEqualTo(record.rows());
  }

  @Test
  void aRowOfOthersIsFoundByReviewersUnderTheSameName() {
    ReviewRecord outside = heard(ReviewRecord.EMPTY, voice(7, "codex", UNCHECKED));
    ReviewRecord record = after(outside, opinion("a", UNCHECKED_TOO));

    Row row = record.row(id("C1")).orElseThrow();
    assertThat(record.rows()).hasSize(1);
    assertThat(row.findings()).hasSize(1);
    assertThat(row.voices()).hasSize(1);
    ReviewRecord apart = record.split(id("C1"));
    assertThat(apart.rows()).extracting(Row::id).containsExactly(id("C1"), id("C2"));
    assertThat(apart.joined(id("C1"), id("C2")).rows()).containsExactly(row);
  }

  @Test
  void whatASpeakerSaysAgainIsTheSameRowOnceItWasAnswered() {
    ReviewRecord first = heard(ReviewRecord.EMPTY, voice(7, "codex", UNCHECKED));
    assertThat(heard(first, voice(8, "codex", UNCHECKED)).rows()).hasSize(2);
    ReviewRecord answered =
        first.told(7, new Voice.Outcome(Voice.Standing.ADDRESSED, "S-A", "tip"), true);
    ReviewRecord again = heard(answered, voice(8, "codex", UNCHECKED));
    assertThat(again.rows()).hasSize(1);
    assertThat(again.row(id("C1")).orElseThrow().voices())
        .extracting(Voice::feedback)
        .containsExactly(8L);
  }

  @Test
  void whatIsAgreedAndDeclinedOnceMoreIsDecidedOnceMore() {
    Voice.Outcome no = new Voice.Outcome(Voice.Standing.DECLINED, "S-A", "no");
    ReviewRecord record =
        heard(ReviewRecord.EMPTY, voice(7, "codex", UNCHECKED))
            .told(7, no, true)
            .ruled(id("C1"), new RowDecision.Agreed(), "ada");
    assertThat(record.isDecided()).isTrue();
    assertThat(record.told(7, no, true).isDecided()).isFalse();
  }
}
