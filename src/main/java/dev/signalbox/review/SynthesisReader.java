package dev.signalbox.review;

import dev.signalbox.document.DataNode;
import dev.signalbox.limit.ReviewLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what a synthesiser handed in, in the form of {@code synthesis.schema.json}. It adds
 * nothing: what names a row that the record does not have is refused. All problems are told at
 * once.
 */
public final class SynthesisReader {
  private static final List<String> ROOT_KEYS = List.of("points");
  private static final List<String> KEYS = List.of("rows", "text");
  private static final Pattern NAMED = Pattern.compile("(?<![\\w-])[CIN][1-9][0-9]{0,3}(?![\\w-])");

  private final HandedJson json;

  private SynthesisReader(HandedJson json) {
    this.json = json;
  }

  /**
   * What a text says.
   *
   * @param synthesis empty where it is none
   * @param problems why it is none; empty where it is one
   */
  public record Reading(Optional<Synthesis> synthesis, List<String> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads the text.
   *
   * @param known the rows of the record
   */
  public static Reading read(String text, List<RowId> known) {
    HandedJson.Reading<Synthesis> form = form(text);
    List<String> problems = new ArrayList<>(form.problems());
    form.value().stream()
        .flatMap(it -> it.points().stream())
        .flatMap(SynthesisReader::named)
        .distinct()
        .filter(row -> !known.contains(row))
        .forEach(row -> problems.add("expected one of %s, found %s".formatted(known, row)));
    return new Reading(form.value().filter(_ -> problems.isEmpty()), problems);
  }

  /** As the schema takes it, which rows it names aside. */
  static HandedJson.Reading<Synthesis> form(String text) {
    return HandedJson.read(text, "synthesis", (json, root) -> new SynthesisReader(json).all(root));
  }

  private static Stream<RowId> named(Synthesis.Point point) {
    return Stream.concat(
        point.rows().stream(),
        NAMED
            .matcher(point.text())
            .results()
            .map(MatchResult::group)
            .map(RowId::of)
            .flatMap(Optional::stream));
  }

  private Optional<Synthesis> all(DataNode.Mapping root) {
    json.refuseUnknown(root, ROOT_KEYS);
    List<Synthesis.Point> points = new ArrayList<>();
    json.list(root, "points", "a point", ReviewLimits.SYNTHESIS_POINTS_MAX)
        .forEach(item -> point(item).ifPresent(points::add));
    if (root.get("points")
        .filter(it -> it instanceof DataNode.Sequence list && list.items().isEmpty())
        .isPresent()) {
      return json.fail(root, "expected at least one point, found none");
    }
    return Optional.of(new Synthesis(points));
  }

  private Optional<Synthesis.Point> point(DataNode.Mapping mapping) {
    json.refuseUnknown(mapping, KEYS);
    Optional<String> text = json.text(mapping, "text", ReviewLimits.SYNTHESIS_CHARS_MAX);
    List<RowId> rows = new ArrayList<>();
    switch (mapping.get("rows").orElse(mapping)) {
      case DataNode.Sequence list when !list.items().isEmpty() ->
          list.items().forEach(item -> row(item).ifPresent(rows::add));
      case DataNode other -> json.fail(other, "expected rows: a list such as [\"C1\", \"I2\"]");
    }
    return text.map(it -> new Synthesis.Point(rows, it));
  }

  private Optional<RowId> row(DataNode item) {
    Optional<RowId> row =
        item instanceof DataNode.Scalar scalar
            ? RowId.of(scalar.text()).filter(id -> id.toString().equals(scalar.text()))
            : Optional.empty();
    return row.isPresent() ? row : json.fail(item, "expected the id of a row, such as C1");
  }
}
