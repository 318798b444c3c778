package dev.signalbox.plan.freeform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.Problem;
import dev.signalbox.plan.PlanFormat;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceCounts;
import dev.signalbox.plan.SourceFile;
import dev.signalbox.plan.phasemap.PhaseMapFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Plans that nobody in this project wrote: each becomes phases, or a problem that points into it.
 *
 * <p>The golden table holds, per plan, what was read beside what the manifest counted with word
 * searches, and words for the reason where they differ. {@code UPDATE_GOLDEN=1} rewrites the
 * numbers and keeps the reasons.
 */
class CorpusFreeformTest {
  private static final Path ROOT =
      Path.of(System.getProperty("signalbox.root", ".")).toAbsolutePath().normalize();

  private static final Path CORPUS = ROOT.resolve("../shared/corpus/plans").normalize();
  private static final Path GOLDEN = ROOT.resolve("src/test/resources/golden/corpus/freeform.txt");

  private static final Set<String> KINDS =
      Set.of("ccc-dispatch", "masterplan", "superpowers", "gsd2-roadmap", "execplan");

  private static final List<PlanFormat> FORMATS =
      List.of(new PhaseMapFormat(), new FreeformFormat());

  /** One plan of the manifest. */
  private record Row(String kind, String repo, String path, SourceCounts counted) {
    static Row of(String line) {
      String[] cells = line.split(",", -1);
      return new Row(
          cells[1],
          cells[2],
          cells[3],
          new SourceCounts(
              Integer.parseInt(cells[7]), Integer.parseInt(cells[9]), Integer.parseInt(cells[8])));
    }

    PlanSource source() throws IOException {
      Path file = CORPUS.resolve(kind).resolve(repo.replace("/", "__")).resolve(path);
      return new PlanSource(path, List.of(new SourceFile(path, Files.readString(file))));
    }

    String name() {
      return kind + " " + repo + " " + path;
    }
  }

  @BeforeEach
  void needsTheCorpus() {
    String reason = "no corpus at ../shared/corpus";
    if (!Files.isDirectory(CORPUS)) {
      System.err.println("CorpusFreeformTest skipped: " + reason);
    }
    Assumptions.assumeTrue(Files.isDirectory(CORPUS), reason);
  }

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(CORPUS.resolve("manifest.csv")).stream()
        .skip(1)
        .map(Row::of)
        .filter(row -> KINDS.contains(row.kind()))
        .toList();
  }

  private static PlanReading read(PlanSource source) {
    return FORMATS.stream()
        .filter(format -> format.recognises(source))
        .findFirst()
        .orElseThrow()
        .read(source);
  }

  @Test
  void readsEachPlanOrSaysWhereItFails() throws IOException {
    List<Row> rows = rows();
    assertThat(rows).isNotEmpty();
    for (Row row : rows) {
      PlanSource source = row.source();
      PlanReading reading = read(source);
      long lines = source.first().text().lines().count();
      boolean error = reading.problems().stream().anyMatch(Problem::isError);
      assertThat(!reading.plan().phases().isEmpty() || error).as(row.name()).isTrue();
      assertThat(reading.problems())
          .as(row.name())
          .allSatisfy(p -> assertThat(p.position().line()).isBetween(1, (int) lines));
      assertThat(reading.plan().phases())
          .as(row.name())
          .allSatisfy(p -> assertThat(p.position().line()).isBetween(1, (int) lines));
    }
  }

  @Test
  void readsAsMuchAsTheGoldenTableSays() throws IOException {
    Map<String, String> reasons = reasons();
    List<String> table = new ArrayList<>();
    table.add(
        "kind repo path | read: tasks edges parallel | manifest: tasks edges parallel | reason");
    for (Row row : rows()) {
      SourceCounts read = read(row.source()).counts();
      String reason = reasons.getOrDefault(row.name(), "");
      table.add(
          row.name() + " | " + numbers(read) + " | " + numbers(row.counted()) + " | " + reason);
      if (differs(read, row.counted())) {
        assertThat(reason).as("a reason for the difference in " + row.name()).isNotEmpty();
      }
    }
    if ("1".equals(System.getenv("UPDATE_GOLDEN"))) {
      Files.write(GOLDEN, table.stream().map(String::stripTrailing).toList());
    }
    assertThat(table.stream().map(String::stripTrailing).toList())
        .isEqualTo(Files.readAllLines(GOLDEN));
  }

  private static String numbers(SourceCounts counts) {
    return counts.tasks() + " " + counts.edges() + " " + counts.parallelLabels();
  }

  private static boolean differs(SourceCounts read, SourceCounts counted) {
    return differs(read.tasks(), counted.tasks())
        || differs(read.edges(), counted.edges())
        || differs(read.parallelLabels(), counted.parallelLabels());
  }

  private static boolean differs(int read, int counted) {
    return Math.abs(read - counted) * 10 > counted;
  }

  private static Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : Files.exists(GOLDEN) ? Files.readAllLines(GOLDEN) : List.<String>of()) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 4) {
        reasons.put(cells[0].strip(), cells[3].strip());
      }
    }
    return reasons;
  }
}
