package dev.signalbox.cli;

import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code signalbox tell}: a word to a session's agent. */
@Command(
    name = "tell",
    description = {
      "Says a word to a session's agent.",
      "",
      "It hears it at once or at the end of its turn, depending on the agent."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox tell S-A 'The tests are in web/test'",
      "",
      "See also: log, takeover, answer"
    },
    mixinStandardHelpOptions = true)
final class TellCommand implements Callable<Integer> {
  private final Engines engines;
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "SESSION", description = "A session, such as S-A.")
  private String session = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "TEXT",
      description = "What to say; several words become one line.")
  private List<String> words = List.of();

  @Mixin private EngineOption engine = new EngineOption();

  TellCommand(Engines engines, Terminal terminal) {
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
        "told",
        engines.connect(engine.folder()).tell(id, Arguments.line(words), engines.person()));
  }
}
