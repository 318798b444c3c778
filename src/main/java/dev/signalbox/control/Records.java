package dev.signalbox.control;

import dev.signalbox.report.Report;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.Spoken;
import dev.signalbox.view.FeedbackRow;
import dev.signalbox.view.ReviewView;
import dev.signalbox.view.RunLine;
import dev.signalbox.view.RunView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What surfaces read of a state folder, whether or not an engine runs for it. */
public interface Records {

  /**
   * Which agent process.
   *
   * @param folder empty: the one of the repository around the current folder
   * @param run empty: the open one, else the last
   * @param attempt empty: the last
   */
  record Which(
      Optional<String> folder, Optional<RunId> run, SessionId session, OptionalInt attempt) {}

  /** The output of one agent process, read as it grows. */
  interface Log {
    /** What came since the last call; empty when nothing more is there. */
    List<Spoken> more();

    /** How the process ended; empty while it works. All that it wrote is there by then. */
    Optional<AgentExit> exit();

    /** Whether it is the agent's own screen, of which only the person saw anything. */
    default boolean isScreen() {
      return false;
    }
  }

  /**
   * The number of a session's last process, from 1; 0 before the first.
   *
   * @param which the attempt in it is ignored
   */
  default int lastAttempt(Which which) {
    return 0;
  }

  /**
   * The log of an agent process.
   *
   * @throws dev.signalbox.error.SignalboxException {@code RECORD_MISSING} when there is none
   */
  Log log(Which which);

  /**
   * What a run did.
   *
   * @param run empty: the open one, else the last
   * @throws dev.signalbox.error.SignalboxException {@code RECORD_MISSING} when there is none
   */
  Report report(Optional<String> folder, Optional<RunId> run);

  /**
   * What was reviewed in a run.
   *
   * @param run empty: the open one, else the last
   * @return empty where no run ever was
   * @throws dev.signalbox.error.SignalboxException {@code RECORD_MISSING} for an unknown run
   */
  default List<ReviewView> reviews(Optional<String> folder, Optional<RunId> run) {
    return List.of();
  }

  /**
   * The open run, else the last, as far as the journal and the outputs tell. Nothing is written.
   *
   * @return empty where no run ever was
   */
  Optional<RunView> lastKnown(Optional<String> folder);

  /** What came in from other systems, latest first. */
  default List<FeedbackRow> feedback(Optional<String> folder, int most) {
    return List.of();
  }

  /** The runs of a state folder, latest first. */
  default List<RunLine> runs(Optional<String> folder, int most) {
    return List.of();
  }
}
