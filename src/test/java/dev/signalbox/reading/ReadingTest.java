package dev.signalbox.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.document.Line;
import dev.signalbox.error.Position;
import dev.signalbox.plan.IssueId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

  static Line line(String text) {
    return new Line(text, new Position("p.md", 4, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "**bold** and `code *.ts`|bold and code *.ts",
        "[SHOP-1: Cart](https://x/y)|SHOP-1: Cart",
        "a * b|a * b",
        "~~old~~ new|old new",
        "snake_case|snake_case",
        "[open|[open",
        "`open|open"
      })
  void reducesInlineMarkupToWhatItSays(String text, String plain) {
    assertThat(InlineText.plain(text)).isEqualTo(plain);
  }

  @Test
  void findsCodeSpansWithTheirPlaces() {
    List<InlineText.CodeSpan> spans = InlineText.codeSpans(line("a `b` and ``c`d``"));
    assertThat(spans).extracting(span -> span.content().text()).containsExactly("b", "c`d");
    assertThat(spans.getFirst().content().at()).hasToString("p.md:4:6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Phase 1A: Cart|phase|1A|Cart",
        "Task 3 — Orders|task|3|Orders",
        "Step 2 Ship it|step|2|Ship it",
        "PR-4 – Docs|pr|PR-4|Docs",
        "**U1. Declare**|U|U1|Declare**",
        "P0-1: Fix|P|P0-1|Fix",
        "SHOP-101: Cart|SHOP|SHOP-101|Cart",
        "✅ Phase 6.1: Icons|phase|6.1|Icons",
        "[Task 1](x)|task|1|(x)",
        "User Story 2: Buy|story|2|Buy",
        "1.2 Wiring|''|1.2|Wiring",
        "3) Wiring|''|3|Wiring"
      })
  void readsTheLabelOfAHeading(String heading, String word, String id, String title) {
    WorkLabel label = WorkLabel.of(line(heading)).orElseThrow();
    assertThat(label.word()).isEqualTo(word);
    assertThat(label.id()).contains(id);
    assertThat(label.title().text()).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Phase details", "Unit tests", "Session registry", "Package structure", "HTTP2 support",
        "Goals", "", "***", "Agent: coder", "Taskforce 1"
      })
  void takesOtherHeadingsForNoWork(String heading) {
    assertThat(WorkLabel.of(line(heading))).isEmpty();
  }

  @Test
  void readsAHeadingOfWorkWithoutAnId() {
    WorkLabel label = WorkLabel.of(line("Task: Sign in")).orElseThrow();
    assertThat(label.id()).isEmpty();
    assertThat(label.title().text()).isEqualTo("Sign in");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1A, 1B|1A 1B",
        "Phase 0 types + 7 interfaces|0",
        "Steps 3-4 must be complete|3-4",
        "Tasks 1, 2 and 4 (about 2 days)|1 2 4",
        "U1; U2|U1 U2",
        "[SHOP-1](http://x/9), SHOP-2|SHOP-1 SHOP-2",
        "Phases 1 through 3|1-3",
        "PR-1…PR-3|PR-1-PR-3",
        "`core/x.js` 3|''",
        "https://example.org/12|''",
        "Python 3.12|''"
      })
  void findsMentionsInAListOfWork(String text, String expected) {
    List<String> found =
        Mentions.inList(line(text)).stream()
            .map(m -> m.isRange() ? m.first() + "-" + m.last() : m.first())
            .toList();
    assertThat(String.join(" ", found)).isEqualTo(expected);
  }

  @Test
  void takesBareNumbersInProseForNoMention() {
    assertThat(Mentions.inProse(line("about 3 of 4 files, then Task 2 (new)")))
        .singleElement()
        .satisfies(mention -> {
          assertThat(mention.word()).isEqualTo("task");
          assertThat(mention.first()).isEqualTo("2");
          assertThat(mention.at()).hasToString("p.md:4:33");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Audio — **COMPLETE**|true|Audio",
        "Audio (Completed 2026-03-26, 1 session)|true|Audio",
        "Audio **[COMPLETED 2026-04-25]**|true|Audio",
        "Audio ✅|true|Audio",
        "Parser — Complete rewrite of it|false|Parser — Complete rewrite of it",
        "Infrastructure (done first)|false|Infrastructure (done first)",
        "Done button|false|Done button"
      })
  void tellsFinishedHeadings(String heading, boolean done, String title) {
    assertThat(DoneMark.isMarked(heading)).isEqualTo(done);
    assertThat(DoneMark.withoutMark(heading)).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource({"Done — 15 tests,true", "Active — step 4 complete,false", "✅,true", "Landed,true"})
  void tellsAFinishedStatus(String status, boolean done) {
    assertThat(DoneMark.isDoneStatus(status)).isEqualTo(done);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "~$5|$5|",
        "$3-5|$5|",
        "$4.50, 90m|$4.50|90",
        "1.5 hours|none|90",
        "1-2h|none|120",
        "3pt|none|",
        "2 agent sessions|none|",
        "600 lines|none|"
      })
  void readsEstimates(String text, String cost, Integer minutes) {
    assertThat(EstimateText.of(text).cost().map(Object::toString).orElse("none")).isEqualTo(cost);
    assertThat(EstimateText.of(text).minutes().stream().boxed().findFirst())
        .isEqualTo(Optional.ofNullable(minutes));
  }

  @Test
  void findsIssueKeys() {
    assertThat(IssueText.all("[SHOP-1: x](http://y/SHOP-9) and org/repo#12, CIA-XXX, UTF-8"))
        .containsExactly(
            new IssueId("SHOP-1"),
            new IssueId("org/repo#12"),
            new IssueId("CIA-XXX"),
            new IssueId("UTF-8"));
    assertThat(IssueText.atEnd("Cart (SHOP-1)")).contains(new IssueId("SHOP-1"));
    assertThat(IssueText.atEnd("Cart (RFC 7798)")).isEmpty();
    assertThat(IssueText.withoutEnd("Cart [SHOP-1]")).isEqualTo("Cart");
  }
}
