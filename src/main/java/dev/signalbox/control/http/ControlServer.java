package dev.signalbox.control.http;

import com.sun.net.httpserver.HttpServer;
import dev.signalbox.control.BearerToken;
import dev.signalbox.control.Control;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Lets other processes of this person reach the engine (docs/adr/0008-control.md). */
public final class ControlServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final ControlFile file;
  private final Path folder;

  private ControlServer(HttpServer server, ExecutorService threads, ControlFile file, Path folder) {
    this.server = server;
    this.threads = threads;
    this.file = file;
    this.folder = folder;
  }

  /**
   * Listens on a free port of the loopback interface and says so in the state folder.
   *
   * @param run its name, for whoever reads the file
   * @param now for whoever reads the file
   * @throws SignalboxException when it cannot listen, or cannot write the file
   */
  public static ControlServer start(Control control, Path folder, String run, Instant now) {
    HttpServer server = listen();
    int port = server.getAddress().getPort();
    BearerToken token = BearerToken.fresh();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", new Reception(new Guard(token, port), new Routes(control)));
    server.start();
    ControlFile file =
        new ControlFile(port, token.value(), ProcessHandle.current().pid(), run, now);
    ControlServer started = new ControlServer(server, threads, file, folder);
    try {
      file.publish(folder);
      return started;
    } catch (SignalboxException e) {
      started.close();
      throw e;
    }
  }

  /**
   * Removes what a killed engine left in the state folder, so that nobody asks it.
   *
   * @param folder whose lock the caller holds
   */
  public static void forgetKilled(Path folder) {
    ControlFile.forget(folder);
  }

  private static HttpServer listen() {
    try {
      return HttpServer.create(Loopback.port(0), 0);
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.ENGINE_REFUSED,
          "expected to listen on the loopback interface, found " + e.getMessage(),
          List.of("check that 127.0.0.1 can be used here"),
          e);
    }
  }

  /** Where it listens, such as {@code http://127.0.0.1:41234}. */
  public String url() {
    return file.url();
  }

  /** Stops at once; whoever waits for news is cut off. */
  @Override
  public void close() {
    file.remove(folder);
    server.stop(0);
    threads.shutdownNow();
  }
}
