package dev.signalbox.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A page that people read.
 *
 * @param path from the root of the source tree
 * @param spans the code inside its sentences and tables, in order
 */
public record Page(String path, List<Block> blocks, List<String> spans) {
  /** The root of the source tree. */
  public static final Path ROOT =
      Path.of(System.getProperty("signalbox.root", ".")).toAbsolutePath().normalize();

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  public Page {
    blocks = List.copyOf(blocks);
    spans = List.copyOf(spans);
  }

  /** The README, the guide, and the plugin's page. */
  public static List<Page> all() {
    Set<String> paths = new TreeSet<>(List.of("README.md", "plugin/README.md"));
    try (DirectoryStream<Path> guide =
        Files.newDirectoryStream(ROOT.resolve("docs/guide"), "*.md")) {
      guide.forEach(page -> paths.add("docs/guide/" + page.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return paths.stream().map(Page::read).toList();
  }

  /** A page of the source tree. */
  public static Page read(String path) {
    try {
      return parse(path, Files.readString(ROOT.resolve(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page with that text. */
  static Page parse(String path, String text) {
    Parts parts = new Parts(path);
    PARSER.parse(text).accept(parts);
    return new Page(path, parts.blocks, parts.spans);
  }

  private static final class Parts extends AbstractVisitor {
    private final String path;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> spans = new ArrayList<>();

    Parts(String path) {
      this.path = path;
    }

    @Override
    public void visit(FencedCodeBlock block) {
      String info = block.getInfo() == null ? "" : block.getInfo();
      int line = block.getSourceSpans().getFirst().getLineIndex() + 1;
      blocks.add(
          new Block(
              path, line, info, notes(block.getPrevious()), block.getLiteral().lines().toList()));
    }

    private static List<String> notes(Node before) {
      if (before instanceof HtmlBlock html && html.getLiteral().strip().matches("(?s)<!--.*-->")) {
        String text = html.getLiteral().strip();
        String inside = text.substring("<!--".length(), text.length() - "-->".length());
        // A reason may hold a semicolon, and stands alone.
        boolean isReason = inside.strip().startsWith("not run:");
        return Arrays.stream(isReason ? new String[] {inside} : inside.split(";", -1))
            .map(note -> note.strip().replaceAll("\\s+", " "))
            .toList();
      }
      return List.of();
    }

    @Override
    public void visit(Code code) {
      spans.add(code.getLiteral());
    }
  }
}
