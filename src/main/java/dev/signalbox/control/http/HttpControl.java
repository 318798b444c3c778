package dev.signalbox.control.http;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.TableEdit;
import dev.signalbox.control.AnswerJson;
import dev.signalbox.control.Command;
import dev.signalbox.control.CommandJson;
import dev.signalbox.control.Control;
import dev.signalbox.control.GateRef;
import dev.signalbox.control.RunJsonReader;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.session.SessionId;
import dev.signalbox.view.RunView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An engine in another process of this machine. */
public final class HttpControl implements Control {
  private final ControlFile file;
  private final Path folder;

  private HttpControl(ControlFile file, Path folder) {
    this.file = file;
    this.folder = folder;
  }

  /**
   * The engine of a state folder, as its file there says; whether it lives shows at the first call.
   *
   * @throws SignalboxException when there is no such file
   */
  public static HttpControl find(Path folder) {
    ControlFile file =
        ControlFile.read(folder)
            .orElseThrow(() ->
                new SignalboxException(
                    ErrorCode.ENGINE_MISSING,
                    "expected a running engine for " + folder + ", found none",
                    List.of(
                        "run signalbox dispatch PLAN",
                        "name another state folder with --state FOLDER")));
    return new HttpControl(file, folder);
  }

  /**
   * Whether an engine listens for a state folder. One that hangs is there, too; one that was killed
   * is not, whatever it left behind.
   */
  public static boolean isThere(Path folder) {
    try {
      return ControlFile.read(folder).filter(HttpControl::isListening).isPresent();
    } catch (SignalboxException _) {
      return false;
    }
  }

  private static boolean isListening(ControlFile file) {
    return ProcessHandle.of(file.pid()).map(ProcessHandle::isAlive).orElse(false)
        && Loopback.isListening(file.port());
  }

  @Override
  public RunView look() {
    return status("", Duration.ZERO);
  }

  @Override
  public RunView await(long since, Duration longest) {
    Duration wait = longest.compareTo(Limits.NEWS_WAIT_MAX) > 0 ? Limits.NEWS_WAIT_MAX : longest;
    return status("?since=" + since + "&wait=" + wait.toMillis(), wait);
  }

  private RunView status(String query, Duration wait) {
    Reply reply = call("GET /v1/status" + query, "", wait);
    if (reply.status() != Reply.OK) {
      throw unexpected(reply);
    }
    return parse(reply, RunJsonReader::status);
  }

  @Override
  public Answer decide(GateRef gate, GateDecision decision, String who) {
    return command(new Command.Decide(gate, decision, who));
  }

  @Override
  public Answer revise(GateRef gate, List<TableEdit> edits, String who) {
    return command(new Command.Revise(gate, edits, who));
  }

  @Override
  public Answer tell(SessionId session, String text, String who) {
    return command(new Command.Tell(session, text, who));
  }

  @Override
  public Answer cancel(Optional<SessionId> session, String why, String who) {
    return command(new Command.Cancel(session, why, who));
  }

  @Override
  public Answer takeOver(SessionId session, String who) {
    return command(new Command.TakeOver(session, who));
  }

  @Override
  public Answer retry(SessionId session, String who) {
    return command(new Command.Retry(session, who));
  }

  private Answer command(Command command) {
    // A command is durable before it is answered, which a slow disk or a long queue may delay.
    Reply reply =
        call("POST /v1/" + command.word(), CommandJson.write(command), Limits.NEWS_WAIT_MAX);
    if (!reply.isAnswer()) {
      throw unexpected(reply);
    }
    return parse(reply, AnswerJson::read);
  }

  private Reply call(String request, String body, Duration wait) {
    String head =
        request
            + " HTTP/1.1\r\nAuthorization: Bearer "
            + file.token()
            + "\r\nContent-Type: application/json\r\n";
    try {
      return LoopbackCall.send(file.port(), head, body, wait);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  private SignalboxException gone(IOException e) {
    boolean isAlive = ProcessHandle.of(file.pid()).map(ProcessHandle::isAlive).orElse(false);
    String found =
        isAlive
            ? "process " + file.pid() + ", which does not answer (" + e.getMessage() + ")"
            : "what process " + file.pid() + " left behind; it is gone";
    return new SignalboxException(
        ErrorCode.ENGINE_MISSING,
        "expected a running engine for " + folder + ", found " + found,
        List.of(
            isAlive
                ? "try again; if it stays so, end the engine and start it again"
                : "run signalbox dispatch PLAN: its run goes on where it stood"),
        e);
  }

  private SignalboxException unexpected(Reply reply) {
    String found =
        reply.status() == Reply.UNAUTHORIZED
            ? "a refusal of its token"
            : "status " + reply.status();
    return new SignalboxException(
        ErrorCode.ENGINE_REFUSED,
        "expected an answer of " + file + ", found " + found + ": " + excerpt(reply.json()),
        List.of("try again: another engine may have taken its place meanwhile"));
  }

  private <T> T parse(Reply reply, Function<String, T> reader) {
    try {
      return reader.apply(reply.json());
    } catch (IllegalArgumentException | java.time.DateTimeException | ArithmeticException e) {
      throw new SignalboxException(
          ErrorCode.ENGINE_REFUSED,
          "expected an answer of " + file + ", found " + e.getMessage(),
          List.of("check that the engine is of the same version as this command"),
          e);
    }
  }

  private static String excerpt(String text) {
    int max = Limits.ACTIVITY_CHARS_MAX;
    return dev.signalbox.view.TableText.plain(text.length() <= max ? text : text.substring(0, max));
  }
}
