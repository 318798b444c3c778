package dev.signalbox.tracker.linear;

import dev.signalbox.limit.Limits;
import dev.signalbox.plan.IssueId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What an answer showed beside what was asked for. It stands for the one reading that follows at
 * once, and for no other.
 *
 * @param <T> what was shown of an issue
 */
final class JustSeen<T> {
  private final ConcurrentMap<IssueId, Seen<T>> seen = new ConcurrentHashMap<>();

  private record Seen<T>(T value, long nanos) {}

  void put(IssueId issue, T value) {
    seen.put(issue, new Seen<>(value, System.nanoTime()));
  }

  void forget(IssueId issue) {
    seen.remove(issue);
  }

  /** What was shown a moment ago, to the first who asks. */
  Optional<T> take(IssueId issue) {
    return Optional.ofNullable(seen.remove(issue))
        .filter(it -> System.nanoTime() - it.nanos() < Limits.JUST_SEEN.toNanos())
        .map(Seen::value);
  }
}
