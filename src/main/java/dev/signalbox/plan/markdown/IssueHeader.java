package dev.signalbox.plan.markdown;

import dev.signalbox.document.Block;
import dev.signalbox.document.DataNode;
import dev.signalbox.document.DataReading;
import dev.signalbox.document.Line;
import dev.signalbox.document.MarkdownDocument;
import dev.signalbox.document.YamlReader;
import dev.signalbox.error.Position;
import dev.signalbox.plan.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The plan's header in a master issue: front matter, or the first block of {@code yaml} that has a
 * key of the header, because trackers take front matter for a rule and a heading.
 */
final class IssueHeader {
  private IssueHeader() {}

  static DataNode.Mapping of(SourceFile description, Problems problems) {
    MarkdownDocument document = MarkdownDocument.parse(description);
    DataNode.Mapping empty = new DataNode.Mapping(List.of(), Position.startOf(description.path()));
    Optional<MarkdownDocument.FrontMatter> text =
        document.frontMatter().or(() -> yamlOf(document.blocks()));
    if (text.isEmpty()) {
      return empty;
    }
    DataReading reading = YamlReader.read(text.get().text(), text.get().at());
    problems.all(reading.problems());
    return reading.mapping().orElse(empty);
  }

  private static Optional<MarkdownDocument.FrontMatter> yamlOf(List<Block> blocks) {
    for (Block block : blocks) {
      if (block instanceof Block.Code code && isHeader(code)) {
        String text = code.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
        return Optional.of(
            new MarkdownDocument.FrontMatter(text + "\n", code.lines().getFirst().at()));
      }
    }
    return Optional.empty();
  }

  private static boolean isHeader(Block.Code code) {
    boolean isYaml = code.info().equals("yaml") || code.info().equals("yml");
    return isYaml
        && code.lines().stream()
            .map(Line::text)
            .anyMatch(
                line -> HeaderFields.KEYS.stream().anyMatch(key -> line.startsWith(key + ":")));
  }
}
