package dev.signalbox.review;

import dev.signalbox.document.DataNode;
import dev.signalbox.limit.ReviewLimits;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a reviewer answered to the findings of the others, in the form of {@code
 * stances.schema.json}: each of them exactly once. All problems are told at once.
 */
public final class StanceReader {
  private static final List<String> ROOT_KEYS = List.of("answers");
  private static final List<String> KEYS = List.of("row", "answer", "severity", "reason");

  private final HandedJson json;
  private final String reviewer;

  private StanceReader(HandedJson json, String reviewer) {
    this.json = json;
    this.reviewer = reviewer;
  }

  /**
   * What a text answers.
   *
   * @param stances empty where it is no answer
   * @param problems why it is none; empty where it is one
   */
  public record Reading(Optional<List<Stance>> stances, List<String> problems) {
    public Reading {
      stances = stances.map(List::copyOf);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads the text of that reviewer.
   *
   * @param asked the rows that it was shown
   */
  public static Reading read(String reviewer, String text, List<RowId> asked) {
    HandedJson.Reading<List<Stance>> form = form(reviewer, text);
    List<String> problems = new ArrayList<>(form.problems());
    form.value().ifPresent(stances -> problems.addAll(misfits(stances, asked)));
    return new Reading(form.value().filter(_ -> problems.isEmpty()), problems);
  }

  /** As the schema takes it, which rows it is about aside. */
  static HandedJson.Reading<List<Stance>> form(String reviewer, String text) {
    return HandedJson.read(
        text, "answers", (json, root) -> new StanceReader(json, reviewer).stances(root));
  }

  private static List<String> misfits(List<Stance> stances, List<RowId> asked) {
    List<String> problems = new ArrayList<>();
    Set<RowId> missing = new LinkedHashSet<>(asked);
    for (Stance stance : stances) {
      if (!asked.contains(stance.row())) {
        problems.add("expected an answer to one of %s, found %s".formatted(asked, stance.row()));
      } else if (!missing.remove(stance.row())) {
        problems.add("expected one answer to %s, found another".formatted(stance.row()));
      }
    }
    missing.forEach(row -> problems.add("expected an answer to %s, found none".formatted(row)));
    return problems;
  }

  private Optional<List<Stance>> stances(DataNode.Mapping root) {
    json.refuseUnknown(root, ROOT_KEYS);
    List<Stance> stances = new ArrayList<>();
    json.list(root, "answers", "an answer", ReviewLimits.STANCES_MAX)
        .forEach(item -> stance(item).ifPresent(stances::add));
    return Optional.of(stances);
  }

  private Optional<Stance> stance(DataNode.Mapping mapping) {
    json.refuseUnknown(mapping, KEYS);
    Optional<RowId> row =
        json.read(mapping, "row", StanceReader::row, "the id of a finding, such as C1");
    Optional<Stance.Kind> kind =
        json.read(
            mapping,
            "answer",
            Stance.Kind::of,
            "AGREE, COMPLEMENT, CONTRADICT, PRIORITY, SCOPE or ESCALATE");
    Optional<String> reason = json.text(mapping, "reason", ReviewLimits.CLAIM_CHARS_MAX);
    Optional<Severity> severity = Optional.empty();
    if (kind.equals(Optional.of(Stance.Kind.PRIORITY))) {
      severity = json.read(mapping, "severity", Severity::of, "Critical, Important or Consider");
      if (severity.isEmpty()) {
        return Optional.empty();
      }
    } else if (kind.isPresent() && mapping.get("severity").isPresent()) {
      return json.fail(mapping, "expected severity with PRIORITY only, found " + kind.get());
    }
    return row.isEmpty() || kind.isEmpty() || reason.isEmpty()
        ? Optional.empty()
        : Optional.of(new Stance(row.get(), reviewer, kind.get(), severity, reason.get()));
  }

  /** Upper case only, as the record writes it. */
  private static Optional<RowId> row(String text) {
    return RowId.of(text).filter(id -> id.toString().equals(text));
  }
}
