package dev.signalbox.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private final Likeness likeness = new Likeness();

  @Test
  void anIdStandsForTheOneThatWasPrintedFirst() {
    assertThat(likeness.isWhole(List.of("17-b432371f  plan  3s"), "9-0123abcd plan  1m 2s\n"))
        .isTrue();
    assertThat(likeness.real("signalbox approve 17-b432371f"))
        .isEqualTo("signalbox approve 9-0123abcd");
    assertThat(likeness.isWhole(List.of("17-b432371f"), "9-0123abcd")).isTrue();
    assertThat(likeness.isWhole(List.of("17-b432371f"), "10-0123abcd")).isFalse();
    assertThat(likeness.isWhole(List.of("1-aaaaaaaa 1-aaaaaaaa"), "2-bbbbbbbb 3-cccccccc"))
        .isFalse();
  }

  @Test
  void otherWordsAreAnotherText() {
    List<String> shown = List.of("S-A  Merged", "...", "cost $0.30");
    assertThat(likeness.isWhole(shown, "S-A Merged\ncost $0.30\n")).isTrue();
    assertThat(likeness.isWhole(shown, "S-A Merged\nx\ny\ncost $0.30\n")).isTrue();
    assertThat(likeness.isWhole(shown, "S-A Merged\ncost $0.31\n")).isFalse();
    assertThat(likeness.isWhole(shown, "S-A Merged\ncost $0.30\nmore\n")).isFalse();
    assertThat(likeness.isWithin(shown, "less\nS-A Merged\ncost $0.30\nmore\n")).isTrue();
    assertThat(likeness.isWhole(List.of(), "a word\n")).isFalse();
    assertThat(likeness.isWhole(List.of(), "")).isTrue();
  }

  @Test
  void whatVariesHasAForm() {
    assertThat(likeness.isWhole(List.of("at 2026-11-28T15:21:43Z"), "at 2027-01-02T03:04:05Z"))
        .isTrue();
    List<String> shown = List.of("Merged as 91c684b at 12:28 in <1s, git ...", "────  ─");
    assertThat(likeness.isWhole(shown, "Merged as 0000000 at 03:59 in 12s, git 2.39\n─ ───"))
        .isTrue();
    assertThat(likeness.isWhole(shown, "Merged as soon at 03:59 in 12s, git 2.39\n─ ─")).isFalse();
  }

  @Test
  void aBlockIsTakenApart() {
    Page page =
        Page.parse(
            "x.md",
            """
            Words with `code`.

            <!-- exit code 3; terminal -->
            ```console
            $ one
            printed
            $ two
            ```

            | `a` |
            |---|
            | `b` |
            """);
    assertThat(page.spans()).containsExactly("code", "a", "b");
    Block block = page.blocks().getFirst();
    assertThat(block.steps())
        .containsExactly(
            new Block.Step("one", List.of("printed")), new Block.Step("two", List.of()));
    assertThat(block.exits()).containsExactly(3);
    assertThat(block.isInTerminal()).isTrue();
    assertThat(block).hasToString("x.md:4");
  }
}
