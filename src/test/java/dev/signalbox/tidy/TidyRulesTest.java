package dev.signalbox.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of {@link TidyTest} and {@link SizeTest} find what they are there to find. */
class TidyRulesTest {

  @ParameterizedTest
  @CsvSource({
    "schedule, Instant.now()",
    "schedule, java.time.Instant.now()",
    "schedule, Instant::now",
    "schedule, System.currentTimeMillis()",
    "schedule, new Random(1)",
    "schedule, Math.random()",
    "schedule, java.util.UUID.randomUUID()",
    "plan.markdown, System.nanoTime()",
    "schedule, System.getenv()",
    "config, System.out",
    "config, System.err",
    "app, Thread.sleep(1)",
    "app, TimeUnit.SECONDS.sleep(1)",
    "app, new @Disabled Object()",
  })
  void aBannedNameIsFound(String packageName, String expression) {
    assertThat(Ban.findIn(main(packageName, "Object o() { return " + expression + "; }")))
        .singleElement()
        .asString()
        .startsWith("src/main/java/A.java:4: found ");
  }

  @ParameterizedTest
  @CsvSource({
    "app, Instant.now()",
    "agent.claude, Instant.now()",
    "app, System.out",
    "cli, System.err",
    "schedule, now()",
    "schedule, '\"Instant.now() Thread.sleep(1)\"'",
    "schedule, clock.now()",
  })
  void whatIsAllowedIsNotFound(String packageName, String expression) {
    String body = "/** Not Instant.now(). */\n Object o() { return " + expression + "; }";
    assertThat(Ban.findIn(main(packageName, body))).isEmpty();
  }

  @Test
  void testsMayReadTheClockAndPrint() {
    String text = "package dev.signalbox.plan; class A { Object o = Instant.now() + System.err; }";
    assertThat(Ban.findIn(parse("src/test/java/A.java", text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class PathUtil {}",
        "interface SessionManager {}",
        "record Helper(int a) {}",
        "enum PlanImpl {}",
        "class A { class PlanCommon {} }",
        "import java.util.*;\nclass A {}",
        "import static java.util.Map.*;\nclass A {}",
      })
  void anEmptyNameIsFound(String text) {
    assertThat(NameRule.findIn(parse("src/main/java/A.java", text))).hasSize(1);
  }

  @Test
  void anEmptyPackageNameIsFound() {
    assertThat(NameRule.findIn(main("plan.util", ""))).hasSize(1);
    assertThat(NameRule.findIn(main("plan", "class CommonPath {} class Implied {}"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\tb", "a ", " ", "see /" + "home/me/x", "(/" + "root/x)", "\r"})
  void badTextIsFound(String line) {
    assertThat(TextRule.findIn("docs/a.md", "# A\n" + line + "\n"))
        .anyMatch(found -> found.startsWith("docs/a.md:2: found "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b", "  a", "", "src/work/x", "**/home/*", "https://a/work/x", "/etc/x"})
  void goodTextIsNotFound(String line) {
    assertThat(TextRule.findIn("docs/a.md", line + "\n")).isEmpty();
  }

  @Test
  void aCommentThatWasCutOffADocIsFound() {
    assertThat(TextRule.findIn("A.java", "  /// A claim that is too\n  // long.\n")).hasSize(1);
    assertThat(TextRule.findIn("A.java", "  /// A claim\n  /// goes on\n")).isEmpty();
  }

  @Test
  void aPackageWithoutNullMarkedIsFound() {
    JavaSource type = main("plan", "");
    JavaSource info =
        parse(
            "src/main/java/dev/signalbox/plan/package-info.java",
            "@NullMarked package dev.signalbox.plan; import org.jspecify.annotations.NullMarked;");
    assertThat(TidyTest.packagesWithoutNullMarked(List.of(type)))
        .containsExactly("dev.signalbox.plan");
    assertThat(TidyTest.packagesWithoutNullMarked(List.of(type, info))).isEmpty();
  }

  @Test
  void sizesCountLinesParametersAndComponents() {
    Sizes sizes =
        Sizes.of(
            main(
                "plan",
                """
                record R(int a, int b) { static final int C = 1; R { } }
                class D { D(int a, int b, int c) {} }
                /** Not counted. */
                @A({
                  1, 2, 3
                })
                @Deprecated
                void long_() {
                  int a;
                }
                """));
    assertThat(sizes.lines()).isEqualTo(15);
    assertThat(sizes.makers()).extracting(Sizes.Part::size).contains(2, 3).doesNotContain(1, 4);
    assertThat(sizes.methods()).contains(new Sizes.Part("src/main/java/A.java:7: long_", 4));
  }

  @Test
  void thePercentileIsTheNearestRank() {
    assertThat(SizeTest.percentile95(Stream.iterate(1, i -> i + 1).limit(20))).isEqualTo(19);
    assertThat(SizeTest.percentile95(Stream.of(7))).isEqualTo(7);
  }

  private static JavaSource main(String packageName, String body) {
    String text = "package dev.signalbox.%s;\n\nclass A {\n%s\n}\n".formatted(packageName, body);
    return parse("src/main/java/A.java", text);
  }

  private static JavaSource parse(String path, String text) {
    return JavaSource.parse(Map.of(path, text)).getFirst();
  }
}
