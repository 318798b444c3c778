package dev.signalbox.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is banned from this repository, each ban with what to do in its place. */
class TidyTest {

  @Test
  void codeNamesNothingThatIsBanned() {
    assertThat(JavaSource.ALL.stream().flatMap(source -> Ban.findIn(source).stream())).isEmpty();
  }

  @Test
  void typesAndPackagesAreNamedAfterWhatTheyAre() {
    assertThat(JavaSource.ALL.stream().flatMap(source -> NameRule.findIn(source).stream()))
        .isEmpty();
  }

  @Test
  void textHoldsNoTabsTrailingSpaceOrPathsOfOneMachine() {
    assertThat(
            Repository.THIS.texts().entrySet().stream()
                .flatMap(file -> TextRule.findIn(file.getKey(), file.getValue()).stream()))
        .isEmpty();
  }

  @Test
  void everyPackageRefusesNulls() {
    assertThat(packagesWithoutNullMarked(JavaSource.ALL)).isEmpty();
  }

  /** The packages of main and of test, without those whose package-info has the annotation. */
  static Set<String> packagesWithoutNullMarked(List<JavaSource> sources) {
    Set<String> packages = new TreeSet<>();
    sources.forEach(source -> packages.add(source.packageName()));
    for (JavaSource source : sources) {
      boolean marked =
          source.unit().getPackageAnnotations().stream()
              .anyMatch(a -> a.getAnnotationType().toString().equals("NullMarked"));
      if (marked && source.path().endsWith("/package-info.java")) {
        packages.remove(source.packageName());
      }
    }
    return packages;
  }
}
