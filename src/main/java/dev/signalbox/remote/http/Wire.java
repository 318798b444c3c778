package dev.signalbox.remote.http;

import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import dev.signalbox.remote.Outcome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** One exchange over the network: bounded in time and size, without following redirects. */
final class Wire implements AutoCloseable {
  private static final int SUCCESS_FIRST = 200;
  private static final int SUCCESS_LAST = 299;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Limits.HTTP_LIMIT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .executor(threads)
          .build();

  /** The answer, whatever its status. */
  Outcome<JsonAnswer> send(JsonRequest request, URI uri, JsonService.Account account)
      throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            http(request, uri, account),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), Limits.HTTP_ANSWER_BYTES_MAX));
    try {
      // The request's own limit ends with the head of the answer; this one covers the body.
      HttpResponse<byte[]> response =
          answer.get(Limits.HTTP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      return parse(response.statusCode(), response.headers(), response.body());
    } catch (TimeoutException e) {
      return failed("expected an answer within %s, found none".formatted(Limits.HTTP_LIMIT));
    } catch (ExecutionException e) {
      return failed("expected an answer, found " + words(e.getCause()));
    } finally {
      answer.cancel(true);
    }
  }

  private static HttpRequest http(JsonRequest request, URI uri, JsonService.Account account) {
    BodyPublisher body =
        request
            .body()
            .map(json -> BodyPublishers.ofByteArray(JSON.writeValueAsBytes(json)))
            .orElseGet(BodyPublishers::noBody);
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri).method(request.method(), body).timeout(Limits.HTTP_LIMIT);
    if (account.address().isLoopback()) {
      builder.version(HttpClient.Version.HTTP_1_1);
    }
    if (request.body().isPresent()) {
      builder.setHeader("Content-Type", "application/json");
    }
    builder.setHeader("Accept", "application/json");
    account.headers().forEach(header -> builder.setHeader(header.name(), header.value()));
    request.headers().forEach(header -> builder.setHeader(header.name(), header.value()));
    return builder.setHeader("Authorization", account.authorization().get()).build();
  }

  private static Outcome<JsonAnswer> parse(int status, HttpHeaders headers, byte[] body) {
    boolean isSuccess = status >= SUCCESS_FIRST && status <= SUCCESS_LAST;
    try {
      JsonNode json = body.length == 0 ? JsonNodeFactory.instance.nullNode() : JSON.readTree(body);
      return new Outcome.Done<>(new JsonAnswer(status, headers, json));
    } catch (JacksonException e) {
      // What stands between us and the service answers errors in HTML; the status says enough.
      return isSuccess
          ? new Outcome.Failed<>(
              Failure.of(Kind.UNINTELLIGIBLE, "expected an answer in JSON, found something else"))
          : new Outcome.Done<>(
              new JsonAnswer(status, headers, JsonNodeFactory.instance.nullNode()));
    }
  }

  /** The kind of the problem; its message could repeat what was sent. */
  private static String words(@Nullable Throwable cause) {
    return cause == null ? "none" : cause.getClass().getSimpleName();
  }

  private static Outcome<JsonAnswer> failed(String reason) {
    return new Outcome.Failed<>(Failure.of(Kind.UNREACHABLE, reason));
  }

  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }
}
