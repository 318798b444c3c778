package dev.signalbox.webhook.sqlite;

import dev.signalbox.limit.Limits;
import dev.signalbox.webhook.Delivery;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.TakenItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries as rows. Those that come at the same moment share one flush of the disk: whoever gets
 * the lock writes all that wait for it.
 */
public final class SqliteDeliveryQueue implements DeliveryQueue {
  private static final int CLEANED_EVERY = 256;

  private final DeliveryDatabase database;
  private final Room room;
  private final Queue<Entry> pending = new ConcurrentLinkedQueue<>();
  private final ReentrantLock flushing = new ReentrantLock();
  private int stored;

  /** How much may wait. */
  public record Room(int deliveries, long bytes) {
    /** As much as the limits say. */
    public static final Room FULL_SIZE =
        new Room(Limits.WEBHOOKS_WAITING_MAX, Limits.WEBHOOKS_WAITING_BYTES_MAX);
  }

  /** A delivery on its way to the disk. */
  private static final class Entry {
    private final Delivery delivery;
    private @Nullable Stored result;
    private @Nullable RuntimeException failure;

    Entry(Delivery delivery) {
      this.delivery = delivery;
    }

    boolean isOver() {
      return result != null || failure != null;
    }

    Stored result() {
      if (failure != null) {
        throw failure;
      }
      if (result == null) {
        throw new IllegalStateException("expected a result after the flush");
      }
      return result;
    }
  }

  private SqliteDeliveryQueue(DeliveryDatabase database, Room room) {
    this.database = database;
    this.room = room;
  }

  /** Opens the file to write, and makes it if need be. Its folder exists. */
  public static DeliveryQueue open(Path file, Room room) {
    return new SqliteDeliveryQueue(DeliveryDatabase.open(file), room);
  }

  /** Opens the file to read only; empty where nothing was ever received. */
  public static Optional<DeliveryQueue> view(Path file) {
    return Files.exists(file)
        ? Optional.of(new SqliteDeliveryQueue(DeliveryDatabase.view(file), Room.FULL_SIZE))
        : Optional.empty();
  }

  @Override
  public Stored store(Delivery delivery) {
    Entry entry = new Entry(delivery);
    pending.add(entry);
    flushing.lock();
    try {
      if (!entry.isOver()) {
        flush();
      }
    } finally {
      flushing.unlock();
    }
    return entry.result();
  }

  private void flush() {
    List<Entry> all = new ArrayList<>();
    for (Entry next = pending.poll(); next != null; next = pending.poll()) {
      all.add(next);
    }
    try {
      List<Stored> results =
          database.write(connection ->
              DeliveryRows.insert(
                  connection, all.stream().map(entry -> entry.delivery).toList(), room));
      for (int i = 0; i < all.size(); i++) {
        all.get(i).result = results.get(i);
      }
      clean(all.size());
    } catch (RuntimeException e) {
      all.forEach(entry -> {
        if (!entry.isOver()) {
          entry.failure = e;
        }
      });
    }
  }

  private void clean(int more) {
    stored += more;
    if (stored >= CLEANED_EVERY) {
      stored = 0;
      int _ = database.write(DeliveryRows::forget);
    }
  }

  @Override
  public List<Queued> waiting(int most) {
    return database.read(connection -> DeliveryRows.waiting(connection, most));
  }

  @Override
  public List<Queued> waitingAfter(long number, int most) {
    return database.read(connection -> DeliveryRows.waitingAfter(connection, number, most));
  }

  @Override
  public Load load() {
    return database.read(DeliveryRows::load);
  }

  @Override
  public boolean isTaken(String item) {
    return database.read(connection -> ItemRows.isThere(connection, item));
  }

  @Override
  public void taken(TakenItem item) {
    int _ = database.write(connection -> ItemRows.insert(connection, item));
  }

  @Override
  public void done(long number, String verdict) {
    int _ = database.write(connection -> DeliveryRows.done(connection, number, verdict));
  }

  @Override
  public List<Queued> unanswered(int most) {
    return database.read(connection -> DeliveryRows.unanswered(connection, most));
  }

  @Override
  public void answered(long number) {
    int _ = database.write(connection -> DeliveryRows.answered(connection, number));
  }

  @Override
  public List<TakenItem> items(int most) {
    return database.read(connection -> ItemRows.latest(connection, most));
  }

  @Override
  public Optional<Delivery> find(long number) {
    return database.read(connection -> DeliveryRows.find(connection, number));
  }

  @Override
  public void close() {
    database.close();
  }
}
