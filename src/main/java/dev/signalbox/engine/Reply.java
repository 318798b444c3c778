package dev.signalbox.engine;

import dev.signalbox.engine.SessionState.Retry;
import java.util.Optional;

/** What is said on the forge to who remarked something, once it is settled. */
public sealed interface Reply {

  /** Nothing was said, or nothing is to be said. */
  record None() implements Reply {}

  /**
   * It is being said.
   *
   * @param cause the fact that asked for it last
   */
  record Begun(To at, long cause, Retry retry) implements Reply {}

  /**
   * Nothing more is said.
   *
   * @param note why it could not be said; else empty
   */
  record Over(To at, String note) implements Reply {}

  /**
   * What is answered, and how.
   *
   * @param remark the forge's own id with its kind, such as {@code review-comment:123}
   */
  record To(int pullRequest, String remark, Manner manner) {
    /** Whether it stands on a line, where an answer goes into its thread. */
    public boolean isOnLine() {
      return remark.startsWith("review-comment:");
    }
  }

  /** What is said. */
  enum Manner {
    /** Which commit changed something for it; the thread is closed. */
    ADDRESSED,
    /** Something was changed for it, in work that was given up before it was shown. */
    GIVEN_UP,
    /** Why nothing was. */
    DECLINED,
    /** The work is done without it. */
    LEFT,
    /** A person has seen it. */
    SEEN,
    /** It became an issue. */
    FILED,
    /** It came when the session was over: one comment tells of all of those. */
    SUMMARY
  }

  /** What is answered; empty where nothing is. */
  default Optional<To> to() {
    return switch (this) {
      case None _ -> Optional.empty();
      case Begun begun -> Optional.of(begun.at());
      case Over over -> Optional.of(over.at());
    };
  }

  /** Whether something is still to be said. */
  default boolean isPending() {
    return switch (this) {
      case Begun _ -> true;
      case None _, Over _ -> false;
    };
  }
}
