package dev.signalbox.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.Problem;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PlanFormat;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.gsd.GsdFormat;
import dev.signalbox.plan.speckit.SpecKitFormat;
import dev.signalbox.plan.taskmaster.TaskmasterFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Compares what the readers count with the manifest of the corpus, row by row.
 *
 * <p>Tasks agree on every row; two rows differ from what is read, see {@link
 * #aTaskWithTwoBoxesIsReadAndNotCounted} and {@link #anExampleOfATaskIsCountedAndNotRead}. Labels
 * agree on every row. Edges agree on every row of GSD and Taskmaster. For spec-kit the manifest
 * counts something else, which {@link #specKitEdgesDifferBecauseTheManifestCountsPhrases} shows:
 * phrases, where we count pairs of tasks.
 */
class CorpusCountsTest {
  private static final Map<String, PlanFormat> FORMATS =
      Map.of(
          "gsd", new GsdFormat(),
          "speckit", new SpecKitFormat(),
          "taskmaster", new TaskmasterFormat());

  private static PlanFormat format(String kind) {
    return Optional.ofNullable(FORMATS.get(kind)).orElseThrow();
  }

  private static PlanReading read(Corpus.Row row) {
    return format(row.kind()).read(row.source());
  }

  private static List<Corpus.Row> allRows() {
    List<Corpus.Row> rows = new ArrayList<>();
    for (String kind : List.of("gsd", "speckit", "taskmaster")) {
      rows.addAll(Corpus.rows(kind));
    }
    return rows;
  }

  @Test
  void everyRowHasItsTasksWithinATenth() {
    for (Corpus.Row row : allRows()) {
      int tasks = read(row).counts().tasks();
      assertThat(Math.abs(tasks - row.tasks()) * 10)
          .as("%s: %d", row, tasks)
          .isLessThanOrEqualTo(row.tasks());
    }
  }

  @Test
  void tasksAgreeExactly() {
    for (Corpus.Row row : allRows()) {
      assertThat(read(row).counts().tasks()).as("%s", row).isEqualTo(row.tasks());
    }
  }

  /** Ten lines of this file have two checkboxes. They are read, and not counted as the format's. */
  @Test
  void aTaskWithTwoBoxesIsReadAndNotCounted() {
    Corpus.Row row = row("speckit", "specs/001-global-agent-memory/tasks.md");
    PlanReading reading = read(row);
    assertThat(reading.counts().tasks()).isEqualTo(77);
    assertThat(reading.plan().phases()).hasSize(87);
  }

  /** One of the three task blocks of this file is an example inside another one. */
  @Test
  void anExampleOfATaskIsCountedAndNotRead() {
    Corpus.Row row = row("gsd", ".planning/phases/16-plan-verification-loop/16-01-PLAN.md");
    PlanReading reading = read(row);
    assertThat(reading.counts().tasks()).isEqualTo(3);
    assertThat(reading.plan().phases().getFirst().brief().tasks()).hasSize(2);
  }

  @Test
  void taskmasterEdgesAgreeExactlyAndThereAreNoLabels() {
    for (Corpus.Row row : Corpus.rows("taskmaster")) {
      assertThat(read(row).counts().edges()).as("%s", row).isEqualTo(row.edges());
      assertThat(read(row).counts().parallelLabels()).as("%s", row).isEqualTo(row.labels());
    }
  }

  @Test
  void gsdEdgesAgreeExactly() {
    for (Corpus.Row row : Corpus.rows("gsd")) {
      assertThat(read(row).counts().edges()).as("%s", row).isEqualTo(row.edges());
    }
  }

  /** The manifest gives each plan the number of others in its wave. */
  @Test
  void gsdLabelsAgreeExactlyOnceTheWholeFolderIsRead() {
    for (Corpus.Row row : Corpus.rows("gsd")) {
      List<Phase> phases = new GsdFormat().read(row.folder()).plan().phases();
      Phase own =
          phases.stream()
              .filter(phase -> phase.position().file().equals(row.file().getFileName().toString()))
              .findFirst()
              .orElseThrow();
      long others =
          phases.stream()
              .filter(phase -> !phase.id().equals(own.id()) && own.handling().claim().isPresent())
              .filter(phase -> phase.handling().claim().equals(own.handling().claim()))
              .count();
      assertThat(others).as("%s", row).isEqualTo(row.labels());
    }
  }

  @Test
  void specKitLabelsAgreeExactly() {
    for (Corpus.Row row : Corpus.rows("speckit")) {
      assertThat(read(row).counts().parallelLabels()).as("%s", row).isEqualTo(row.labels());
    }
  }

  /**
   * The manifest counts how often "depend(s) on T1" or "after T1" is written, anywhere in the file.
   * We count pairs of tasks: "T014 depends on T010-T013" is four; an order drawn with arrows or
   * told by "blocks" counts; advice such as "commit after T033" does not, for nobody waits.
   */
  @Test
  void specKitEdgesDifferBecauseTheManifestCountsPhrases() throws IOException {
    Pattern phrase = Pattern.compile("(?:depends? on|after) T\\d", Pattern.CASE_INSENSITIVE);
    StringBuilder differences = new StringBuilder("manifest,pairs,file\n");
    for (Corpus.Row row : Corpus.rows("speckit")) {
      long phrases =
          Corpus.text(row.file())
              .lines()
              .mapToLong(line -> phrase.matcher(line).results().count())
              .sum();
      assertThat(phrases).as("%s", row).isEqualTo(row.edges());
      int edges = read(row).counts().edges();
      if (edges != row.edges()) {
        differences.append("%d,%d,%s %s\n".formatted(row.edges(), edges, row.repo(), row.path()));
      }
    }
    assertGolden("speckit-edges.csv", differences.toString());
  }

  /** Real plans hold no reference into nothing, and no path that a session may not change. */
  @Test
  void realPlansAreReadWithoutErrors() {
    for (Corpus.Row row : allRows()) {
      assertThat(read(row).problems()).as("%s", row).noneMatch(Problem::isError);
      assertThat(format(row.kind()).recognises(row.source())).as("%s", row).isTrue();
    }
  }

  @Test
  void noReaderTakesAnotherFormatsPlan() {
    for (String kind :
        List.of(
            "gsd",
            "speckit",
            "taskmaster",
            "masterplan",
            "superpowers",
            "gsd2-roadmap",
            "execplan",
            "ccc-dispatch")) {
      for (Corpus.Row row : Corpus.rows(kind)) {
        FORMATS.forEach((name, format) -> {
          if (!name.equals(kind)) {
            assertThat(format.recognises(row.source())).as("%s by %s", row, name).isFalse();
          }
        });
      }
    }
  }

  private static Corpus.Row row(String kind, String path) {
    return Corpus.rows(kind).stream()
        .filter(row -> row.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  /** Rewrites the file instead if the environment has UPDATE_GOLDEN. */
  private static void assertGolden(String name, String actual) throws IOException {
    Path file =
        Path.of(System.getProperty("signalbox.root", "."), "src/test/resources/golden", name);
    if (System.getenv("UPDATE_GOLDEN") != null) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
