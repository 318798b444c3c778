package dev.signalbox.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.forge.Recognition.Author;
import dev.signalbox.forge.Recognition.Links;
import dev.signalbox.forge.Recognition.Shown;
import dev.signalbox.plan.IssueId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What says that a pull request is for an issue, and what does not. */
class RecognitionTest {
  private static final String PAGE = "https://forge.invalid/shop/web/pull/7";

  private static Recognition of(String issue, Links links) {
    return new Recognition(
        new IssueId(issue), Optional.of("shop/web"), List.of("cursor/shop-1"), links);
  }

  private static Shown shown(String branch, String title, String body, Author author) {
    return new Shown(7, PAGE, Optional.of(branch), title, body, author);
  }

  private static Shown silent(Author author) {
    return shown("x", "A title", "", author);
  }

  private static Optional<Evidence> said(String issue, String branch, String title, String body) {
    return of(issue, Links.NONE).of(shown(branch, title, body, Author.AGENT));
  }

  @Test
  void whatTheTrackerLinksComesFirst() {
    for (String link : List.of(PAGE, PAGE + "/files", PAGE + "#top", PAGE.replace("web", "Web"))) {
      Recognition recognition = of("SHOP-1", new Links(Set.of(link), Set.of(7)));
      assertThat(recognition.of(silent(Author.AGENT))).as(link).contains(Evidence.TRACKER_LINK);
    }
    for (String link : List.of(PAGE + "0", "https://forge.invalid/shop/web/pull/", "")) {
      Recognition recognition = of("SHOP-1", new Links(Set.of(link), Set.of()));
      assertThat(recognition.of(silent(Author.AGENT))).as(link).isEmpty();
    }
  }

  @Test
  void thenWhatTheForgeLinks() {
    Recognition recognition = of("SHOP-1", new Links(Set.of(), Set.of(7)));
    assertThat(recognition.of(shown("cursor/shop-1", "SHOP-1", "", Author.AGENT)))
        .contains(Evidence.FORGE_LINK);
  }

  @ParameterizedTest
  @EnumSource
  void thenTheBranchWhoeverOpensItThere(Author author) {
    assertThat(of("SHOP-1", Links.NONE).of(shown("cursor/shop-1", "A title", "", author)))
        .contains(Evidence.BRANCH);
  }

  @Test
  void thenTheAgentsOwnWords() {
    assertThat(said("SHOP-1", "x", "shop-1: done", "")).contains(Evidence.NAME);
    assertThat(said("SHOP-1", "x/shop-1-gates", "Done", "")).contains(Evidence.NAME);
    assertThat(said("SHOP-1", "Cursor/shop-1-gates", "Done", "")).contains(Evidence.NAME);
    assertThat(said("SHOP-1", "x", "Done", "For SHOP-1.")).contains(Evidence.TEXT);
    assertThat(said("SHOP-1", "x", "Mend UTF-8", "For SHOP-1.")).contains(Evidence.TEXT);
    assertThat(said("#12", "x", "Fix #12", "")).contains(Evidence.NAME);
    assertThat(said("#12", "x", "Fix shop/web#12", "")).contains(Evidence.NAME);
    assertThat(said("shop/web#12", "x", "Done", "For #12")).contains(Evidence.TEXT);
  }

  @Test
  void aKeyInsideOfALongerOneIsAnotherIssue() {
    assertThat(said("SHOP-1", "x/shop-12", "SHOP-12 and ESHOP-1", "SHOP-12")).isEmpty();
    assertThat(said("#1", "x", "Fix #12", "")).isEmpty();
    assertThat(said("#12", "node-12", "Use node 12", "")).isEmpty();
  }

  /** An agent tells in its text what its issue has to do with others. */
  @ParameterizedTest
  @ValueSource(strings = {"After SHOP-1, before SHOP-3.", "SHOP-1 comes first. For SHOP-2."})
  void aTextThatNamesSeveralIssuesIsNoEvidence(String body) {
    assertThat(said("SHOP-1", "x", "Done", body)).isEmpty();
    assertThat(said("SHOP-1", "cursor/shop-2", "Done", "See SHOP-1.")).isEmpty();
    assertThat(said("#12", "x", "Fix #13", "See #12")).isEmpty();
  }

  @Test
  void aStrangersWordsAndLinksAreNone() {
    Recognition recognition = of("SHOP-1", new Links(Set.of(PAGE), Set.of(7)));
    assertThat(recognition.of(shown("eve/shop-1", "SHOP-1", "SHOP-1", Author.OTHER))).isEmpty();
  }

  @Test
  void ofAnAgentWithoutAnAccountLinksCountAndWordsDoNot() {
    assertThat(of("SHOP-1", new Links(Set.of(PAGE), Set.of())).of(silent(Author.UNKNOWN)))
        .contains(Evidence.TRACKER_LINK);
    assertThat(of("SHOP-1", Links.NONE).of(shown("x/shop-1", "SHOP-1", "SHOP-1", Author.UNKNOWN)))
        .isEmpty();
  }

  @Test
  void aForksIsNobodys() {
    Recognition recognition = of("SHOP-1", new Links(Set.of(PAGE), Set.of(7)));
    assertThat(
            recognition.of(new Shown(7, PAGE, Optional.empty(), "SHOP-1", "SHOP-1", Author.AGENT)))
        .isEmpty();
  }
}
