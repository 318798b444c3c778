package dev.signalbox.verdict;

import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobSet;
import dev.signalbox.glob.GlobSyntaxException;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceFile;
import dev.signalbox.plan.markdown.SignalboxFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Plans for tests, written as a person would. */
public final class PlanText {
  public static final PathClasses CLASSES =
      new PathClasses(
          List.of(
              new PathClass("db-schema", globs("**/migrations/**", "**/schema.sql")),
              new PathClass("ci-config", globs(".github/workflows/**"))),
          List.of(new PathClass("build manifest", globs("**/pom.xml"))),
          globs("**/*.png"));

  private PlanText() {}

  static GlobSet globs(String... texts) {
    return GlobSet.of(Stream.of(texts).map(PlanText::glob).toList());
  }

  public static Glob glob(String text) {
    try {
      return Glob.parse(text);
    } catch (GlobSyntaxException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  public static PlanReading read(String text) {
    return new SignalboxFormat()
        .read(new PlanSource("p.md", List.of(new SourceFile("p.md", text))));
  }

  public static Plan plan(String text) {
    return read(text).plan();
  }

  static VerdictAnalyzer.Result analyze(String text) {
    return VerdictAnalyzer.analyze(plan(text), CLASSES, RepositoryFacts.NONE);
  }

  static VerdictAnalyzer.Result analyze(String text, RepositoryFacts facts) {
    return VerdictAnalyzer.analyze(plan(text), CLASSES, facts);
  }

  static RepositoryFacts facts(List<String> files, String... unmergeable) {
    return new RepositoryFacts(files, new TreeSet<>(List.of(unmergeable)));
  }

  static PairVerdict verdict(VerdictTable table, String a, String b) {
    return table.verdict(index(table, a), index(table, b));
  }

  private static int index(VerdictTable table, String id) {
    return table.indexOf(new dev.signalbox.plan.PhaseId(id)).orElseThrow();
  }
}
