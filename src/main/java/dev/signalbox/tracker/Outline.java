package dev.signalbox.tracker;

import dev.signalbox.limit.Limits;
import java.util.Optional;

/**
 * What a tracker says of an issue besides its work: how people have planned it.
 *
 * @param url where a person sees it
 * @param milestone its name, cut where it is long; empty where there is none
 * @param priority in the tracker's own words, cut where they are long; empty where there is none
 */
public record Outline(String url, Optional<String> milestone, Optional<String> priority) {
  public Outline {
    milestone = milestone.flatMap(Outline::brief);
    priority = priority.flatMap(Outline::brief);
  }

  private static Optional<String> brief(String words) {
    String line = words.strip();
    String start = line.substring(0, Math.min(line.length(), Limits.REGISTRY_CELL_CHARS_MAX));
    return Optional.of(start).filter(it -> !it.isEmpty());
  }
}
