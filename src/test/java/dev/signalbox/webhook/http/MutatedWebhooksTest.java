package dev.signalbox.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.feedback.Concern;
import dev.signalbox.feedback.Destination;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackRouter;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Recorded;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.IssueId;
import dev.signalbox.session.SessionId;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.MemoryDeliveryQueue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Damaged deliveries over real HTTP: no answer is the server's fault, and no item reaches a session
 * that the delivery is not about. {@code -Dsignalbox.feedback.seed=N} repeats a run.
 */
class MutatedWebhooksTest {
  private static final long SEED = Long.getLong("signalbox.feedback.seed", 20_261_128L);
  private static final int ROUNDS = Integer.getInteger("signalbox.feedback.rounds", 8);
  private static final String DECOY_TIP = "d".repeat(40);

  /** Its key, branch and commit are in the texts of the deliveries, and nowhere else. */
  private static final Concern DECOY =
      new Concern(
          new SessionId("S-Z"),
          new IssueId("DECOY-1"),
          new AgentId("claude"),
          Optional.of("claude/decoy-1-x"),
          Optional.of(987_654),
          List.of(DECOY_TIP),
          false);

  private static final String WORDS =
      "Refs DECOY-1, claude/decoy-1-x, #987654 " + DECOY_TIP + " cursor[bot]";

  private static List<Concern> sessions() {
    List<Concern> sessions = new ArrayList<>(Recorded.SESSIONS);
    sessions.add(DECOY);
    return sessions;
  }

  @Test
  void damagedDeliveriesHarmNobody() throws Exception {
    System.out.println("mutated webhooks: -Dsignalbox.feedback.seed=" + SEED);
    Random random = new Random(SEED);
    MemoryDeliveryQueue queue = new MemoryDeliveryQueue(100_000);
    int sent = 0;
    int items = 0;
    try (WebhookListener listener = Listening.to(queue, Duration.ofSeconds(10));
        Sender sender = new Sender(listener.address().getPort(), Listening.NOW)) {
      for (int round = 0; round < ROUNDS; round++) {
        for (Recorded.Payload payload : Recorded.all()) {
          byte[] body = new Mutation(random, WORDS).of(payload.json());
          String place = "seed %d, %s, round %d".formatted(SEED, payload.path(), round);
          Endpoint to = Endpoint.of(payload.from());
          int status = sender.send(to, payload.event(), "m" + sent, body);
          // Linear's recorded times are long ago; the rest is read below all the same.
          assertThat(status).as(place).isIn(200, 202, 401, 413, 503);
          sent++;
        }
      }
      for (DeliveryQueue.Queued queued : queue.waiting(100_000)) {
        items += check(queued);
      }
    }
    System.out.println("mutated webhooks: " + sent + " sent, " + items + " items");
    assertThat(items).isGreaterThan(100);
  }

  private static int check(DeliveryQueue.Queued queued) {
    Normalised read = Recorded.READING.of(queued.delivery());
    String body = new String(queued.delivery().body().bytes(), StandardCharsets.UTF_8);
    for (FeedbackItem item : read.items()) {
      Destination destination = FeedbackRouter.route(item, sessions(), Recorded.RULES);
      Set<String> reached = reached(destination);
      String place = "seed " + SEED + ", " + item.id() + " " + destination;
      assertThat(reached).as(place).doesNotContain("S-Z");
      if (reached.contains("S-A")) {
        assertThat(isAboutA(body)).as(place).isTrue();
      }
      assertThat(item.content().title().length()).isLessThanOrEqualTo(200);
      assertThat(item.content().title()).doesNotContain("\n", "\u0000");
    }
    assertThat(read.items().isEmpty()).as(body).isEqualTo(!read.reason().isEmpty());
    return read.items().size();
  }

  private static Set<String> reached(Destination destination) {
    return switch (destination) {
      case Destination.ToSession(SessionId session, var _) -> Set.of(session.value());
      case Destination.Progress(SessionId session) -> Set.of(session.value());
      case Destination.DesignLoop(Optional<SessionId> session) ->
          session.map(id -> Set.of(id.value())).orElse(Set.of());
      case Destination.Report _,
          Destination.QuickFix _,
          Destination.Review _,
          Destination.Triage _,
          Destination.Ignored _ ->
          Set.of();
    };
  }

  private static boolean isAboutA(String body) {
    return body.replace(" ", "").contains("\"number\":2")
        || body.contains("\"changes\"")
        || body.contains("ec26c3e57ca3a959ca5aad62de7213c562f8c821")
        || body.contains("\"CEE-594\"");
  }
}
