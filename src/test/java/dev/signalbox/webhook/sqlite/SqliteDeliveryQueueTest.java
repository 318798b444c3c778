package dev.signalbox.webhook.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.journal.ChildJvm;
import dev.signalbox.webhook.Body;
import dev.signalbox.webhook.Delivery;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.DeliveryQueue.Stored;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.TakenItem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Deliveries outlive what stored them. */
class SqliteDeliveryQueueTest {
  private static final int KILLS = 5;

  @TempDir private Path folder;

  private DeliveryQueue open(int deliveries, long bytes) {
    return SqliteDeliveryQueue.open(
        folder.resolve("webhook.sqlite"), new SqliteDeliveryQueue.Room(deliveries, bytes));
  }

  private static Delivery delivery(String id, String body) {
    return new Delivery(
        Endpoint.of(Endpoint.Kind.GITHUB), id, "push", Instant.EPOCH, Body.of(body));
  }

  @Test
  void keepsTheOrderAndEveryIdOnceAlsoWhenItIsOpenedAgain() {
    try (DeliveryQueue queue = open(10, 1000)) {
      assertThat(queue.store(delivery("b", "{}"))).isEqualTo(Stored.NEW);
      assertThat(queue.store(delivery("a", "[1]"))).isEqualTo(Stored.NEW);
      assertThat(queue.store(delivery("b", "{\"other\":1}"))).isEqualTo(Stored.KNOWN);
    }
    try (DeliveryQueue queue = open(10, 1000)) {
      assertThat(queue.waiting(10).stream().map(DeliveryQueue.Queued::delivery))
          .containsExactly(delivery("b", "{}"), delivery("a", "[1]"));
      queue.done(queue.waiting(1).getFirst().number(), "nothing");
      assertThat(queue.waiting(10)).hasSize(1);
      assertThat(queue.store(delivery("b", "{}"))).as("also done").isEqualTo(Stored.KNOWN);
      assertThat(queue.find(1)).contains(delivery("b", "{}"));
    }
  }

  @Test
  void tellsHowMuchWaitsAndSinceWhen() {
    try (DeliveryQueue queue = open(10, 1000)) {
      assertThat(queue.load()).isEqualTo(new DeliveryQueue.Load(0, 0, Optional.empty()));
      for (int second = 1; second <= 3; second++) {
        queue.store(
            new Delivery(
                Endpoint.of(Endpoint.Kind.GITHUB),
                "id-" + second,
                "push",
                Instant.ofEpochSecond(second),
                Body.of("{}")));
      }
      queue.done(1, "nothing");
      queue.store(delivery("id-2", "{}"));
      assertThat(queue.load())
          .isEqualTo(new DeliveryQueue.Load(3, 2, Optional.of(Instant.ofEpochSecond(2))));
    }
  }

  @Test
  void refusesWhatItHasNoRoomFor() {
    try (DeliveryQueue queue = open(2, 10)) {
      assertThat(queue.store(delivery("a", "12345678"))).isEqualTo(Stored.NEW);
      assertThat(queue.store(delivery("b", "123"))).as("bytes").isEqualTo(Stored.FULL);
      assertThat(queue.store(delivery("c", "12"))).isEqualTo(Stored.NEW);
      assertThat(queue.store(delivery("d", ""))).as("deliveries").isEqualTo(Stored.FULL);
      queue.done(1, "");
      assertThat(queue.store(delivery("d", ""))).isEqualTo(Stored.NEW);
    }
  }

  @Test
  void remembersWhatWasTaken() {
    TakenItem item =
        new TakenItem(
            "x:1", 1, "CODEX c", FeedbackItem.Kind.FINDING, "t", "S-A required", Instant.EPOCH);
    try (DeliveryQueue queue = open(10, 1000)) {
      queue.taken(item);
      queue.taken(item);
      assertThat(queue.isTaken("x:1")).isTrue();
      assertThat(queue.isTaken("x:2")).isFalse();
    }
    try (DeliveryQueue view =
        SqliteDeliveryQueue.view(folder.resolve("webhook.sqlite")).orElseThrow()) {
      assertThat(view.items(5)).containsExactly(item);
    }
    assertThat(SqliteDeliveryQueue.view(folder.resolve("none.sqlite"))).isEmpty();
  }

  @Test
  void anAgentCallWaitsForItsAnswerAlsoInAFileOfTheFirstVersion() throws Exception {
    String call =
        "{\"type\":\"AgentSessionEvent\",\"action\":\"created\",\"agentSession\":{\"id\":\"s1\"}}";
    Endpoint linear = Endpoint.of(Endpoint.Kind.LINEAR);
    try (DeliveryQueue queue = open(10, 1000)) {
      queue.store(new Delivery(linear, "a", "", Instant.EPOCH, Body.of(call)));
    }
    try (Connection old =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("webhook.sqlite"));
        Statement statement = old.createStatement()) {
      for (String sql :
          List.of(
              "DROP INDEX delivery_called",
              "ALTER TABLE delivery DROP COLUMN is_called",
              "PRAGMA user_version = 1")) {
        statement.executeUpdate(sql);
      }
    }
    try (DeliveryQueue queue = open(10, 1000)) {
      assertThat(queue.waiting(10)).hasSize(1);
      assertThat(queue.unanswered(10)).as("from before").isEmpty();
      queue.store(new Delivery(linear, "b", "", Instant.EPOCH, Body.of(call)));
      queue.store(delivery("c", call));
    }
    try (DeliveryQueue queue = open(10, 1000)) {
      assertThat(queue.unanswered(10))
          .extracting(each -> each.delivery().id())
          .containsExactly("b");
      queue.done(queue.unanswered(10).getFirst().number(), "taken");
      assertThat(queue.unanswered(10)).hasSize(1);
      queue.answered(queue.unanswered(10).getFirst().number());
      assertThat(queue.unanswered(10)).isEmpty();
    }
  }

  @Test
  void oneOfManyAtOnceIsNew() throws Exception {
    try (DeliveryQueue queue = open(100, 10_000);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Stored>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String id = "d" + i % 10;
        all.add(() -> queue.store(delivery(id, "{}")));
      }
      int count = 0;
      for (Future<Stored> result : threads.invokeAll(all)) {
        count += result.get() == Stored.NEW ? 1 : 0;
      }
      assertThat(count).isEqualTo(10);
      assertThat(queue.waiting(100)).hasSize(10);
    }
  }

  @Test
  void whatWasAnsweredIsThereAfterEveryKill() throws Exception {
    Path file = folder.resolve("webhook.sqlite");
    long next = 1;
    for (int kill = 0; kill < KILLS; kill++) {
      long acknowledged = 0;
      try (ChildJvm child =
          ChildJvm.start(
              AnswerForever.class,
              List.of(SQLiteConfig.class, NullMarked.class, JsonNode.class, JacksonException.class),
              file.toString(),
              String.valueOf(next))) {
        for (int i = 0; i < 20 + 7 * kill; i++) {
          acknowledged = Long.parseLong(child.line());
        }
        child.kill();
      }
      try (DeliveryQueue queue = open(100_000, 100_000_000)) {
        List<String> ids =
            queue.waiting(100_000).stream().map(each -> each.delivery().id()).toList();
        List<String> expected = new ArrayList<>();
        for (long i = 1; i <= acknowledged; i++) {
          expected.add("d" + i);
        }
        assertThat(ids).startsWith(expected.toArray(String[]::new));
        assertThat(ids).hasSizeLessThanOrEqualTo((int) acknowledged + 500);
        next = ids.size() + 1L;
      }
    }
  }
}
