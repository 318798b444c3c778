package dev.signalbox.webhook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A queue for tests that need none on a disk. */
public final class MemoryDeliveryQueue implements DeliveryQueue {
  private final int room;
  private final List<Queued> all = new ArrayList<>();
  private final Set<String> known = new TreeSet<>();
  private final Set<Long> done = new TreeSet<>();
  private final Set<Long> answered = new TreeSet<>();
  private final Map<String, TakenItem> items = new LinkedHashMap<>();

  public MemoryDeliveryQueue(int room) {
    this.room = room;
  }

  @Override
  public synchronized Stored store(Delivery delivery) {
    String key = delivery.from() + " " + delivery.id();
    if (known.contains(key)) {
      return Stored.KNOWN;
    }
    if (all.size() - done.size() >= room) {
      return Stored.FULL;
    }
    known.add(key);
    all.add(new Queued(all.size() + 1L, delivery));
    return Stored.NEW;
  }

  @Override
  public synchronized List<Queued> waiting(int most) {
    return all.stream().filter(each -> !done.contains(each.number())).limit(most).toList();
  }

  @Override
  public synchronized List<Queued> waitingAfter(long number, int most) {
    return all.stream()
        .filter(each -> each.number() > number && !done.contains(each.number()))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized Load load() {
    List<Queued> waiting = waiting(Integer.MAX_VALUE);
    return new Load(
        all.size(),
        waiting.size(),
        waiting.stream().findFirst().map(each -> each.delivery().received()));
  }

  @Override
  public synchronized boolean isTaken(String item) {
    return items.containsKey(item);
  }

  @Override
  public synchronized void taken(TakenItem item) {
    items.putIfAbsent(item.id(), item);
  }

  @Override
  public synchronized void done(long number, String verdict) {
    done.add(number);
  }

  @Override
  public synchronized List<Queued> unanswered(int most) {
    return all.stream()
        .filter(each -> !answered.contains(each.number()))
        .filter(each -> AgentCall.in(each.delivery()).isPresent())
        .limit(most)
        .toList();
  }

  @Override
  public synchronized void answered(long number) {
    answered.add(number);
  }

  @Override
  public synchronized List<TakenItem> items(int most) {
    return items.values().stream().toList().reversed().stream().limit(most).toList();
  }

  @Override
  public synchronized Optional<Delivery> find(long number) {
    return all.stream().filter(each -> each.number() == number).map(Queued::delivery).findFirst();
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
