package dev.signalbox.document;

import dev.signalbox.error.Position;
import dev.signalbox.plan.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * A Markdown text as front matter and blocks.
 *
 * @param path the file's path, as in positions
 * @param frontMatter the YAML between the first line {@code ---} and the next; empty without one
 * @param blocks in the document's order
 */
public record MarkdownDocument(String path, Optional<FrontMatter> frontMatter, List<Block> blocks) {

  /**
   * The text of a YAML block.
   *
   * @param text without the fences
   * @param at the position of its first character
   */
  public record FrontMatter(String text, Position at) {}

  /** Reads any text: Markdown has no syntax errors. */
  public static MarkdownDocument parse(SourceFile file) {
    List<String> lines = file.text().lines().toList();
    int end = frontMatterEnd(lines);
    Optional<FrontMatter> frontMatter =
        end < 0
            ? Optional.empty()
            : Optional.of(
                new FrontMatter(
                    String.join("\n", lines.subList(1, end)) + "\n",
                    new Position(file.path(), 2, 1)));
    return new MarkdownDocument(
        file.path(), frontMatter, new MarkdownBlocks(file.path(), lines, end + 1).read());
  }

  /** The index of the closing fence, or -1 where the text has no front matter. */
  private static int frontMatterEnd(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals("---")) {
      return -1;
    }
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      if (line.equals("---") || line.equals("...")) {
        return i;
      }
    }
    return -1;
  }
}
