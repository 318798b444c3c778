package dev.signalbox.glob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobEscapeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "src/A.java | src/*.java",
        "src/A.java | src/A.java",
        "src/order/** | src/**",
        "src/* | src/**",
        "** | **",
        "** | a **",
        "*.java | **/*.java",
        "a/[0-9] | a/? a/\\[*",
        "{a,b}/** | a/** b/**",
        "a/**/b | a/b a/*/b a/*/*/**/b",
        "a? | a[!x] ax",
        "* | .* [!.]*",
        "db/migrations/*.sql | **/migrations/**",
        "{a,b}{c,d} | ac ad bc bd",
      })
  void isContainedInTheUnion(String glob, String containers) throws GlobSyntaxException {
    assertThat(Glob.parse(glob).escapeFrom(globs(containers))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "src/A.java | src/*.kt | src/A.java",
        "src/** | src/order/** | src/x",
        "src/order/api/** | **/migrations/** | src/order/api/x",
        "** | */** | x",
        "* | [a-z]* | 0",
        "* | [!a]* ab* | a",
        "a/[0-9] | a/? | a/[0-9]",
        "a/** | a/* a/*/* | a/x/x/x",
        "{a,b}{c,d} | ac ad bc | bd",
        "*.java | A.java | x.java",
      })
  void namesAShortPathThatEscapes(String glob, String containers, String escape)
      throws GlobSyntaxException {
    assertThat(Glob.parse(glob).escapeFrom(globs(containers))).contains(escape);
  }

  @Test
  void isNotContainedInNothing() throws GlobSyntaxException {
    assertThat(Glob.parse("src/*").escapeFrom(List.of())).contains("src/x");
    assertThat(Glob.literal("src").escapeFrom(List.of())).contains("src");
  }

  @Test
  void countsAsNotContainedWhenDecidingTakesMoreThanTheLimit() throws GlobSyntaxException {
    // Together they match every name, and only 2^20 sets of states would show it.
    List<Glob> all = nameByCharacterBeforeTheLast(20);
    List<Glob> fewer = nameByCharacterBeforeTheLast(5);

    assertThat(Glob.parse("*").escapeFrom(fewer)).isEmpty();
    assertThat(Glob.parse("*").escapeFrom(all)).contains("x");
    assertThat(all).anyMatch(glob -> glob.matches("x"));
  }

  private static List<Glob> nameByCharacterBeforeTheLast(int count) throws GlobSyntaxException {
    List<Glob> globs = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      globs.add(Glob.parse("?".repeat(i)));
    }
    globs.add(Glob.parse("*a" + "?".repeat(count)));
    globs.add(Glob.parse("*[!a]" + "?".repeat(count)));
    return globs;
  }

  private static List<Glob> globs(String texts) throws GlobSyntaxException {
    List<Glob> globs = new ArrayList<>();
    for (String text : texts.split(" ", -1)) {
      globs.add(Glob.parse(text));
    }
    return globs;
  }
}
