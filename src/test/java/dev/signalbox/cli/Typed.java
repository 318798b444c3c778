package dev.signalbox.cli;

import dev.signalbox.check.CheckResult;
import dev.signalbox.control.Control;
import dev.signalbox.control.EngineController;
import dev.signalbox.control.LocalControl;
import dev.signalbox.control.RunSketch;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

/** One command that a person called anna typed, with the engine in this process. */
record Typed(int exit, String out, String err) {
  static Typed to(EngineController engine, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), 120);
    int exit = cli(engine, terminal).run(arguments);
    return new Typed(exit, out.toString(), err.toString());
  }

  /** The whole command, with that engine and nothing else around it. */
  static Cli cli(EngineController engine, Terminal terminal) {
    return new Cli(
        new Cli.World(
            new NoPlanning(),
            (_, _) -> Optional.empty(),
            engines(engine),
            new NoRecords(),
            new NoScreens(),
            _ -> new NothingFound(),
            new Cli.Extras(
                new NoDemonstration(),
                _ -> {
                  throw new AssertionError("expected nobody to look at this machine");
                })),
        terminal);
  }

  private static Engines engines(EngineController engine) {
    return new Engines() {
      @Override
      public Control connect(Optional<String> folder) {
        return new LocalControl(engine, RunSketch.REVISING);
      }

      @Override
      public String person() {
        return "anna";
      }
    };
  }

  private static final class NoPlanning implements Planning {
    @Override
    public CheckedPlan check(String plan, Optional<String> repository) {
      throw new AssertionError("expected no plan to be read, found " + CheckResult.class);
    }

    @Override
    public String init(String topic, Optional<String> project, String folder) {
      throw new AssertionError("expected no plan to be written");
    }

    @Override
    public List<String> initCi(String kind, String folder, boolean isForced) {
      throw new AssertionError("expected no workflow to be written");
    }
  }
}
