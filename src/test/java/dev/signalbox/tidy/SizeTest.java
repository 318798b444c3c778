package dev.signalbox.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.tidy.Sizes.Part;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files and methods stay short. */
class SizeTest {
  private static final int FILE_LINES_MAX = 500;
  private static final int METHOD_LINES_MAX = 60;
  private static final int PARAMETERS_MAX = 7;

  /**
   * The ratchet: 19 of 20 main files, and 19 of 20 of their methods, are no longer than this. Lower
   * a number when the code allows it; never raise one to let a long file in.
   */
  private static final int FILE_LINES_P95 = 200;

  private static final int METHOD_LINES_P95 = 25;

  @Test
  void noFileIsTooLong() {
    assertThat(
            JavaSource.ALL.stream()
                .filter(s -> Sizes.of(s).lines() > FILE_LINES_MAX)
                .map(JavaSource::path))
        .as("files over %d lines: split them by what they are about", FILE_LINES_MAX)
        .isEmpty();
  }

  @Test
  void noMethodIsTooLong() {
    assertThat(methods(JavaSource.ALL).filter(part -> part.size() > METHOD_LINES_MAX))
        .as("methods over %d lines: move pure steps out", METHOD_LINES_MAX)
        .isEmpty();
  }

  @Test
  void nothingIsMadeOfTooManyParts() {
    assertThat(
            JavaSource.ALL.stream()
                .flatMap(source -> Sizes.of(source).makers().stream())
                .filter(part -> part.size() > PARAMETERS_MAX))
        .as("over %d parameters or components: group those that belong together", PARAMETERS_MAX)
        .isEmpty();
  }

  @Test
  void mostFilesAreMuchShorter() {
    assertThat(percentile95(JavaSource.main().stream().map(source -> Sizes.of(source).lines())))
        .as("lines of the file that 95% of the main files do not exceed")
        .isLessThanOrEqualTo(FILE_LINES_P95);
  }

  @Test
  void mostMethodsAreMuchShorter() {
    assertThat(percentile95(methods(JavaSource.main()).map(Part::size)))
        .as("lines of the method that 95% of the main methods do not exceed")
        .isLessThanOrEqualTo(METHOD_LINES_P95);
  }

  private static Stream<Part> methods(List<JavaSource> sources) {
    return sources.stream().flatMap(source -> Sizes.of(source).methods().stream());
  }

  /** By nearest rank: the smallest value that at least 95% of the values do not exceed. */
  static int percentile95(Stream<Integer> values) {
    List<Integer> sorted = values.sorted().toList();
    return sorted.get((sorted.size() * 95 + 99) / 100 - 1);
  }
}
