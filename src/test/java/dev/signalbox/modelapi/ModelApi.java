package dev.signalbox.modelapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The services that models are called at, on the loopback interface. It keeps nothing between two
 * calls: the script reads from the conversation what comes next, so that a client may be killed and
 * resumed at will.
 */
public final class ModelApi implements AutoCloseable {
  /** What every answer of a model is said to have cost. */
  public static final int OUTPUT_TOKENS = 20;

  private static final int TOO_MANY_REQUESTS = 429;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Function<Conversation, Reply> script;
  private final List<Conversation> calls = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Conversation> stalled = new LinkedBlockingQueue<>();
  private final AtomicInteger counts = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  private ModelApi(Function<Conversation, Reply> script) throws IOException {
    this.script = script;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Starts a service on a free port.
   *
   * @param script is asked once for every call of the agent's own loop, from several threads
   */
  public static ModelApi start(Function<Conversation, Reply> script) throws IOException {
    return new ModelApi(script);
  }

  /** Such as {@code http://127.0.0.1:40000}. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The calls of the agent's own loop so far, oldest first. */
  public List<Conversation> calls() {
    return List.copyOf(calls);
  }

  /** How often a client had tokens counted. */
  public int counts() {
    return counts.get();
  }

  /** Waits until a call is left without an answer. */
  public Conversation awaitStall(long seconds) throws InterruptedException {
    Conversation call = stalled.poll(seconds, TimeUnit.SECONDS);
    if (call == null) {
      throw new AssertionError("expected a call to stall within " + seconds + " s, found none");
    }
    return call;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(200, -1);
      } else if (path.endsWith("/count_tokens") || path.endsWith(":countTokens")) {
        counts.incrementAndGet();
        String name = path.endsWith(":countTokens") ? "totalTokens" : "input_tokens";
        json(exchange, 200, "{\"" + name + "\":" + body.length / 4 + "}");
      } else if (path.endsWith("/v1/messages")) {
        answer(exchange, new Messages(body));
      } else if (path.endsWith("/chat/completions")) {
        answer(exchange, new ChatCompletions(body));
      } else if (path.endsWith("/responses")) {
        answer(exchange, new Responses(body));
      } else if (path.endsWith("enerateContent")) {
        answer(exchange, new GeminiContent(path, body));
      } else {
        json(exchange, 404, MessageText.error("not_found_error", "no such path: " + path));
      }
    }
  }

  private void answer(HttpExchange exchange, Speech speech) throws IOException {
    Conversation call = speech.call();
    Reply reply = Reply.text(speech.aside());
    if (call.hasTools()) {
      calls.add(call);
      reply = script.apply(call);
    }
    switch (reply) {
      case Reply.Stalled() -> stall(call);
      case Reply.Failed failed -> {
        if (failed.status() == TOO_MANY_REQUESTS) {
          exchange.getResponseHeaders().set("retry-after", "1");
        }
        json(exchange, failed.status(), speech.error(failed));
      }
      case Reply.Said said -> {
        if (call.isStreamed()) {
          send(exchange, 200, "text/event-stream", speech.stream(said));
        } else {
          json(exchange, 200, speech.whole(said));
        }
      }
    }
  }

  private void stall(Conversation call) {
    stalled.add(call);
    try {
      closed.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void json(HttpExchange exchange, int status, String text) throws IOException {
    send(exchange, status, "application/json", text);
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("content-type", type);
    exchange.getResponseHeaders().set("request-id", "req_test");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
