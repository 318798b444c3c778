package dev.signalbox.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.app.PlanFormats;
import dev.signalbox.check.PlanCheck;
import dev.signalbox.check.Surroundings;
import dev.signalbox.config.Config;
import dev.signalbox.config.yaml.ConfigFiles;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PlanFormat;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Readers take any text: they never throw, never report success without a phase, point into the
 * text, and read the same text the same way twice.
 *
 * <p>{@code -Dsignalbox.fuzz.seed=N} and {@code -Dsignalbox.fuzz.cases=N} repeat or lengthen a run.
 */
class PlanFuzzTest {
  /** Every reader is listed here, and only here. */
  private static final List<PlanFormat> FORMATS = PlanFormats.all();

  private static final Config CONFIG = ConfigFiles.read(List.of());
  private static final AgentCatalogue AGENTS = AgentCatalogueFile.shipped();

  private static final long SEED = Long.getLong("signalbox.fuzz.seed", 20_260_215L);
  private static final int CASES = Integer.getInteger("signalbox.fuzz.cases", 3_000);

  @Test
  void readsAnyDamagedTextWithoutFailingOrLosingItSilently() {
    List<SourceFile> seeds = FuzzSeeds.all();
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < CASES && failures.size() < 5; i++) {
      SourceFile file = seeds.get(i % seeds.size());
      Mutator mutator = new Mutator(SEED + i);
      SourceFile mutated = new SourceFile(file.path(), mutator.mutate(file.text()));
      String told = check(mutated);
      if (!told.isEmpty()) {
        failures.add(
            "seed " + (SEED + i) + ", " + file.path() + ": " + mutator.log() + "\n  " + told);
      }
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void readsTheSeedsThemselves() {
    for (SourceFile file : FuzzSeeds.all()) {
      assertThat(check(file)).as(file.path()).isEmpty();
    }
  }

  /** What is wrong with the readings of a text; empty for nothing. */
  private static String check(SourceFile file) {
    PlanSource source = new PlanSource(file.path(), List.of(file));
    for (PlanFormat format : FORMATS) {
      try {
        if (format.recognises(source)) {
          PlanReading reading = format.read(source);
          String told = check(file, reading);
          PlanCheck.check(reading, CONFIG, AGENTS, Surroundings.NONE);
          boolean same = reading.equals(format.read(source));
          if (!told.isEmpty() || !same) {
            return format.name() + ": " + (same ? told : "read differently the second time");
          }
        }
      } catch (RuntimeException | StackOverflowError e) {
        StackTraceElement[] trace = e.getStackTrace();
        return format.name() + ": " + e + (trace.length == 0 ? "" : " at " + own(trace));
      }
    }
    return "";
  }

  private static String check(SourceFile file, PlanReading reading) {
    boolean error = reading.problems().stream().anyMatch(Problem::isError);
    if (reading.plan().phases().isEmpty() && !error) {
      return "no phases and no error";
    }
    long lines = file.text().lines().count();
    for (Problem problem : reading.problems()) {
      if (problem.position().line() > lines + 1 || !problem.position().file().equals(file.path())) {
        return "a problem outside the text, at " + problem.position();
      }
    }
    for (Phase phase : reading.plan().phases()) {
      if (phase.position().line() > lines + 1) {
        return "a phase outside the text, at " + phase.position();
      }
    }
    return "";
  }

  /** The first frame in our own code. */
  private static String own(StackTraceElement[] trace) {
    for (StackTraceElement frame : trace) {
      if (frame.getClassName().startsWith("dev.signalbox")) {
        return trace[0] + " from " + frame;
      }
    }
    return trace[0].toString();
  }
}
