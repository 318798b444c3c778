package dev.signalbox.mcp;

import dev.signalbox.control.BearerToken;
import dev.signalbox.control.PrivateFile;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import io.javalin.util.JavalinBindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The tools for a person's client over HTTP. There a client is asked nothing: {@code decide} says
 * which command the person types.
 */
public final class PersonEndpoint implements AutoCloseable {
  /**
   * In the state folder: what requests have to show; who removes it has the next start make
   * another.
   */
  public static final String TOKEN_FILE = "mcp-token";

  private final ToolsEndpoint endpoint;

  private PersonEndpoint(ToolsEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** A person whom nobody can put a form before. */
  private record Away() implements Person {

    @Override
    public boolean canBeAsked() {
      return false;
    }

    @Override
    public Heard ask(Form form) {
      return new Heard.Unanswered();
    }
  }

  private record Served(Verb verb) implements ToolsEndpoint.Tool<Person> {

    @Override
    public Verb.Sheet sheet() {
      return verb.sheet();
    }

    @Override
    public Reply answer(Person caller, ToolInput input) {
      return verb.answer(input, caller);
    }
  }

  /**
   * Begins to serve.
   *
   * @param folder the state folder, where the token lies
   * @param version of Signalbox
   * @throws SignalboxException {@code OUTPUT_FAILED} when the port is taken or the token cannot be
   *     written down
   */
  public static PersonEndpoint start(Path folder, int port, Desk desk, String version) {
    BearerToken token = token(folder);
    Person away = new Away();
    try {
      return new PersonEndpoint(
          ToolsEndpoint.start(
              port,
              new ToolsEndpoint.Served<>(
                  PersonServer.verbs(desk).stream().map(Served::new).toList(),
                  version,
                  PersonServer.INSTRUCTIONS,
                  header -> token.isShownBy(header) ? Optional.of(away) : Optional.empty())));
    } catch (JavalinBindException e) {
      throw new SignalboxException(
          ErrorCode.OUTPUT_FAILED,
          "expected to listen at port " + port + ", found it taken",
          List.of("name another: signalbox mcp --http PORT"),
          e);
    }
  }

  private static BearerToken token(Path folder) {
    return PrivateFile.read(folder, TOKEN_FILE)
        .flatMap(BearerToken::parse)
        .orElseGet(() -> {
          BearerToken fresh = BearerToken.fresh();
          PrivateFile.write(folder, TOKEN_FILE, fresh.value() + "\n");
          return fresh;
        });
  }

  /** Where a client finds the tools. */
  public String url() {
    return "http://127.0.0.1:" + endpoint.port() + ToolsEndpoint.PATH;
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
