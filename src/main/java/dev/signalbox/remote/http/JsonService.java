package dev.signalbox.remote.http;

import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import dev.signalbox.remote.Outcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A service that speaks JSON over HTTP. What may pass is tried again a few times: a service that
 * does not answer after a growing pause, one that had too many requests when it says so, if that is
 * soon. What it answers in the end is for the caller to act on.
 *
 * <p>Safe for several threads. The secret is asked for each request, sent to this service alone,
 * and appears in no failure.
 */
public final class JsonService implements AutoCloseable {
  private static final int UNCHANGED = 304;

  private final Account account;
  private final ServiceRules rules;
  private final RequestBudget budget;
  private final Pace pace;
  private final Wire wire = new Wire();
  private volatile Instant closedUntil = Instant.MIN;

  /**
   * As whom requests are sent.
   *
   * @param authorization the value of the {@code Authorization} header, asked for each request
   * @param headers of every request; without secrets
   */
  public record Account(
      ServiceAddress address, Supplier<String> authorization, List<JsonRequest.Header> headers) {
    public Account {
      headers = List.copyOf(headers);
    }

    /** Without the secret, whatever the supplier may print. */
    @Override
    public String toString() {
      return "account at " + address;
    }
  }

  /** A service. */
  public JsonService(Account account, ServiceRules rules, RequestBudget budget, Pace pace) {
    this.account = account;
    this.rules = rules;
    this.budget = budget;
    this.pace = pace;
  }

  /** The answer of a request that worked; a failure where none did. */
  public Outcome<JsonAnswer> send(JsonRequest request) {
    Optional<URI> uri = account.address().resolve(request.target());
    if (uri.isEmpty()) {
      return failed(
          Kind.REFUSED, "expected an address below " + account.address() + ", found another");
    }
    try {
      return send(request, uri.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(Kind.UNREACHABLE, "expected an answer, found that the work was called off");
    }
  }

  private Outcome<JsonAnswer> send(JsonRequest request, URI uri) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      Outcome<JsonAnswer> outcome = sendOnce(request, uri);
      if (!(outcome instanceof Outcome.Failed<JsonAnswer>(Failure failure))) {
        return outcome;
      }
      Optional<Duration> pause = pauseBeforeRepeat(request, failure, attempt);
      if (pause.isEmpty()) {
        return outcome;
      }
      pace.pause().pause(pause.get());
    }
  }

  /** Empty where the request is not tried again here. */
  private Optional<Duration> pauseBeforeRepeat(JsonRequest request, Failure failure, int attempt) {
    boolean isRefusedForNow = failure.kind() == Kind.RATE_LIMITED;
    boolean isUnanswered = failure.kind() == Kind.UNREACHABLE && request.repeatable();
    if (attempt >= Limits.HTTP_TRIES_MAX || !(isRefusedForNow || isUnanswered)) {
      return Optional.empty();
    }
    Duration backOff = pace.backOff(attempt);
    Duration asked =
        failure
            .notBefore()
            .map(time -> Duration.between(pace.clock().instant(), time))
            .filter(time -> !time.isNegative())
            .orElse(Duration.ZERO);
    // Added, so that all who were told the same time do not come back at that moment.
    return asked.compareTo(Limits.HTTP_WAIT_MAX) > 0
        ? Optional.empty()
        : Optional.of(asked.plus(backOff));
  }

  private Outcome<JsonAnswer> sendOnce(JsonRequest request, URI uri) throws InterruptedException {
    Instant now = pace.clock().instant();
    Instant closed = closedUntil;
    if (closed.isAfter(now)) {
      return new Outcome.Failed<>(
          new Failure(
              Kind.RATE_LIMITED,
              "expected to be allowed a request, found that the service takes none now",
              Optional.of(closed)));
    }
    Optional<Failure> spent = budget.spend(request.purpose(), now);
    if (spent.isPresent()) {
      return new Outcome.Failed<>(spent.get());
    }
    return wire.send(request, uri, account).then(answer -> judge(request, answer));
  }

  private Outcome<JsonAnswer> judge(JsonRequest request, JsonAnswer answer) {
    if (answer.status() == UNCHANGED) {
      budget.unchanged(request.purpose());
    }
    Instant now = pace.clock().instant();
    Optional<Instant> closed = rules.closedUntil(answer).filter(time -> time.isAfter(now));
    closed.ifPresent(this::closeUntil);
    Optional<Failure> failure = rules.failure(answer);
    if (failure.isEmpty()) {
      return new Outcome.Done<>(answer);
    }
    Failure found = failure.get();
    Optional<Instant> asked = RetryAfter.read(answer, now);
    if (found.kind() == Kind.RATE_LIMITED) {
      asked.ifPresent(this::closeUntil);
    }
    Optional<Instant> notBefore =
        found.notBefore().or(() -> asked).or(() -> found.kind().mayPass() ? closed : asked);
    return new Outcome.Failed<>(new Failure(found.kind(), found.reason(), notBefore));
  }

  private synchronized void closeUntil(Instant time) {
    if (time.isAfter(closedUntil)) {
      closedUntil = time;
    }
  }

  private static Outcome<JsonAnswer> failed(Kind kind, String reason) {
    return new Outcome.Failed<>(Failure.of(kind, reason));
  }

  @Override
  public void close() {
    wire.close();
  }

  @Override
  public String toString() {
    return "service at " + account.address();
  }
}
