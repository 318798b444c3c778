package dev.signalbox.review;

import dev.signalbox.document.Block;
import dev.signalbox.document.DataNode;
import dev.signalbox.document.DataReading;
import dev.signalbox.document.JsonReader;
import dev.signalbox.document.Line;
import dev.signalbox.document.MarkdownDocument;
import dev.signalbox.error.Problem;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
  private static final String NAME = "review";

  private final List<String> problems = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final int firstLine;

  private OpinionReader(int firstLine) {
    this.firstLine = firstLine;
  }

  /** Reads the text of that reviewer. */
  public static OpinionReading read(String reviewer, String text) {
    if (text.strip().startsWith("{")) {
      return new OpinionReader(1).opinion(reviewer, text);
    }
    List<Block.Code> blocks =
        MarkdownDocument.parse(new SourceFile(NAME, text)).blocks().stream()
            .filter(Block.Code.class::isInstance)
            .map(Block.Code.class::cast)
            .filter(code -> code.info().strip().equalsIgnoreCase("json"))
            .toList();
    if (blocks.size() != 1) {
      return OpinionReading.none(
          "expected one block of JSON with the findings, found " + blocks.size());
    }
    Block.Code block = blocks.getFirst();
    String json = block.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    return new OpinionReader(block.first().at().line() + 1).opinion(reviewer, json);
  }

  private OpinionReading opinion(String reviewer, String json) {
    DataReading reading = JsonReader.read(new SourceFile(NAME, json));
    reading.problems().forEach(this::tell);
    Optional<Opinion> opinion = reading.root().flatMap(root -> opinion(reviewer, root));
    if (problems.isEmpty() && opinion.isEmpty()) {
      problems.add("expected a JSON object, found nothing");
    }
    return new OpinionReading(problems.isEmpty() ? opinion : Optional.empty(), problems);
  }

  private Optional<Opinion> opinion(String reviewer, DataNode root) {
    if (!(root instanceof DataNode.Mapping mapping)) {
      return fail(root, "expected an object with " + String.join(" and ", ROOT_KEYS));
    }
    refuseUnknown(mapping, ROOT_KEYS);
    Optional<Recommendation> recommendation =
        read(mapping, "recommendation", Recommendation::of, "APPROVE, REVISE or RETHINK");
    List<Finding> findings = new ArrayList<>();
    switch (mapping.get("findings").orElse(mapping)) {
      case DataNode.Sequence list -> {
        if (list.items().size() > Limits.FINDINGS_MAX) {
          fail(list, "expected at most " + Limits.FINDINGS_MAX + " findings");
        }
        list.items().forEach(item -> finding(item).ifPresent(findings::add));
      }
      case DataNode other -> fail(other, "expected findings as a list, empty where there are none");
    }
    return recommendation.map(word -> new Opinion(reviewer, word, findings));
  }

  private Optional<Finding> finding(DataNode item) {
    if (!(item instanceof DataNode.Mapping mapping)) {
      return fail(item, "expected a finding as an object");
    }
    refuseUnknown(mapping, KEYS);
    Optional<String> id =
        read(mapping, "id", OpinionReader::id, "1 to 32 letters, digits, '.', '_' or '-'");
    id.filter(each -> !ids.add(each))
        .ifPresent(each -> fail(mapping, "expected each id once, found " + each + " again"));
    Optional<Severity> severity =
        read(mapping, "severity", Severity::of, "Critical, Important or Consider");
    Optional<String> claim = text(mapping, "claim", Limits.CLAIM_CHARS_MAX);
    Optional<String> evidence = text(mapping, "evidence", Limits.EVIDENCE_CHARS_MAX);
    Optional<String> suggestion =
        mapping.get("suggestion").isEmpty()
            ? Optional.of("")
            : bounded(mapping, "suggestion", Limits.EVIDENCE_CHARS_MAX);
    Optional<Location> location =
        mapping.get("location").isEmpty()
            ? Optional.empty()
            : bounded(mapping, "location", Limits.LOCATION_CHARS_MAX).flatMap(Location::of);
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

  private Optional<String> text(DataNode.Mapping mapping, String key, int charsMax) {
    Optional<String> found = bounded(mapping, key, charsMax);
    if (found.isPresent() && found.get().isBlank()) {
      return fail(mapping, "expected " + key + " to say something");
    }
    return found;
  }

  private Optional<String> bounded(DataNode.Mapping mapping, String key, int charsMax) {
    return read(
        mapping,
        key,
        text -> Optional.of(text).filter(it -> it.length() <= charsMax),
        "a text of at most " + charsMax + " characters");
  }

  private <T> Optional<T> read(
      DataNode.Mapping mapping, String key, Function<String, Optional<T>> reader, String expected) {
    Optional<DataNode.Scalar> found = mapping.scalar(key);
    if (found.isEmpty()) {
      return fail(mapping.get(key).orElse(mapping), "expected " + key + ": " + expected);
    }
    Optional<T> value = reader.apply(found.get().text());
    return value.isPresent()
        ? value
        : fail(found.get(), "expected " + key + ": " + expected + ", found something else");
  }

  private void refuseUnknown(DataNode.Mapping mapping, List<String> known) {
    mapping.entries().stream()
        .filter(entry -> !known.contains(entry.key()))
        .forEach(entry ->
            fail(
                entry.value(),
                "expected one of %s, found another key".formatted(String.join(", ", known))));
  }

  private void tell(Problem problem) {
    tell(problem.position().line(), problem.position().column(), problem.message());
  }

  private <T> Optional<T> fail(DataNode node, String message) {
    tell(node.at().line(), node.at().column(), message);
    return Optional.empty();
  }

  private void tell(int line, int column, String message) {
    problems.add("%d:%d: %s".formatted(line + firstLine - 1, column, message));
  }
}
