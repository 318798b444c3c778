package dev.signalbox.delegation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that was seen of an agent elsewhere, or done about it. Text in it is from outside.
 *
 * @param id what it is about: a session, question or pull request of others; may be empty
 */
record WatchEvent(Kind kind, Instant at, String id, String text) {

  /** What it is. */
  enum Kind {
    /** The issue is about to be handed over: the text is what is {@link Known} already. */
    HANDING,
    /** The issue is not the agent's, so that a service sees a change when it becomes that. */
    FREED,
    /** The issue was handed over. */
    HANDED,
    /** The first sign of the agent: the id is its session's, the text its name for it. */
    STARTED,
    /** It said something. */
    SAID,
    /** It asks: the id is the question's. */
    ASKED,
    /** Its question is settled. */
    ANSWERED,
    /** Its pull request was found: the id is the number, the text the branch. */
    PULL_REQUEST,
    /**
     * Several pull requests may be its own: the id is the question's, the text what is asked, then
     * an answer in each line.
     */
    UNSURE,
    /** A person answered: the id is the question's, the text the number; empty for none of them. */
    CHOSEN,
    /** It says that it is done: the id is the commit, or what else tells one end from another. */
    READY,
    /** It failed. */
    FAILED,
    /** The issue is to be taken back. */
    STOPPING,
    /** It is over: the id is the exit code that it counts as. */
    ENDED;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Kind> of(String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /** The last event of a kind. */
  static Optional<WatchEvent> last(List<WatchEvent> events, Kind kind) {
    return events.stream().filter(event -> event.kind == kind).reduce((_, later) -> later);
  }

  static boolean has(List<WatchEvent> events, Kind kind, String id) {
    return events.stream().anyMatch(event -> event.kind == kind && event.id.equals(id));
  }
}
