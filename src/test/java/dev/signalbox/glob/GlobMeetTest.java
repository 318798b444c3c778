package dev.signalbox.glob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobMeetTest {
  private static final Duration HANG = Duration.ofSeconds(60);

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "src/A.java src/A.java src/A.java",
        "src/A.java src/*.java src/A.java",
        "src/** src/order/** src/order/x",
        "src/** **/*.java src/x.java",
        "src/**/*.java **/Foo* src/Foo.java",
        "a/**/b* a/c?/** a/cx/b",
        "a/** **/b a/b",
        "* ? x",
        "** ** x",
        "[a-f]* *[0-9] a0",
        "[^a-z]* * 0",
        "app/[id]/** app/[id]/page.tsx app/d/page.tsx",
        "app/[id]/** app/\\[id\\]/* app/[id]/x",
        "{a,b}/** {b,c}/** b/x",
        "{a,x/b}/** x/** x/b/x",
        ".* * .x",
        "**/.env *.env .env",
        "😀* *😁 😀😁",
        "docs/ docs/*.md docs/x.md",
      })
  void findsAShortReadablePath(String a, String b, String witness) throws GlobSyntaxException {
    assertThat(Glob.parse(a).meet(Glob.parse(b))).contains(witness);
    assertThat(Glob.parse(b).meets(Glob.parse(a))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "src/A.java src/B.java",
        "src/** src",
        "src/** src2/**",
        "src/** test/*",
        "a/* a/*/b",
        "**/Foo.java **/Bar.java",
        "**/order/*.java **/billing/*.java",
        "a/*/c a/b*",
        "*.java *.kt",
        "? ??",
        ".? ..",
        "[ab] [cd]",
        "{a,b}/x/** {a,b}/y/**",
        "a/**/b/* **/c/?",
        "a/** a*a/**",
        "x{,.bak} x.?",
      })
  void findsNoneWhereThereIsNone(String a, String b) throws GlobSyntaxException {
    Glob right = b.equals("..") ? Glob.literal("...") : Glob.parse(b);

    assertThat(Glob.parse(a).meet(right)).isEmpty();
    assertThat(right.meets(Glob.parse(a))).isFalse();
  }

  @Test
  void answersAtOnceOnManyBraceGroups() throws GlobSyntaxException {
    Glob a = Glob.parse("{a,b}".repeat(20) + "x");
    Glob b = Glob.parse("{b,c}".repeat(20) + "x");
    Glob c = Glob.parse("{b,c}".repeat(20) + "y");

    assertTimeoutPreemptively(
        HANG,
        () -> {
          assertThat(a.meet(b)).contains("b".repeat(20) + "x");
          assertThat(a.meet(c)).isEmpty();
          assertThat(a.escapeFrom(List.of(b))).isPresent();
          assertThat(a.escapeFrom(List.of(a, c))).isEmpty();
        });
  }

  @Test
  void answersAtOnceOnTheLargestPatterns() throws GlobSyntaxException {
    Glob stars = Glob.parse("*a".repeat(511) + "b");
    Glob others = Glob.parse("*[ab]".repeat(204) + "?c");
    Glob empties = Glob.parse("{,a}".repeat(255) + "c");
    Glob folders = Glob.parse("**/a/".repeat(203) + "**/c");

    assertTimeoutPreemptively(
        HANG,
        () -> {
          assertThat(stars.meet(others)).isEmpty();
          assertThat(others.meet(empties)).isPresent();
          assertThat(folders.meet(Glob.parse("**/b/".repeat(203) + "**/c"))).isPresent();
          assertThat(folders.meet(Glob.parse("**/b/".repeat(203) + "**/*d"))).isEmpty();
        });
  }
}
