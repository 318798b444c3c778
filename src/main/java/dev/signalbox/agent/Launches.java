package dev.signalbox.agent;

import dev.signalbox.plan.LaunchMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * With which permissions a program can be started.
 *
 * @param ways how, by mode; one that is absent it cannot do
 * @param lacks why not, for modes that are absent from {@code ways}; may be silent on some
 */
public record Launches(Map<LaunchMode, LaunchWay> ways, Map<LaunchMode, String> lacks) {
  public Launches {
    EnumMap<LaunchMode, LaunchWay> ordered = new EnumMap<>(LaunchMode.class);
    ordered.putAll(ways);
    ways = Collections.unmodifiableMap(ordered);
    EnumMap<LaunchMode, String> reasons = new EnumMap<>(LaunchMode.class);
    reasons.putAll(lacks);
    lacks = Collections.unmodifiableMap(reasons);
  }

  /** Why that mode cannot be had, without a full stop; empty where it can. */
  public Optional<String> lack(LaunchMode launch) {
    if (ways.containsKey(launch)) {
      return Optional.empty();
    }
    String words = launch.title().toLowerCase(Locale.ROOT);
    String reason = lacks.get(launch);
    return Optional.of("cannot do " + words + (reason == null ? "" : ": it " + reason));
  }
}
