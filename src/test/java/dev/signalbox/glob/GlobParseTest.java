package dev.signalbox.glob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.glob.GlobSyntaxException.Kind;
import dev.signalbox.limit.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GlobParseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "a//b 2",
        "a/{,b}/c 6",
        "a/./b 2",
        ". 0",
        "a/. 2",
        "{a,.}/b 3",
        ".{} 1",
        "a{b 1",
        "a{b,{c} 1",
        "a}b 1",
        "a[b 1",
        "a[b/c] 1",
        "a[] 1",
        "a[!] 1",
        "*** 0",
        "a**b 1",
        "a/**b 2",
        "a/b** 3",
        "{a,**}b 3",
        "a{b,**} 4",
        "**{,b} 0",
        "{,a} 0",
        "./ 2",
      })
  void refusesWhatIsNotInTheLanguageAndSaysWhere(String text, int index) {
    assertRefused(text, Kind.SYNTAX, index);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/a 0",
        "/ 0",
        "{,a}/b 4",
        "C:/a 0",
        "c:\\a 0",
        "C:\\* 0",
        "../a 0",
        "a/../b 2",
        "a/.. 2",
        "a/{b,..} 5",
        "a/.{.,b}/c 2",
        "~/a 0",
        "~ 0",
        "src\\main\\A.java 3",
        "src\\.env 3",
        "src\\ 3",
        "a\\/b 1",
        "a\u0000b 1",
        "a\u001b[31m 1",
        "[\u007f] 1",
        "a\u202eb 1",
        "a\ud800 1",
      })
  void refusesWhatCouldLeaveTheRepositoryOrHideOnAScreen(String text, int index) {
    assertRefused(text, Kind.UNSAFE, index);
  }

  @Test
  void refusesNothingAtAll() {
    assertRefused("", Kind.SYNTAX, 0);
  }

  @Test
  void refusesMoreCharactersAndDeeperBracesThanTheLimits() {
    String deep = "{".repeat(Limits.GLOB_NESTING_MAX + 1) + "a" + "}".repeat(9);

    assertRefused("a".repeat(Limits.GLOB_CHARS_MAX + 1), Kind.LIMIT, Limits.GLOB_CHARS_MAX);
    assertRefused(deep, Kind.LIMIT, Limits.GLOB_NESTING_MAX);
    assertThat(parse(deep.substring(1, deep.length() - 1)).matches("a")).isTrue();
    assertThat(parse("a".repeat(Limits.GLOB_CHARS_MAX)).literalPath()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "src/**.java,'**.java': write '*.java' for one folder or '**/*.java' for any depth",
        "src/a**,'a**': write 'a*' for one folder or 'a*/**' for any depth",
        "a**b/c,'a**b': write 'a*b' for one folder or 'a*/**/*b' for any depth",
        "**b,'**b': write '*b' for one folder or '**/*b' for any depth",
        "a{**},it beside other characters: write 'x*y' for one folder or 'x*/**/*y' for any depth",
      })
  void namesTheTwoWaysToWriteTwoStarsThatAreNotAlone(String text, String found) {
    assertThatExceptionOfType(GlobSyntaxException.class)
        .isThrownBy(() -> Glob.parse(text))
        .withMessage("expected '**' to fill a whole segment, found " + found);
  }

  @Test
  void pointsToTheSlashWhenABackslashSeparatesFolders() {
    assertThatExceptionOfType(GlobSyntaxException.class)
        .isThrownBy(() -> Glob.parse("src\\main"))
        .withMessageStartingWith("expected '/' between folders, found '\\': use '/'");
  }

  @ParameterizedTest
  @CsvSource({
    "./src/a,src/a",
    "././src/**,src/**",
    "src/,src/**",
    "./src/,src/**",
    "src/*/,src/*/**",
    "a\\{b,a\\{b",
    "a\\#b,a#b"
  })
  void equalsThePatternThatSaysTheSame(String text, String same) {
    assertThat(parse(text)).isEqualTo(parse(same)).hasSameHashCodeAs(parse(same));
    assertThat(parse(text).text()).isEqualTo(text);
    assertThat(parse(text)).hasToString(text).isNotEqualTo(parse("other"));
  }

  @ParameterizedTest
  @CsvSource({
    "src/A.java,src/A.java",
    "./src/A.java,src/A.java",
    "a\\*b,a*b",
    "a\\[b\\]\\{c\\}\\?\\\\,a[b]{c}?\\",
    "'a, b!c]','a, b!c]'",
    "~a,~a",
    "C:a,C:a",
    "...,...",
    "größe/😀,größe/😀"
  })
  void isLiteralWithoutAWildcard(String text, String path) {
    assertThat(parse(text).literalPath()).contains(path);
    assertThat(parse(text)).isEqualTo(Glob.literal(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"**", "a/", "a*", "a?", "[a]", "{a,a}", "{a}", "a/**"})
  void isNotLiteralWithOne(String text) {
    assertThat(parse(text).literalPath()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/A.java",
        "app/[id]/page.tsx",
        "a*b?c{d,e}[f]\\",
        "~/a",
        "~",
        "~a",
        "C:/a",
        "C:\\a",
        "a\nb",
        "a\u0000\u001b[0m",
        "a\u202eb",
        "half\ud800",
        " a ",
        "...",
        "-",
        "!a"
      })
  void readsTheTextOfALiteralBackAsThatPath(String path) {
    Glob literal = Glob.literal(path);

    assertThat(literal.literalPath()).contains(path);
    assertThat(literal.matches(path)).isTrue();
    assertThat(literal.witness()).isEqualTo(path);
    assertThat(parse(literal.text())).isEqualTo(literal);
    assertThat(parse(literal.text()).literalPath()).contains(path);
    assertThat(literal.meet(parse("**"))).contains(path);
    assertThat(parse("**").escapeFrom(List.of(literal))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/a", "a/", "a//b", ".", "..", "./a", "a/../b"})
  void hasNoLiteralForWhatIsNoPath(String text) {
    assertThat(Glob.isPath(text)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Glob.literal(text));
  }

  @ParameterizedTest
  @CsvSource({
    "src/a/B.java,src/a",
    "src/a/*.java,src/a",
    "src/a/*,src/a",
    "'src/a/{B,C}.java',src/a",
    "app/[id]/page.tsx,app/[id]",
    "app/[id]/*.tsx,app/[id]",
    "./a/b,a",
    "a\\*/b,a*",
    "A.java,",
    "*.java,",
    "src/a/**,",
    "src/a/,",
    "src/*/x,",
    "src/**/x,",
    "'src/{a,b}/x',",
    "'src/{a/x,b}',",
    "'src/{a,**}',",
    "**,",
  })
  void namesTheFolderInWhichItNamesFiles(String text, String folder) {
    assertThat(parse(text).directParent().orElse(null)).isEqualTo(folder);
  }

  private static void assertRefused(String text, Kind kind, int index) {
    assertThatExceptionOfType(GlobSyntaxException.class)
        .as(text)
        .isThrownBy(() -> Glob.parse(text))
        .satisfies(e -> assertThat(e.kind()).as(text + ": " + e.getMessage()).isEqualTo(kind))
        .satisfies(e -> assertThat(e.index()).as(text + ": " + e.getMessage()).isEqualTo(index))
        .satisfies(e -> assertThat(e.getMessage()).startsWith("expected ").contains(", found "))
        .satisfies(e -> assertThat(e.getMessage()).doesNotEndWith(".").doesNotContain("\u001b"));
  }

  private static Glob parse(String text) {
    try {
      return Glob.parse(text);
    } catch (GlobSyntaxException e) {
      throw new AssertionError(text, e);
    }
  }
}
