package dev.signalbox.remote.http;

import dev.signalbox.remote.Failure;
import java.time.Instant;
import java.util.Optional;

/** How one service says that a request failed, and when it wants no more of them. */
public interface ServiceRules {

  /**
   * The failure that an answer tells; empty when it worked. {@link #byStatus} is the plain reading.
   * A refusal for too many requests is {@link Failure.Kind#RATE_LIMITED}, whatever its status.
   */
  Optional<Failure> failure(JsonAnswer answer);

  /**
   * Until when the service takes no more requests, from headers of its own: of an answer that
   * refuses, or of one that used up what was left. Empty where it takes more, or does not say.
   * {@code Retry-After} is read by the caller.
   */
  Optional<Instant> closedUntil(JsonAnswer answer);

  /**
   * What the status alone says.
   *
   * @param words of the service, for a person; empty where it says nothing
   */
  static Optional<Failure> byStatus(JsonAnswer answer, String words) {
    return StatusRules.failure(answer.status(), words);
  }
}
