package dev.signalbox.prose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.Position;
import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTextTest {
  private static Glob glob(String text) throws GlobSyntaxException {
    return PathText.touch(text, Position.startOf("p")).glob();
  }

  @Test
  void onlyStarsAndChoicesAreWildcards() throws GlobSyntaxException {
    assertThat(glob("app/[id]/page.tsx").literalPath()).contains("app/[id]/page.tsx");
    assertThat(glob("app/(main)/{id}.ts").literalPath()).contains("app/(main)/{id}.ts");
    assertThat(glob("app/*.ts").literalPath()).isEmpty();
    assertThat(glob("app/{a,b}.ts").literalPath()).isEmpty();
  }

  @Test
  void aSlashAtTheEndIsEverythingBelow() throws GlobSyntaxException {
    assertThat(glob("src/").text()).isEqualTo("src/**");
    assertThat(glob("./src/").matches("src/a/b.ts")).isTrue();
    assertThat(glob("app/[id]/").matches("app/[id]/page.tsx")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "/etc/a", "~/a", "~", "$HOME/a", "C:/a", "C:\\a", "a\\b", "../a", "a/../b", "a//b",
        "a/./b", "."
      })
  void namesTheFaultOfAPathOutsideTheRepository(String text) {
    assertThat(PathText.fault(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "./a", "a/", ".github/a.yml", "a b/c.md", "..a/b", "app/[...all].ts"})
  void findsNoFaultInAPathInside(String text) {
    assertThat(PathText.fault(text)).isEmpty();
  }
}
