package dev.signalbox.cli;

import dev.signalbox.session.SessionId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code signalbox retry}: tries a failed session again. */
@Command(
    name = "retry",
    description = {
      "Tries a failed session again.",
      "",
      "One whose agent failed, or whose work did not land, starts once more."
    },
    footer = {"", "Examples:", "  signalbox retry S-A", "", "See also: cancel, log, inbox"},
    mixinStandardHelpOptions = true)
final class RetryCommand implements Callable<Integer> {
  private final Engines engines;
  private final Terminal terminal;

  @Parameters(paramLabel = "SESSION", description = "A session, such as S-A.")
  private String session = "";

  @Mixin private EngineOption engine = new EngineOption();

  RetryCommand(Engines engines, Terminal terminal) {
    this.engines = engines;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SessionId id = Arguments.session(session);
    return Heard.print(
        terminal,
        engine,
        id.value(),
        "is tried again",
        engines.connect(engine.folder()).retry(id, engines.person()));
  }
}
