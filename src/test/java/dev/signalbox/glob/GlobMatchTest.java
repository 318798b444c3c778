package dev.signalbox.glob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobMatchTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "** a",
        "** a/b/c",
        "** .git",
        "a/**/b a/b",
        "a/**/b a/x/b",
        "a/**/b a/x/y/b",
        "a/** a/b",
        "a/** a/b/c",
        "a/ a/b/c",
        "**/x x",
        "**/x a/b/x",
        "**/a/**/b a/b",
        "**/** a",
        "a/**/** a/b",
        "*.java A.java",
        "*.java .java",
        "* .hidden",
        "a* a",
        "a/*/c a/b/c",
        "? x",
        "? 😀",
        "*a*b xaxxb",
        "{src,test}/** src/a",
        "{src,test}/** test/a/b",
        "src/{a,**/b} src/a",
        "src/{a,**/b} src/b",
        "src/{a,**/b} src/x/b",
        "x{,.bak} x",
        "x{,.bak} x.bak",
        "src/{,**/}*.ts src/a.ts",
        "src/{,**/}*.ts src/x/y/a.ts",
        "a{/**,} a",
        "a{/**,} a/b",
        "a{,/} a/b/c",
        "{a,b{c,d{e,f}}} bdf",
        "{**,a}/b b",
        "{**,a}/b x/y/b",
        "a{b} ab",
        "routes/{id}.ts routes/{id}.ts",
        "{a*} abc",
        "[abc] b",
        "[a-c] b",
        "[!a] b",
        "[!a]x bx",
        "[]a] ]",
        "[a-] -",
        "[*] *",
        "[user-id] r",
        "[α-ω] λ",
        "[😀-😂] 😁",
        "app/[id]/page.tsx app/[id]/page.tsx",
        "app/[id]/page.tsx app/i/page.tsx",
        "app/[...slug]/page.tsx app/[...slug]/page.tsx",
        "app/[[...slug]]/page.tsx app/[[...slug]]/page.tsx",
        "app/[user-id]/*.tsx app/[user-id]/page.tsx",
        "app/[id]/[!x] app/[id]/[!x]",
        "\\*a *a",
        "[\\]] ]",
        "./a a",
        "a] a]",
        "a,b a,b",
      })
  void matches(String pattern, String path) throws GlobSyntaxException {
    assertThat(Glob.parse(pattern).matches(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "** ''",
        "** a//b",
        "** /a",
        "** a/",
        "** a/./b",
        "** ../a",
        "a/** a",
        "a/** ab/c",
        "a/ a",
        "a/**/b ab",
        "a/**/b a/xb",
        "a/**/b a/b/c",
        "**/x ax",
        "* a/b",
        "[^a] .",
        ".* ..",
        "a/* a",
        "a/* a/",
        "a/* a/b/c",
        "? ab",
        "?? 😀",
        "?a /a",
        "*.java A.Java",
        "{src,test}/** src",
        "src/{a,**/b} src/x/a",
        "x{,.bak} x.",
        "[!a] a",
        "[!a] /",
        "[+-9] /",
        "a[!b]c a/c",
        "[user-id] s-x",
        "{a} {b}",
        "{a,b} {a,b}",
        "\\*a ba",
        "a a/b",
      })
  void doesNotMatch(String pattern, String path) throws GlobSyntaxException {
    assertThat(Glob.parse(pattern).matches(path)).isFalse();
  }

  @Test
  void answersAtOnceOnPatternsThatMakeBacktrackingExplode() throws GlobSyntaxException {
    Glob names = Glob.parse("*a".repeat(200) + "b");
    Glob folders = Glob.parse("**/a/".repeat(200) + "b");

    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          assertThat(names.matches("a".repeat(4_000))).isFalse();
          assertThat(names.matches("a".repeat(4_000) + "b")).isTrue();
          assertThat(folders.matches("a/".repeat(2_000) + "c")).isFalse();
          assertThat(folders.matches("a/".repeat(2_000) + "b")).isTrue();
        });
  }
}
