package dev.signalbox.review;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.document.MarkdownDocument;
import dev.signalbox.plan.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what a session hands in at a milestone: a line {@code Commit: ID}, words of its own, then a
 * heading for each perspective with one block of JSON in the form of {@code findings.schema.json}.
 */
public final class MilestoneReader {
  private static final Pattern COMMIT =
      Pattern.compile("(?m)^[*_ ]*Commit:[*_ ]*`?([0-9a-f]{7,64})`?[*_ ]*$");

  private MilestoneReader() {}

  /** Reads the text; {@code reviewers} are the perspectives that have to be there. */
  public static MilestoneReport read(List<String> reviewers, String text) {
    if (text.isBlank()) {
      return MilestoneReport.NONE;
    }
    Map<String, List<Block.Code>> blocks = new LinkedHashMap<>();
    int wordsEnd = parts(reviewers, text, blocks);
    List<String> lines = text.lines().toList();
    String opening = String.join("\n", lines.subList(0, Math.min(wordsEnd, lines.size())));
    Matcher commit = COMMIT.matcher(opening);
    boolean isNamed = commit.find();
    List<String> problems = new ArrayList<>();
    if (!isNamed) {
      problems.add("`.sdd-review.md`: a line `Commit: ID` that names the commit that was reviewed");
    }
    List<Opinion> opinions = new ArrayList<>();
    for (String reviewer : reviewers) {
      OpinionReading reading = opinion(reviewer, blocks.getOrDefault(reviewer, List.of()));
      reading.opinion().ifPresent(opinions::add);
      reading
          .problems()
          .forEach(problem ->
              problems.add("`.sdd-review.md`, `## %s`: %s".formatted(reviewer, problem)));
    }
    return new MilestoneReport(
        isNamed ? commit.group(1) : "",
        COMMIT.matcher(opening).replaceFirst("").strip(),
        opinions,
        problems);
  }

  /** Sorts the blocks by perspective; the number of lines before the first of them. */
  private static int parts(
      List<String> reviewers, String text, Map<String, List<Block.Code>> blocks) {
    String part = "";
    int first = Integer.MAX_VALUE;
    for (Block block : MarkdownDocument.parse(new SourceFile("review", text)).blocks()) {
      switch (block) {
        case Block.Heading heading -> {
          part = heading.text().text().strip();
          if (reviewers.contains(part)) {
            first = Math.min(first, heading.first().at().line() - 1);
          }
        }
        case Block.Code code when code.info().strip().equalsIgnoreCase("json") ->
            blocks.computeIfAbsent(part, _ -> new ArrayList<>()).add(code);
        case Block _ -> {
          // Words of the session.
        }
      }
    }
    return first;
  }

  private static OpinionReading opinion(String reviewer, List<Block.Code> blocks) {
    if (blocks.size() != 1) {
      return OpinionReading.none(
          "expected one block of JSON with the findings, found " + blocks.size());
    }
    String json =
        blocks.getFirst().lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    return json.strip().startsWith("{")
        ? OpinionReader.read(reviewer, json)
        : OpinionReading.none("expected a JSON object, found something else");
  }
}
