package dev.signalbox.tracker.linear;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.parser.Parser;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A strict stand-in for Linear on the loopback interface: it executes Linear's own schema, counts
 * requests and complexity as Linear does, and fails on demand.
 */
final class LinearFake implements AutoCloseable {
  static final String KEY = "lin_api_fake_engine";
  private static final int COMPLEXITY_MAX = 10_000;
  private static final Duration WINDOW = Duration.ofHours(1);

  final LinearWorkspace workspace;
  final LinearActions actions;
  final FakeCalls calls;
  private final Clock clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final GraphQLSchema schema;
  private final GraphQL graphql;
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final List<Long> costs = new ArrayList<>();
  private boolean isDown;
  private int requestsMax = 2_500;
  private long complexityMax = 3_000_000;
  private int requests;
  private long complexity;
  private Instant windowEnd = Instant.MIN;

  /** What goes wrong with one request. */
  enum Fault {
    /** It is not done. */
    SERVER_ERROR,
    /** It is done, and the connection ends before the answer. */
    NO_ANSWER,
    /** It is done, and the answer ends early. */
    CUT_ANSWER,
    /** It is done, and the answer holds an error beside what is left of the data. */
    PARTIAL_ERROR
  }

  LinearFake(Clock clock) throws IOException {
    this.clock = clock;
    workspace = new LinearWorkspace(clock);
    actions = new LinearActions(workspace);
    calls = new FakeCalls(workspace);
    Map<String, DataFetcher<?>> operations = new HashMap<>(actions.all());
    operations.putAll(calls.all());
    schema = LinearSchema.executable(operations);
    graphql =
        GraphQL.newGraphQL(schema)
            .defaultDataFetcherExceptionHandler(parameters ->
                CompletableFuture.completedFuture(
                    DataFetcherExceptionHandlerResult.newResult(
                            error(parameters.getException(), parameters.getPath().toList()))
                        .build()))
            .build();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/graphql", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  private static GraphQLError error(Throwable problem, List<Object> path) {
    return problem instanceof FakeRefusal refusal
        ? refusal.error(path)
        : new FakeRefusal("INTERNAL_SERVER_ERROR", String.valueOf(problem.getMessage()), "")
            .error(path);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  synchronized void fail(boolean isFailing) {
    isDown = isFailing;
  }

  /** The next requests go wrong in that way, one each. */
  synchronized void failNext(Fault... next) {
    faults.addAll(List.of(next));
  }

  /** How much is allowed in one hour. */
  synchronized void limit(int newRequestsMax, long newComplexityMax) {
    requestsMax = newRequestsMax;
    complexityMax = newComplexityMax;
  }

  /** What each request cost so far. */
  synchronized List<Long> costs() {
    return List.copyOf(costs);
  }

  /** Does something in the workspace between two requests. */
  synchronized void within(Runnable work) {
    work.run();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Answer answer = loud(exchange.getRequestHeaders().getFirst("Authorization"), body);
      if (answer.fault() == Fault.NO_ANSWER) {
        return;
      }
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      byte[] bytes = JsonMapper.shared().writeValueAsBytes(answer.document());
      int sent = answer.fault() == Fault.CUT_ANSWER ? bytes.length / 2 : bytes.length;
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes, 0, sent);
    }
  }

  /** A fault of the stand-in itself is told to whoever asked, and fails the test. */
  private Answer loud(@Nullable String authorization, byte[] body) {
    try {
      return answer(authorization, body);
    } catch (RuntimeException e) {
      return refuse(400, "GRAPHQL_VALIDATION_FAILED", "the stand-in failed: " + e, Map.of());
    }
  }

  /** An answer, and how it goes wrong on the way. */
  private record Answer(
      int status, Map<String, String> headers, Map<String, ?> document, @Nullable Fault fault) {}

  private synchronized Answer answer(@Nullable String authorization, byte[] body) {
    Fault fault = isDown ? Fault.SERVER_ERROR : faults.poll();
    if (fault == Fault.SERVER_ERROR) {
      return new Answer(503, Map.of(), Map.of("message", "upstream"), fault);
    }
    if (!KEY.equals(authorization)) {
      return refuse(401, "AUTHENTICATION_ERROR", "Authentication required", Map.of());
    }
    JsonNode request = JsonMapper.shared().readTree(body);
    String query = request.required("query").stringValue();
    @SuppressWarnings("unchecked")
    Map<String, Object> variables =
        JsonMapper.shared().convertValue(request.required("variables"), HashMap.class);
    long cost = Complexity.of(schema, Parser.parse(query), variables);
    costs.add(cost);
    if (cost > COMPLEXITY_MAX) {
      return refuse(400, "INPUT_ERROR", "Query too complex", Map.of());
    }
    boolean isAllowed = count(cost);
    Map<String, String> headers = headers(cost);
    if (!isAllowed) {
      return refuse(400, "RATELIMITED", "Rate limit exceeded", headers);
    }
    return execute(query, variables, headers, fault);
  }

  private boolean count(long cost) {
    if (!clock.instant().isBefore(windowEnd)) {
      windowEnd = clock.instant().plus(WINDOW);
      requests = 0;
      complexity = 0;
    }
    if (requests >= requestsMax || complexity + cost > complexityMax) {
      return false;
    }
    requests++;
    complexity += cost;
    return true;
  }

  private Map<String, String> headers(long cost) {
    String reset = "" + windowEnd.toEpochMilli();
    return Map.of(
        "X-Complexity", "" + cost,
        "X-RateLimit-Requests-Limit", "" + requestsMax,
        "X-RateLimit-Requests-Remaining", "" + (requestsMax - requests),
        "X-RateLimit-Requests-Reset", reset,
        "X-RateLimit-Complexity-Limit", "" + complexityMax,
        "X-RateLimit-Complexity-Remaining", "" + (complexityMax - complexity),
        "X-RateLimit-Complexity-Reset", reset);
  }

  private static Answer refuse(
      int status, String code, String message, Map<String, String> headers) {
    Map<String, Object> error =
        Map.of("message", message, "extensions", new FakeRefusal(code, message, "").extensions());
    return new Answer(status, headers, Map.of("errors", List.of(error)), null);
  }

  private Answer execute(
      String query,
      Map<String, Object> variables,
      Map<String, String> headers,
      @Nullable Fault fault) {
    ExecutionResult result =
        graphql.execute(
            ExecutionInput.newExecutionInput(query)
                .variables(variables)
                .graphQLContext(Map.of("account", workspace.engine))
                .build());
    Map<String, Object> document = new HashMap<>(result.toSpecification());
    if (fault == Fault.PARTIAL_ERROR) {
      document.put("errors", List.of(Map.of("message", "Internal", "path", List.of("issue", "x"))));
    }
    boolean isRefused = !result.getErrors().isEmpty() && isEmpty(result.getData());
    return new Answer(isRefused ? 400 : 200, headers, document, fault);
  }

  private static boolean isEmpty(@Nullable Object data) {
    return data == null
        || (data instanceof Map<?, ?> map && map.values().stream().allMatch(each -> each == null));
  }

  @Override
  public void close() {
    server.stop(0);
    workspace.hooks.close();
    threads.shutdownNow();
  }
}
