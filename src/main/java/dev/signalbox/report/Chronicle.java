package dev.signalbox.report;

import dev.signalbox.engine.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happened when, from the first fact of a run to its last, or to now while it is open.
 *
 * @param lanes in the order of the sessions
 * @param asked in the order in which they were opened
 * @param end the state that it came to
 */
public record Chronicle(
    Instant from, Instant until, List<Lane> lanes, List<Asked> asked, RunState end) {
  public Chronicle {
    lanes = List.copyOf(lanes);
    asked = List.copyOf(asked);
  }

  /** The whole time. */
  Duration length() {
    return Duration.between(from, until);
  }

  /** The time in which at least one question to a person was open. */
  Duration personAwaited() {
    List<Asked> byOpening = asked.stream().sorted(Comparator.comparing(Asked::opened)).toList();
    Duration sum = Duration.ZERO;
    Instant covered = from;
    for (Asked each : byOpening) {
      Instant start = each.opened().isAfter(covered) ? each.opened() : covered;
      Instant end = each.closed().orElse(until);
      if (end.isAfter(start)) {
        sum = sum.plus(Duration.between(start, end));
        covered = end;
      }
    }
    return sum;
  }

  /** The most sessions that were worked on at the same moment. */
  int mostAtOnce() {
    List<Stretch> work =
        lanes.stream()
            .flatMap(lane -> lane.stretches().stream())
            .filter(stretch -> stretch.activity().isWork())
            .toList();
    List<Instant> starts = new ArrayList<>(work.stream().map(Stretch::from).toList());
    int most = 0;
    for (Instant start : starts) {
      int here =
          (int)
              work.stream()
                  .filter(each -> !each.from().isAfter(start) && each.until().isAfter(start))
                  .count();
      most = Math.max(most, here);
    }
    return most;
  }
}
