package dev.signalbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.feedback.Destination;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackRouter;
import dev.signalbox.feedback.Recorded;
import dev.signalbox.feedback.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Each item once, whatever happens between. {@code -Dsignalbox.feedback.seed=N} repeats a run. */
class IntakeTest {
  private static final long SEED = Long.getLong("signalbox.feedback.seed", 20_261_128L);
  private static final int ROUNDS = 20;

  private static Destination route(FeedbackItem item) {
    return FeedbackRouter.route(item, Recorded.SESSIONS, Recorded.RULES);
  }

  private static Delivery hook(String id) {
    return new Delivery(
        Endpoint.hook("h"),
        id,
        "h",
        Said.AT,
        Body.of("{\"id\":\"" + id + "\",\"kind\":\"comment\"}"));
  }

  @Test
  void anItemThatCouldNotBeTakenComesAgainBeforeAllLaterOnes() {
    MemoryDeliveryQueue queue = new MemoryDeliveryQueue(100);
    for (String id : List.of("1", "2", "3")) {
      queue.store(hook(id));
    }
    List<String> taken = new ArrayList<>();
    FeedbackConsumer ill =
        item -> {
          if (item.id().endsWith("2")) {
            throw new IllegalStateException("ill");
          }
          taken.add(item.id());
          return route(item);
        };
    assertThatThrownBy(() -> Intake.drain(queue, Recorded.READING, ill)).hasMessage("ill");
    assertThat(taken).containsExactly("hook:h:1");
    FeedbackConsumer well =
        item -> {
          taken.add(item.id());
          return route(item);
        };
    assertThat(Intake.drain(queue, Recorded.READING, well)).isEqualTo(2);
    assertThat(taken).containsExactly("hook:h:1", "hook:h:2", "hook:h:3");
  }

  @Test
  void aKillBeforeTheDeliveryIsDoneHandsNothingOverTwice() {
    MemoryDeliveryQueue queue = new MemoryDeliveryQueue(100);
    queue.store(hook("1"));
    FeedbackItem item = Recorded.READING.of(hook("1")).items().getFirst();
    queue.taken(TakenItem.of(item, 1, route(item)));
    List<String> taken = new ArrayList<>();
    assertThat(
            Intake.drain(
                queue,
                Recorded.READING,
                again -> {
                  taken.add(again.id());
                  return route(again);
                }))
        .isEqualTo(1);
    assertThat(taken).isEmpty();
    assertThat(queue.waiting(9)).isEmpty();
  }

  @Test
  void itWorksWithWhatWaitsAndWithWhatComes() throws Exception {
    MemoryDeliveryQueue queue = new MemoryDeliveryQueue(100);
    queue.store(hook("1"));
    BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    FeedbackConsumer consumer =
        item -> {
          taken.add(item.id());
          return route(item);
        };
    try (Intake intake = Intake.start(queue, Recorded.READING, consumer, _ -> {})) {
      assertThat(taken.poll(20, TimeUnit.SECONDS)).isEqualTo("hook:h:1");
      queue.store(hook("2"));
      intake.stored();
      assertThat(taken.poll(20, TimeUnit.SECONDS)).isEqualTo("hook:h:2");
    }
  }

  @Test
  void theSameItemsComeOutInWhateverOrderAndHoweverOftenDeliveriesCome() {
    List<Delivery> deliveries = new ArrayList<>();
    for (Recorded.Payload payload : Recorded.all()) {
      deliveries.add(
          new Delivery(
              Endpoint.of(payload.from()),
              payload.path(),
              payload.event(),
              Said.AT,
              new Body(payload.bytes())));
    }
    Map<String, String> expected = drained(deliveries);
    assertThat(expected).hasSizeGreaterThan(30);
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      List<Delivery> shuffled = new ArrayList<>(deliveries);
      for (int i = 0; i < 40; i++) {
        Delivery again = deliveries.get(random.nextInt(deliveries.size()));
        // Sent again by hand it has another id.
        shuffled.add(new Delivery(again.from(), "again" + i, again.event(), Said.AT, again.body()));
        shuffled.add(again);
      }
      Collections.shuffle(shuffled, random);
      assertThat(drained(shuffled)).as("seed %d, round %d", SEED, round).isEqualTo(expected);
    }
  }

  private static Map<String, String> drained(List<Delivery> deliveries) {
    MemoryDeliveryQueue queue = new MemoryDeliveryQueue(10_000);
    deliveries.forEach(queue::store);
    Map<String, String> items = new TreeMap<>();
    int _ =
        Intake.drain(
            queue,
            Recorded.READING,
            item -> {
              Destination destination = route(item);
              String before = items.put(item.id(), item.kind() + " " + destination);
              assertThat(before).as("handed over twice: " + item.id()).isNull();
              return destination;
            });
    return items;
  }
}
