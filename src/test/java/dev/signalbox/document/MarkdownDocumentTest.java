package dev.signalbox.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownDocumentTest {

  private static MarkdownDocument parse(String text) {
    return MarkdownDocument.parse(new SourceFile("p.md", text));
  }

  private static String at(Line line) {
    return line.at() + " " + line.text();
  }

  @Test
  void keepsFrontMatterApartAndItsPosition() {
    MarkdownDocument document = parse("---\r\na: 1\r\n---\r\n# T\r\n");
    assertThat(document.frontMatter().orElseThrow().text()).isEqualTo("a: 1\n");
    assertThat(document.frontMatter().orElseThrow().at()).hasToString("p.md:2:1");
    assertThat(at(document.blocks().getFirst().first())).isEqualTo("p.md:4:3 T");
  }

  @Test
  void readsAnUnclosedFenceAsText() {
    MarkdownDocument document = parse("---\na: 1\n");
    assertThat(document.frontMatter()).isEmpty();
  }

  @Test
  void givesFieldTextRawWithItsPosition() {
    Block block = parse("# A\n\n- touches: src/**, a*b*c\n- x\n").blocks().get(1);
    assertThat(block).isInstanceOf(Block.Item.class);
    assertThat(at(block.first())).isEqualTo("p.md:3:3 touches: src/**, a*b*c");
  }

  @Test
  void keepsEachLineOfAnItemThatRunsOn() {
    Block.Item item =
        (Block.Item) parse("Tasks:\n\n1. one\n2. two\nDeliverable: x\n").blocks().get(2);
    assertThat(item.ordered()).isTrue();
    assertThat(item.lines().stream().map(MarkdownDocumentTest::at))
        .containsExactly("p.md:4:4 two", "p.md:5:1 Deliverable: x");
  }

  @Test
  void readsCheckboxes() {
    List<Block> blocks = parse("- [ ] open\n- [X] done\n- [link](x)\n").blocks();
    assertThat(blocks)
        .extracting(block -> ((Block.Item) block).checked())
        .containsExactly(Optional.of(false), Optional.of(true), Optional.empty());
    assertThat(at(blocks.getFirst().first())).isEqualTo("p.md:1:7 open");
  }

  @Test
  void readsTablesWithEscapedPipesAndEmptyCells() {
    Block.Table table =
        (Block.Table)
            parse("| Phase | Issues |\n|---|---|\n| 1A | a\\|b |\n| 1B | |\n").blocks().getFirst();
    assertThat(table.header().stream().map(Line::text)).containsExactly("Phase", "Issues");
    assertThat(at(table.rows().get(0).get(1))).isEqualTo("p.md:3:8 a|b");
    assertThat(table.rows().get(1).stream().map(Line::text)).containsExactly("1B", "");
  }

  @Test
  void opensQuotesAndKeepsCodeApart() {
    List<Block> blocks =
        parse("> # Quoted\n\n```java\n# not a heading\n```\n\n    indented\n").blocks();
    assertThat(blocks.get(0)).isInstanceOf(Block.Heading.class);
    Block.Code code = (Block.Code) blocks.get(1);
    assertThat(code.info()).isEqualTo("java");
    assertThat(code.lines().stream().map(Line::text)).containsExactly("# not a heading");
    assertThat(((Block.Code) blocks.get(2)).lines()).hasSize(1);
  }

  @Test
  void dropsClosingHashesOfHeadings() {
    assertThat(parse("## A # b ##\n").blocks().getFirst().first().text()).isEqualTo("A # b");
    assertThat(parse("## C#\n").blocks().getFirst().first().text()).isEqualTo("C#");
    assertThat(parse("##\n").blocks().getFirst().first().text()).isEmpty();
  }

  @Test
  void countsNestedItems() {
    List<Block> blocks = parse("- a\n  - b\n\n    more\n- c\n").blocks();
    assertThat(
            blocks.stream().filter(Block.Item.class::isInstance).map(b -> ((Block.Item) b).depth()))
        .containsExactly(0, 1, 0);
    assertThat(blocks.get(2)).isInstanceOf(Block.Paragraph.class);
  }
}
