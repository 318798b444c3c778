package dev.signalbox.remote.http.github;

import dev.signalbox.limit.Limits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Answers with the tags under which GitHub knows them, so that what did not change costs nothing.
 * Those that were not used for the longest time go first. Safe for several threads.
 */
final class KnownAnswers {
  private final LinkedHashMap<String, Known> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long chars;

  /**
   * An answer.
   *
   * @param next where the following page is
   */
  record Known(String tag, JsonNode body, Optional<String> next, int size) {}

  synchronized Optional<Known> of(String target) {
    return Optional.ofNullable(kept.get(target));
  }

  synchronized void keep(String target, String tag, JsonNode body, Optional<String> next) {
    Known known = new Known(tag, body, next, body.toString().length());
    forget(target);
    kept.put(target, known);
    chars += known.size();
    while (kept.size() > Limits.GITHUB_ANSWERS_KEPT_MAX
        || chars > Limits.GITHUB_ANSWER_CHARS_KEPT_MAX) {
      Map.Entry<String, Known> eldest = kept.firstEntry();
      forget(eldest.getKey());
    }
  }

  private void forget(String target) {
    Known old = kept.remove(target);
    chars -= old == null ? 0 : old.size();
  }
}
