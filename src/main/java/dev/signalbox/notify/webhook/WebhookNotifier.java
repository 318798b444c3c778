package dev.signalbox.notify.webhook;

import dev.signalbox.limit.Limits;
import dev.signalbox.notify.Notice;
import dev.signalbox.notify.Notifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends each notice as JSON with HTTP POST; a service that does not take it is asked again a few
 * times, each pause twice as long. Redirects are not followed: the person named one address.
 */
public final class WebhookNotifier implements Notifier {
  private static final int SUCCESS_FIRST = 200;
  private static final int SUCCESS_LAST = 299;
  private static final int CALLER_AT_FAULT_FIRST = 400;
  private static final int CALLER_AT_FAULT_LAST = 499;
  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;

  private final URI address;
  private final Duration pause;
  private final Consumer<String> log;
  private final HttpClient client;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * A webhook.
   *
   * @param address with http or https; a secret in it is never logged
   * @param pause before the second try
   * @param log hears of failures
   */
  public WebhookNotifier(URI address, Duration pause, Consumer<String> log) {
    this.address = address;
    this.pause = pause;
    this.log = log;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(Limits.NOTIFICATION_LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(threads)
            .build();
  }

  @Override
  public void tell(Notice notice) {
    try {
      threads.execute(() -> deliver(notice));
    } catch (RejectedExecutionException e) {
      // It was closed: nothing happens.
    }
  }

  private void deliver(Notice notice) {
    String found = "";
    Duration next = pause;
    try {
      for (int i = 1; i <= Limits.NOTIFICATION_TRIES_MAX; i++) {
        int status = send(notice);
        if (status >= SUCCESS_FIRST && status <= SUCCESS_LAST) {
          return;
        }
        found = status == 0 ? "no answer" : "status " + status;
        if (!mayPass(status)
            || i == Limits.NOTIFICATION_TRIES_MAX
            || closed.await(next.toMillis(), TimeUnit.MILLISECONDS)) {
          break;
        }
        next = next.multipliedBy(2);
      }
      log.accept(
          "notification: expected "
              + address.getHost()
              + " to take "
              + notice.gate()
              + ", found "
              + found);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether trying again can help: the service is busy, broken or not there. */
  private static boolean mayPass(int status) {
    return status < CALLER_AT_FAULT_FIRST
        ? status == 0
        : status > CALLER_AT_FAULT_LAST || status == TIMEOUT || status == TOO_MANY;
  }

  /** The status of the answer; 0 where there was none. */
  private int send(Notice notice) throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(Limits.NOTIFICATION_LIMIT)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(NoticeJson.write(notice)))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    threads.shutdownNow();
    client.shutdownNow();
  }
}
