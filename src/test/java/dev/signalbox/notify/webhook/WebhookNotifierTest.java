package dev.signalbox.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.signalbox.notify.Notifier;
import dev.signalbox.notify.NotifierContractTest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WebhookNotifierTest extends NotifierContractTest {

  /** A service on the loopback interface that answers with these, and then always 204. */
  private static final class Service implements Bench {
    private static final int TAKEN = 204;

    private final LinkedBlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private final Notifier notifier;

    Service(List<Integer> answers) throws Exception {
      Queue<Integer> left = new ArrayDeque<>(answers);
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              byte[] body = exchange.getRequestBody().readAllBytes();
              taken.add(
                  exchange.getRequestMethod()
                      + " "
                      + exchange.getRequestURI()
                      + " "
                      + new String(body, StandardCharsets.UTF_8));
              Integer answer = left.poll();
              exchange.getResponseHeaders().set("Location", "/elsewhere");
              exchange.sendResponseHeaders(answer == null ? TAKEN : answer, -1);
            }
          });
      server.start();
      URI address =
          URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?key=SECRET");
      notifier = new WebhookNotifier(address, Duration.ofMillis(1), log::add);
    }

    @Override
    public Notifier notifier() {
      return notifier;
    }

    @Override
    public String next() throws InterruptedException {
      String request = taken.poll(20, TimeUnit.SECONDS);
      assertThat(request).startsWith("POST /hook?key=SECRET {");
      return request.substring(request.indexOf('{')).replace("\\\"", "\"");
    }

    String logged() throws InterruptedException {
      return log.poll(20, TimeUnit.SECONDS);
    }

    @Override
    public boolean isQuiet() {
      return taken.isEmpty() && log.isEmpty();
    }

    @Override
    public void close() {
      notifier.close();
      server.stop(0);
    }
  }

  @Override
  protected Bench bench() throws Exception {
    return new Service(List.of());
  }

  @Override
  protected boolean carriesText() {
    return true;
  }

  @Test
  void theDocumentHoldsTheTitleAndNames() throws Exception {
    try (Service service = new Service(List.of())) {
      var notice = notice("S-A shows its plan");
      service.notifier().tell(notice);
      assertThat(service.next())
          .isEqualTo(
              "{\"run\":\"a-run\",\"gate\":\"%s\",\"kind\":\"plan\",".formatted(notice.gate())
                  + "\"title\":\"S-A shows its plan\",\"sessions\":[\"S-A\"]}");
    }
  }

  @Test
  void aServiceThatIsBusyIsAskedAgain() throws Exception {
    try (Service service = new Service(List.of(503, 429))) {
      service.notifier().tell(notice("again"));
      assertThat(service.next()).isEqualTo(service.next()).isEqualTo(service.next());
      assertThat(service.log).isEmpty();
    }
  }

  @Test
  void aServiceThatNeverTakesItIsSaidToTheLogWithoutItsSecret() throws Exception {
    try (Service service = new Service(List.of(500, 500, 500, 500))) {
      service.notifier().tell(notice("never"));
      assertThat(service.logged())
          .contains("127.0.0.1", "found status 500")
          .doesNotContain("SECRET");
      assertThat(service.taken).hasSize(4);
    }
  }

  @Test
  void aRefusalAndARedirectAreNotTriedAgain() throws Exception {
    try (Service service = new Service(List.of(403, 302))) {
      service.notifier().tell(notice("no"));
      assertThat(service.logged()).contains("found status 403");
      service.notifier().tell(notice("elsewhere"));
      assertThat(service.logged()).contains("found status 302");
      assertThat(service.taken).hasSize(2);
    }
  }

  @Test
  void aServiceThatIsNotThereIsSaidToTheLog() throws Exception {
    try (Service service = new Service(List.of())) {
      service.server.stop(0);
      service.notifier().tell(notice("nobody"));
      assertThat(service.logged()).contains("found no answer");
    }
  }
}
