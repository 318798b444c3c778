package dev.signalbox.githubapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * GitHub on the loopback interface with the repository {@code acme/shop}. Every request is checked
 * against GitHub's own description, and so is every answer; what does not fit, or is not among the
 * operations that Signalbox uses, fails the test when the fake is closed.
 */
public final class FakeGitHub implements AutoCloseable {
  /** What the token of Signalbox's own account is. */
  public static final String TOKEN = "github_pat_of_the_fake";

  /** Signalbox's own account: an app. */
  public static final FakeAccount SIGNALBOX =
      new FakeAccount(7, "signalbox-acme[bot]", "Bot", "write", Optional.of("signalbox-acme"));

  /** A person who may write. */
  public static final FakeAccount ANN = FakeAccount.person(11, "ann", "write");

  /** A person from elsewhere. */
  public static final FakeAccount STRANGER = FakeAccount.person(12, "stranger", "none");

  /** Copilot when it writes a review. */
  public static final FakeAccount COPILOT_REVIEWER =
      FakeAccount.bot(
          4_000_001, "copilot-pull-request-reviewer[bot]", "copilot-pull-request-reviewer");

  /** Copilot when it remarks on lines and when it is asked. */
  public static final FakeAccount COPILOT =
      FakeAccount.bot(175728472, "Copilot", "copilot-pull-request-reviewer");

  /** Copilot when an issue is assigned to it; listed as {@code Copilot}. */
  public static final FakeAccount COPILOT_AGENT =
      FakeAccount.bot(198982749, "copilot-swe-agent[bot]", "copilot-swe-agent");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final World world;
  private final Map<String, Function<Call, Answer>> routes = new HashMap<>();
  private final Reader reader;
  private final Writer writer;
  private final List<Sent> sent = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final Deque<Map.Entry<String, Fault>> faults = new ArrayDeque<>();
  private boolean isBlind;
  private boolean isBroken;

  private FakeGitHub(Path folder, Description description) throws IOException {
    world = new World(folder);
    List.of(SIGNALBOX, ANN, STRANGER, COPILOT, COPILOT_REVIEWER, COPILOT_AGENT).forEach(world::add);
    new PullRoutes(world, new PullJson(world)).addTo(routes);
    new IssueRoutes(world, new IssueJson(world)).addTo(routes);
    new AccountRoutes(world).addTo(routes);
    reader = new Reader(routes.keySet().stream().map(description::operation).toList());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    writer = new Writer(description, address().toString());
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Starts it; the test is skipped where GitHub's description cannot be had.
   *
   * @param folder empty, for the repository behind it
   */
  public static FakeGitHub start(Path folder) throws IOException, InterruptedException {
    return new FakeGitHub(folder, Description.installed());
  }

  /** Where its interface is, such as {@code http://127.0.0.1:40000}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What others do on it. */
  public Neighbours neighbours() {
    return new Neighbours(this, world);
  }

  /** The requests since the last call, oldest first. */
  public synchronized List<Sent> takeSent() {
    List<Sent> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }

  /**
   * Spoils a request that comes.
   *
   * @param line what the request begins with, such as {@code PUT /repos}
   */
  public synchronized void spoil(String line, Fault fault) {
    faults.add(Map.entry(line, fault));
  }

  /** Whether the token may see the repository at all; if not, it is said to be absent. */
  public synchronized void blind(boolean isBlind) {
    this.isBlind = isBlind;
  }

  /** Whether every request fails. */
  public synchronized void breakDown(boolean isBroken) {
    this.isBroken = isBroken;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    if (!violations.isEmpty()) {
      throw new AssertionError("GitHub's description was broken: " + violations);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("x-ratelimit-limit", "5000");
      exchange.getResponseHeaders().set("x-ratelimit-remaining", "4000");
      answer(exchange);
    } catch (RuntimeException | LinkageError e) {
      violations.add(String.valueOf(e));
      throw e;
    }
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    Optional<JsonNode> body = Reader.body(exchange);
    Optional<Fault> fault = faultFor(line);
    Optional<FaultAnswer> spoilt = fault.flatMap(FaultAnswer::of);
    if (spoilt.isPresent()) {
      FaultAnswer refusal = spoilt.get();
      refusal.headers().forEach(exchange.getResponseHeaders()::set);
      finish(exchange, line, refusal.status(), refusal.body());
      return;
    }
    if (line.equals("POST /graphql")) {
      JsonNode whole = new GraphQlRoute(world).answer(body.orElseThrow(), SIGNALBOX);
      GraphQlRoute.problems(whole).ifPresent(problem -> violations.add(line + ": " + problem));
      exchange.getResponseHeaders().set("x-ratelimit-resource", "graphql");
      finish(exchange, line, 200, whole);
      return;
    }
    Optional<String> refused = refusal(exchange, line, body);
    if (refused.isPresent()) {
      violations.add(line + ": " + refused.get());
      finish(exchange, line, 400, Json.object("message", refused.get()));
      return;
    }
    Reader.Match match =
        reader
            .match(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath())
            .orElseThrow();
    Call call =
        new Call(
            match.operation(),
            match.values(),
            Reader.query(exchange),
            body.orElseGet(Json.MAPPER::missingNode),
            SIGNALBOX);
    respond(exchange, line, call, fault.isPresent());
  }

  private void respond(HttpExchange exchange, String line, Call call, boolean isCut)
      throws IOException {
    boolean isElsewhere =
        call.path().containsKey("owner")
            && !World.FULL_NAME.equals(call.at("owner") + "/" + call.at("repo"));
    Answer answer =
        isElsewhere || isBlind
            ? Answer.missing()
            : routes.getOrDefault(call.operation().name(), _ -> Answer.missing()).apply(call);
    JsonNode whole = writer.whole(call, answer);
    if (isCut) {
      sent.add(new Sent(line, answer.status()));
      Writer.cut(exchange, whole);
    }
    writer
        .link(exchange, call, answer)
        .ifPresent(link -> exchange.getResponseHeaders().set("link", link));
    int status = answer.status();
    if (call.operation().method().equals("GET") && status == 200) {
      String tag = Writer.tagOf(whole);
      exchange.getResponseHeaders().set("etag", tag);
      status = tag.equals(exchange.getRequestHeaders().getFirst("if-none-match")) ? 304 : status;
    }
    finish(exchange, line, status, whole);
  }

  private void finish(HttpExchange exchange, String line, int status, JsonNode body)
      throws IOException {
    sent.add(new Sent(line, status));
    Writer.send(exchange, status, body);
  }

  private Optional<Fault> faultFor(String line) {
    if (isBroken) {
      return Optional.of(new Fault.Broken(502));
    }
    for (Map.Entry<String, Fault> each : faults) {
      if (line.startsWith(each.getKey())) {
        faults.remove(each);
        return Optional.of(each.getValue());
      }
    }
    return Optional.empty();
  }

  /** What is wrong with a request, in one line. */
  private Optional<String> refusal(HttpExchange exchange, String line, Optional<JsonNode> body) {
    Optional<Reader.Match> match =
        reader.match(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
    if (match.isEmpty()) {
      return Optional.of("nobody said that Signalbox uses " + line);
    }
    List<String> problems = Reader.headerProblems(exchange, body.isPresent());
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("authorization"))) {
      problems.add("expected the token as authorization");
    }
    Operation operation = match.get().operation();
    problems.addAll(operation.parameterProblems(match.get().values(), Reader.query(exchange)));
    problems.addAll(operation.bodyProblems(body));
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
  }
}
