package dev.signalbox.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.review.FindingProof.Result;
import dev.signalbox.workspace.CommittedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether what findings quote stands where they say. */
class EvidenceMatcherTest {
  private static final String PAY =
      """
      package pay;








      class Pay {
        void charge(int amount) {
          bank.take(amount);
        }
      }
      """;

  private static Result look(String location, String evidence, Map<String, CommittedFile> files) {
    Finding finding =
        new Finding("F1", Severity.CRITICAL, Location.of(location), "It is wrong", evidence, "");
    Opinion opinion = new Opinion("security", Recommendation.REVISE, List.of(finding));
    assertThat(EvidenceMatcher.paths(List.of(opinion)))
        .isEqualTo(Location.of(location).map(Location::path).stream().toList());
    return EvidenceMatcher.check(List.of(opinion), files).getFirst().result();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          src/Pay.java:12| `bank.take(amount);` takes what is not checked| VERIFIED
          src/Pay.java:12| `bank.take( amount )` with other white space|   VERIFIED
          src/Pay.java:12| bank.take(amount)|                              VERIFIED
          src/Pay.java:12| \"bank.take(amount)\" is the call|              VERIFIED
          src/Pay.java:9|  `bank.take(amount)` miscounted by three|        VERIFIED
          src/Pay.java|    `class Pay` anywhere in the file|               VERIFIED
          src/Pay.java:12| run `make test` and see `bank.take(amount)`|    VERIFIED
          src/Pay.java:8|  `bank.take(amount)` miscounted by four|         NOT_FOUND
          src/Pay.java:12| `bank.refund(amount)`|                          NOT_FOUND
          src/Pay.java:12| `}`|                                            NOT_FOUND
          src/Pay.java:12| bank.take(amount) is called|                    NOT_FOUND
          src/Pay.java:99| `bank.take(amount)`|                            NO_PLACE
          src/Gone.java:1| `bank.take(amount)`|                            NO_PLACE
          src/Big.java:1|  `bank.take(amount)`|                            NOT_READ
          src/Other.java|  `bank.take(amount)`|                            NOT_READ
          """)
  void evidenceIsLookedUpWhereItIsSaidToBe(String location, String evidence, Result expected) {
    Map<String, CommittedFile> files =
        Map.of(
            "src/Pay.java",
            new CommittedFile.Text(PAY),
            "src/Gone.java",
            new CommittedFile.Absent(),
            "src/Big.java",
            new CommittedFile.Unread());
    assertThat(look(location, evidence, files)).isEqualTo(expected);
  }

  @Test
  void aFencedQuotationMayHaveALanguage() {
    assertThat(
            look(
                "src/Pay.java:11-12",
                "```java\nvoid charge(int amount) {\n  bank.take(amount);\n```\nis not checked",
                Map.of("src/Pay.java", new CommittedFile.Text(PAY))))
        .isEqualTo(Result.VERIFIED);
  }

  @Test
  void aFindingWithoutAPlaceIsNotLookedUp() {
    assertThat(look("", "`bank.take(amount)`", Map.of())).isEqualTo(Result.NO_LOCATION);
  }

  @Test
  void peopleReadWhatBecameOfEach() {
    Finding one =
        new Finding(
            "F1", Severity.CRITICAL, Location.of("src/Pay.java:12"), "Not checked", "`x`", "");
    Finding other =
        new Finding("F2", Severity.CONSIDER, Optional.empty(), "The name is odd", "`x`", "");
    ReviewRecord record =
        ReviewRecord.EMPTY.after(
            List.of(new Opinion("security", Recommendation.REVISE, List.of(one, other))),
            Matching.DEFAULT);

    assertThat(
            ProofText.lines(
                record,
                List.of(
                    new FindingProof("security", "F1", Result.NOT_FOUND),
                    new FindingProof("security", "F2", Result.VERIFIED))))
        .containsExactly(
            "- C1 security: not found at src/Pay.java:12", "- N1 security: evidence verified");
  }
}
