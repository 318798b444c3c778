package dev.signalbox.review;

import dev.signalbox.document.DataNode;
import dev.signalbox.limit.ReviewLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what a reviewer handed in: one block of JSON in Markdown, or JSON alone, in the form of
 * {@code findings.schema.json}. Anything else is no opinion: an agent that only says that it could
 * not look has not reviewed (design section 8). All problems are told at once.
 */
public final class OpinionReader {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
  private static final List<String> ROOT_KEYS = List.of("recommendation", "findings");
  private static final List<String> KEYS =
      List.of("id", "severity", "location", "claim", "evidence", "suggestion");

  private final HandedJson json;
  private final Set<String> ids = new HashSet<>();

  private OpinionReader(HandedJson json) {
    this.json = json;
  }

  /** Reads the text of that reviewer. */
  public static OpinionReading read(String reviewer, String text) {
    HandedJson.Reading<Opinion> reading =
        HandedJson.read(
            text, "findings", (json, root) -> new OpinionReader(json).opinion(reviewer, root));
    return new OpinionReading(reading.value(), reading.problems());
  }

  private Optional<Opinion> opinion(String reviewer, DataNode.Mapping mapping) {
    json.refuseUnknown(mapping, ROOT_KEYS);
    Optional<Recommendation> recommendation =
        json.read(mapping, "recommendation", Recommendation::of, "APPROVE, REVISE or RETHINK");
    List<Finding> findings = new ArrayList<>();
    json.list(mapping, "findings", "a finding", ReviewLimits.FINDINGS_MAX)
        .forEach(item -> finding(item).ifPresent(findings::add));
    return recommendation.map(word -> new Opinion(reviewer, word, findings));
  }

  private Optional<Finding> finding(DataNode.Mapping mapping) {
    json.refuseUnknown(mapping, KEYS);
    Optional<String> id =
        json.read(mapping, "id", OpinionReader::id, "1 to 32 letters, digits, '.', '_' or '-'");
    id.filter(each -> !ids.add(each))
        .ifPresent(each -> json.fail(mapping, "expected each id once, found " + each + " again"));
    Optional<Severity> severity =
        json.read(mapping, "severity", Severity::of, "Critical, Important or Consider");
    Optional<String> claim = json.text(mapping, "claim", ReviewLimits.CLAIM_CHARS_MAX);
    Optional<String> evidence = json.text(mapping, "evidence", ReviewLimits.EVIDENCE_CHARS_MAX);
    Optional<String> suggestion =
        mapping.get("suggestion").isEmpty()
            ? Optional.of("")
            : json.bounded(mapping, "suggestion", ReviewLimits.EVIDENCE_CHARS_MAX);
    Optional<Location> location =
        mapping.get("location").isEmpty()
            ? Optional.empty()
            : json.bounded(mapping, "location", ReviewLimits.LOCATION_CHARS_MAX)
                .flatMap(Location::of);
    if (id.isEmpty()
        || severity.isEmpty()
        || claim.isEmpty()
        || evidence.isEmpty()
        || suggestion.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            id.get(), severity.get(), location, claim.get(), evidence.get(), suggestion.get()));
  }

  private static Optional<String> id(String text) {
    return Optional.of(text).filter(each -> ID.matcher(each).matches());
  }
}
