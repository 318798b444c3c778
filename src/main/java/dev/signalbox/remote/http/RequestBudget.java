package dev.signalbox.remote.http;

import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Counts every request that is really sent, repeats too, by what it was for, and stops before a
 * fault of ours uses up what the account may do: per hour in all, and per hour for one session.
 *
 * <p>Safe for several threads. Hours are fixed windows that begin with their first request.
 */
public final class RequestBudget {
  private static final Duration WINDOW = Duration.ofHours(1);

  /** For whom requests are sent while nobody is named. */
  public static final String NOBODY = "engine";

  private static final ScopedValue<String> SESSION = ScopedValue.newInstance();

  private final int allMax;
  private final int sessionMax;
  private final SortedMap<Purpose, Long> sent =
      new TreeMap<>(Comparator.comparing(Purpose::session).thenComparing(Purpose::word));
  private final Map<String, Integer> inWindow = new HashMap<>();
  private int allInWindow;
  private Instant windowEnd = Instant.MIN;

  /**
   * What a request was for.
   *
   * @param session whom it served; {@link #NOBODY} where it was none's
   * @param word what it did
   */
  public record Purpose(String session, String word) {}

  /**
   * A budget.
   *
   * @param allMax requests in one hour
   * @param sessionMax requests in one hour for one session
   */
  public RequestBudget(int allMax, int sessionMax) {
    this.allMax = allMax;
    this.sessionMax = sessionMax;
  }

  /** The limits of {@link Limits}. */
  public static RequestBudget ordinary() {
    return new RequestBudget(Limits.REQUESTS_PER_HOUR_MAX, Limits.REQUESTS_PER_SESSION_MAX);
  }

  /** Counts the requests of {@code work}, on this thread, for that session. */
  public static <T> T during(String session, Supplier<T> work) {
    return ScopedValue.where(SESSION, session).call(work::get);
  }

  /** How often what was sent so far, by session and word. */
  public synchronized SortedMap<Purpose, Long> sent() {
    return new TreeMap<>(sent);
  }

  /** How many requests were sent for that session so far. */
  public synchronized long sent(String session) {
    return sent.entrySet().stream()
        .filter(each -> each.getKey().session().equals(session))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Takes one request out of the budget; a failure where nothing is left, and nothing is taken. */
  synchronized Optional<Failure> spend(String word, Instant now) {
    if (!now.isBefore(windowEnd)) {
      windowEnd = now.plus(WINDOW);
      inWindow.clear();
      allInWindow = 0;
    }
    String session = SESSION.orElse(NOBODY);
    int ofSession = inWindow.getOrDefault(session, 0);
    // What serves no session, such as looking after all of them, is bounded by the whole.
    if (allInWindow >= allMax || (ofSession >= sessionMax && !session.equals(NOBODY))) {
      return Optional.of(spent(session, now));
    }
    allInWindow++;
    inWindow.put(session, ofSession + 1);
    sent.merge(new Purpose(session, word), 1L, Long::sum);
    return Optional.empty();
  }

  private Failure spent(String session, Instant now) {
    String reason =
        allInWindow >= allMax
            ? "expected at most %d requests in an hour, found all of them sent".formatted(allMax)
            : "expected at most %d requests in an hour for %s, found all of them sent"
                .formatted(sessionMax, session);
    return new Failure(
        Failure.Kind.BUDGET_SPENT,
        reason,
        windowEnd.isAfter(now) ? Optional.of(windowEnd) : Optional.empty());
  }
}
