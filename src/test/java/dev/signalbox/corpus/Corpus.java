package dev.signalbox.corpus;

import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The plans that nobody in this project wrote. Absent in a plain checkout. */
final class Corpus {
  private static final Path ROOT =
      Path.of(System.getProperty("signalbox.root", ".")).resolve("../shared/corpus").normalize();

  private static final Map<Path, List<String>> LINES = new ConcurrentHashMap<>();

  private Corpus() {}

  /** A line of the manifest. The figures are an independent count. */
  record Row(String kind, String repo, String path, int tasks, int labels, int edges) {

    Path file() {
      return ROOT.resolve("plans").resolve(kind).resolve(repo.replace("/", "__")).resolve(path);
    }

    List<String> lines() {
      return LINES.computeIfAbsent(file(), file -> text(file).lines().toList());
    }

    PlanSource source() {
      return sourceOf(file(), List.of(file()));
    }

    /** The files beside this one, as a person gives a folder. */
    PlanSource folder() {
      Path folder = file().resolveSibling("");
      try (Stream<Path> files = Files.list(folder)) {
        return sourceOf(folder, files.sorted().toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static PlanSource sourceOf(Path name, List<Path> files) {
      List<SourceFile> read = new ArrayList<>();
      for (Path file : files) {
        read.add(new SourceFile(file.getFileName().toString(), text(file)));
      }
      return new PlanSource(name.getFileName().toString(), read);
    }

    @Override
    public String toString() {
      return kind + " " + repo + " " + path;
    }
  }

  /** Skips the test, and says so, where the corpus is absent. */
  static void require() {
    boolean isThere = Files.isDirectory(ROOT);
    String reason = "skipped: no plan corpus beside the repository";
    if (!isThere) {
      System.err.println(reason);
    }
    Assumptions.assumeTrue(isThere, reason);
  }

  static List<Row> rows(String kind) {
    require();
    return text(ROOT.resolve("plans/manifest.csv"))
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .filter(cells -> kind.equals(cells[1]))
        .map(Corpus::row)
        .toList();
  }

  private static Row row(String[] cells) {
    return new Row(
        cells[1],
        cells[2],
        cells[3],
        Integer.parseInt(cells[7]),
        Integer.parseInt(cells[8]),
        Integer.parseInt(cells[9]));
  }

  /** What really happened to the plans of one repository. */
  static SourceFile groundTruth(String repo) {
    Path file = ROOT.resolve("ground_truth/gsd_" + repo.replace("/", "__") + ".json");
    return new SourceFile(file.getFileName().toString(), text(file));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
