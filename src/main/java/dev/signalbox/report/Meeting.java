package dev.signalbox.report;

import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * Two sessions whose work may meet.
 *
 * @param second the base where it met work that is not of the run
 * @param foreseen what the dispatch table had ordered because of it
 * @param files that both changed, as handed in
 */
record Meeting(
    SessionId first, Optional<SessionId> second, Foreseen foreseen, List<String> files, Met met) {
  Meeting {
    files = List.copyOf(files);
  }

  /** What the plan's verdicts had made of the two. */
  enum Foreseen {
    /** One starts from the other's work. */
    ONE_AFTER_THE_OTHER("one after the other"),
    /** Both at once, and one merges first. */
    MERGE_ORDER("merge order"),
    /** Both at once, in any order. */
    NOTHING("-");

    private final String words;

    Foreseen(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** What a person had to decide. */
  enum Met {
    NOTHING("-"),
    /** Files did not merge. */
    CONFLICT("files in conflict"),
    /** They merged and did not fit together. */
    SEMANTIC("did not fit together");

    private final String words;

    Met(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  boolean isForeseen() {
    return foreseen != Foreseen.NOTHING;
  }

  boolean isMet() {
    return met != Met.NOTHING;
  }
}
