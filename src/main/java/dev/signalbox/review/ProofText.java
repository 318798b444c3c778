package dev.signalbox.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What looking for the evidence of a record's findings led to, for people. */
public final class ProofText {
  private ProofText() {}

  /** A line for each finding of the latest round, in the rows' order. */
  public static List<String> lines(ReviewRecord record, List<FindingProof> proofs) {
    Map<String, FindingProof.Result> results =
        proofs.stream()
            .collect(
                Collectors.toMap(
                    proof -> key(proof.reviewer(), proof.finding()),
                    FindingProof::result,
                    (first, _) -> first));
    List<String> lines = new ArrayList<>();
    for (Row row : record.rows()) {
      if (row.round() != record.round()) {
        continue;
      }
      for (Reported each : row.findings()) {
        FindingProof.Result result = results.get(key(each.reviewer(), each.finding().id()));
        if (result != null) {
          lines.add(
              "- %s %s: %s"
                  .formatted(
                      row.id(), RecordText.plain(each.reviewer()), word(result, each.finding())));
        }
      }
    }
    return lines;
  }

  private static String key(String reviewer, String finding) {
    return reviewer + "\n" + finding;
  }

  private static String word(FindingProof.Result result, Finding finding) {
    String place = finding.location().map(it -> RecordText.plain(it.toString())).orElse("");
    return switch (result) {
      case VERIFIED -> "evidence verified";
      case NOT_FOUND -> "not found at " + place;
      case NO_PLACE -> "not found at " + place + ", which is not there";
      case NO_LOCATION -> "names no place, so nothing was looked up";
      case NOT_READ -> "not looked up: " + place + " is too large, or no text";
    };
  }
}
