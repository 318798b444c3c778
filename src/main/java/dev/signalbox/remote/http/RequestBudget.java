package dev.signalbox.remote.http;

import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.OnBehalf;
import dev.signalbox.remote.OnBehalf.Urgency;
import dev.signalbox.remote.Requests;
import dev.signalbox.session.SessionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts every request that is really sent, repeats too, by what it was for, and stops before a
 * fault of ours uses up what the account may do: per hour in all, and per hour for one session.
 * What a service answers with "not modified" it does not count, and neither does the budget.
 *
 * <p>The last part of both is kept for what matters more: looks stop before steps, and steps before
 * what keeps claims, which only the whole bounds. Whoever is stopped is told from when on it can be
 * done, and so is {@link OnBehalf}.
 *
 * <p>Safe for several threads. Hours are fixed windows that begin with their first request.
 */
public final class RequestBudget {
  private static final Duration WINDOW = Duration.ofHours(1);

  /** For whom requests are sent while nobody is named. */
  public static final String NOBODY = "engine";

  /** One part in so many is kept from looks, and once more from steps. */
  private static final int KEPT_PART = 10;

  private final int allMax;
  private final int sessionMax;
  private final Tally tally;
  private final SortedMap<Purpose, Requests> sent =
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

  /** Hears of each request. */
  @FunctionalInterface
  public interface Tally {
    /** So many more, or fewer, for that. */
    void add(Purpose purpose, Requests more);
  }

  /**
   * A budget.
   *
   * @param allMax requests in one hour
   * @param sessionMax requests in one hour for one session
   */
  public RequestBudget(int allMax, int sessionMax, Tally tally) {
    this.allMax = allMax;
    this.sessionMax = sessionMax;
    this.tally = tally;
  }

  /** The same, which nobody else counts. */
  public RequestBudget(int allMax, int sessionMax) {
    this(allMax, sessionMax, (_, _) -> {});
  }

  /** The limits of {@link Limits}. */
  public static RequestBudget ordinary(Tally tally) {
    return new RequestBudget(Limits.REQUESTS_PER_HOUR_MAX, Limits.REQUESTS_PER_SESSION_MAX, tally);
  }

  /** How often what was sent so far, by session and word. */
  public synchronized SortedMap<Purpose, Requests> sent() {
    return new TreeMap<>(sent);
  }

  /** How many requests were sent for that session so far. */
  public synchronized Requests sent(String session) {
    return sent.entrySet().stream()
        .filter(each -> each.getKey().session().equals(session))
        .map(Map.Entry::getValue)
        .reduce(Requests.NONE, Requests::plus);
  }

  private static Optional<SessionKey> session() {
    return OnBehalf.current().flatMap(OnBehalf::session);
  }

  /** Takes one request out of the budget; a failure where nothing is left, and nothing is taken. */
  synchronized Optional<Failure> spend(String word, Instant now) {
    if (!now.isBefore(windowEnd)) {
      windowEnd = now.plus(WINDOW);
      inWindow.clear();
      allInWindow = 0;
    }
    Urgency urgency = OnBehalf.current().map(OnBehalf::urgency).orElse(Urgency.STEP);
    Optional<SessionKey> session = session();
    // What serves no session, such as looking after all of them, is bounded by the whole.
    int ofSession = session.map(it -> inWindow.getOrDefault(it.toString(), 0)).orElse(0);
    boolean isSessionDone = session.isPresent() && ofSession >= ofSessionMax(urgency);
    if (allInWindow >= allMax(urgency) || isSessionDone) {
      OnBehalf.current().ifPresent(work -> work.putOff(windowEnd));
      return Optional.of(spent(session, urgency));
    }
    allInWindow++;
    session.ifPresent(it -> inWindow.merge(it.toString(), 1, Integer::sum));
    count(session, word, new Requests(1, 0));
    return Optional.empty();
  }

  /** Gives back what was taken for a request: the service does not count it. */
  synchronized void unchanged(String word) {
    Optional<SessionKey> session = session();
    allInWindow = Math.max(0, allInWindow - 1);
    session.ifPresent(
        it -> inWindow.computeIfPresent(it.toString(), (_, count) -> Math.max(0, count - 1)));
    count(session, word, new Requests(-1, 1));
  }

  private void count(Optional<SessionKey> session, String word, Requests more) {
    Purpose purpose = new Purpose(session.map(SessionKey::toString).orElse(NOBODY), word);
    sent.merge(purpose, more, Requests::plus);
    tally.add(purpose, more);
  }

  private int allMax(Urgency urgency) {
    return switch (urgency) {
      case LOOK -> allMax - 2 * (allMax / KEPT_PART);
      case STEP -> allMax - allMax / KEPT_PART;
      case CLAIM -> allMax;
    };
  }

  private int ofSessionMax(Urgency urgency) {
    return switch (urgency) {
      case LOOK -> sessionMax - 2 * (sessionMax / KEPT_PART);
      case STEP -> sessionMax;
      case CLAIM -> Integer.MAX_VALUE;
    };
  }

  private Failure spent(Optional<SessionKey> session, Urgency urgency) {
    String reason =
        allInWindow >= allMax(urgency)
            ? "expected at most %d requests in an hour, found all of them sent"
                .formatted(allMax(urgency))
            : "expected at most %d requests in an hour for %s, found all of them sent"
                .formatted(ofSessionMax(urgency), session.map(SessionKey::toString).orElse(NOBODY));
    return new Failure(Failure.Kind.BUDGET_SPENT, reason, Optional.of(windowEnd));
  }
}
