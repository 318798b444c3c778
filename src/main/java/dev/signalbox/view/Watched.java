package dev.signalbox.view;

import dev.signalbox.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What somebody knows of a run who has looked at it for a while.
 *
 * @param zone in which times are shown
 * @param goneFor how long no engine has answered; empty while one does
 * @param since since when each session stands as it does, by its id
 * @param news what changed meanwhile, the latest last
 */
public record Watched(
    ZoneId zone, Optional<Duration> goneFor, Map<String, Since> since, List<String> news) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  /** More than any screen has rows. */
  private static final int NEWS_MAX = 200;

  public Watched {
    since = Map.copyOf(since);
    news = List.copyOf(news);
  }

  /** Of somebody who has not looked yet. */
  public static Watched in(ZoneId zone) {
    return new Watched(zone, Optional.empty(), Map.of(), List.of());
  }

  /**
   * A session's state and its beginning.
   *
   * @param isSeen whether the beginning was seen; else the state is older than that
   */
  public record Since(String state, Instant begin, boolean isSeen) {}

  /**
   * The same, after another look.
   *
   * @param before the run at the look before; one that is not opened at the first
   */
  public Watched seen(RunView before, RunView now) {
    Map<String, Since> all = new TreeMap<>();
    for (SessionView session : now.sessions()) {
      String id = session.id().value();
      String state = session.standing().word();
      Since old = since.get(id);
      boolean isSame = old != null && old.state().equals(state);
      all.put(id, isSame ? old : new Since(state, now.at(), old != null));
    }
    List<String> more = new ArrayList<>();
    if (before.isOpened()) {
      more.addAll(ChangeText.lines(before, now, zone));
    }
    return new Watched(zone, goneFor, all, told(more));
  }

  /**
   * The same, while no engine answers.
   *
   * @param now the run as it was left, at this moment
   */
  public Watched gone(RunView now, Duration time) {
    boolean isNews = goneFor.isEmpty() && !now.head().course().isOver();
    return new Watched(
        zone,
        Optional.of(time),
        since,
        isNews ? told(List.of(clock(now.at()) + " The engine is gone")) : news);
  }

  /** The same, now that an engine answers. */
  public Watched answered(RunView now) {
    return goneFor.isEmpty()
        ? this
        : new Watched(
            zone,
            Optional.empty(),
            since,
            told(List.of(clock(now.at()) + " An engine is at work again")));
  }

  private List<String> told(List<String> more) {
    List<String> all = new ArrayList<>(news);
    all.addAll(more);
    return all.subList(Math.max(0, all.size() - NEWS_MAX), all.size());
  }

  /** A moment as a clock shows it. */
  String clock(Instant at) {
    return CLOCK.format(at.atZone(zone));
  }

  /** How long a session stands as it does; {@code >3m} where the beginning was not seen. */
  String standsFor(SessionId session, Instant now) {
    Since stands = since.get(session.value());
    if (stands == null) {
      return "-";
    }
    return (stands.isSeen() ? "" : ">") + Amounts.time(Duration.between(stands.begin(), now));
  }
}
