package dev.signalbox.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Touch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTextTest {
  private final List<Touch> touches = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final PathText paths = new PathText(touches, problems);

  private List<String> globs() {
    return touches.stream()
        .map(touch -> touch.glob().literalPath().orElse(touch.glob().text()))
        .toList();
  }

  private List<String> entry(String text) {
    new FileMentions(paths).read(ReadingTest.line(text));
    return globs();
  }

  @ParameterizedTest
  @CsvSource({
    "src/a.ts:12-40,src/a.ts",
    "src/a.ts#L12-L20,src/a.ts",
    "./src/a.ts,src/a.ts",
    "src/,src/**",
    "src/**/a.ts,src/**/a.ts",
    "…/b.go,**/b.go",
    "x/.../b.go,x/**/b.go",
    "app/[id]/page.tsx,app/[id]/page.tsx"
  })
  void readsAPathAsPeopleWriteIt(String written, String glob) {
    paths.read(written, ReadingTest.line("").at(), false);
    assertThat(globs()).containsExactly(glob);
  }

  @Test
  void readsSourceAndHeaderWrittenAsOne() {
    paths.read("src/ice.c/h", ReadingTest.line("").at(), false);
    assertThat(globs()).containsExactly("src/ice.c", "src/ice.h");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/etc/passwd", "~/.ssh/key", "a/../b", "..", "C:\\x", "$HOME/x", "\\\\host\\x"})
  void refusesPathsOutsideTheRepository(String path) {
    paths.read(path, ReadingTest.line("").at(), false);
    assertThat(touches).isEmpty();
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(ErrorCode.PLAN_PATH_UNSAFE);
          assertThat(problem.isError()).isTrue();
          assertThat(problem.position()).hasToString("p.md:4:3");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"foo()", "git mv a b", "http://x/y", "Cart", "127.0.0.1", "v1.2", "a=b/c", "x;y"})
  void takesOtherCodeForNoPath(String code) {
    assertThat(PathText.isPath(code)).isFalse();
  }

  @Test
  void stopsWhereAnEntryBeginsToExplain() {
    assertThat(entry("Modify: `a/b.c` (`old.c` is gone), `c.d`")).containsExactly("a/b.c");
  }

  @Test
  void readsNoSymbolsBehindADash() {
    assertThat(entry("`src/h265.{c,h}` (~700 lines) — `x.init`, `y.push`"))
        .containsExactly("src/h265.{c,h}");
  }

  @Test
  void readsARunOnListWithItsVerbs() {
    assertThat(entry("Delete `old/a.go`, `b.go`. Modify `…/c.go`, and their tests; `d/e.go`"))
        .containsExactly("old/a.go", "**/b.go", "**/c.go", "d/e.go");
  }

  @Test
  void readsBothSidesOfARename() {
    assertThat(entry("Rename: `a/x.ts` → `b/x.ts`")).containsExactly("a/x.ts", "b/x.ts");
  }

  @Test
  void readsBarePathsWithoutBackTicks() {
    assertThat(entry("Create: src/a.ts, src/b.ts - the rest"))
        .containsExactly("src/a.ts", "src/b.ts");
    assertThat(touches.getFirst().position()).hasToString("p.md:4:11");
  }

  @Test
  void readsTheFolderOfAllFilesInIt() {
    assertThat(entry("Modify: All 12 files in `agents/`")).containsExactly("agents/**");
  }
}
