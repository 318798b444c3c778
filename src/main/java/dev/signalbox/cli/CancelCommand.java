package dev.signalbox.cli;

import dev.signalbox.session.SessionId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalbox cancel}: gives a session or the run up. */
@Command(
    name = "cancel",
    description = {
      "Gives up a session, or the whole run.",
      "",
      "What is merged stays. What a session committed stays in its branch."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox cancel S-A --why 'No longer needed'",
      "  signalbox cancel  the run",
      "",
      "See also: retry, clean"
    },
    mixinStandardHelpOptions = true)
final class CancelCommand implements Callable<Integer> {
  private final Engines engines;
  private final Terminal terminal;

  @Parameters(paramLabel = "SESSION", arity = "0..1", description = "A session, such as S-A.")
  private @Nullable String session;

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, which is recorded.")
  private String why = "";

  @Mixin private EngineOption engine = new EngineOption();

  CancelCommand(Engines engines, Terminal terminal) {
    this.engines = engines;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<SessionId> id = Optional.ofNullable(session).map(Arguments::session);
    return Heard.print(
        terminal,
        engine,
        id.map(SessionId::value).orElse("run"),
        "cancelled",
        engines.connect(engine.folder()).cancel(id, why, engines.person()));
  }
}
