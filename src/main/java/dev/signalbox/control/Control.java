package dev.signalbox.control;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.TableEdit;
import dev.signalbox.session.SessionId;
import dev.signalbox.view.RunView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A running engine, as a person's commands see it. Safe for many threads.
 *
 * <p>Every method throws {@link dev.signalbox.error.SignalboxException} when the engine cannot be
 * reached; what the engine itself says to a command is the {@link Answer}.
 */
public interface Control {

  /** The run as it is now. */
  RunView look();

  /**
   * Waits until something changed, or the time is over.
   *
   * @param since {@link RunView#version()} of the last one seen
   * @param longest the wait; longer ones than {@code Limits.NEWS_WAIT_MAX} end there
   * @return the run as it is then, changed or not
   */
  RunView await(long since, Duration longest);

  /**
   * Decides a gate. The decision counts only for the text with that hash.
   *
   * @param who the person
   */
  Answer decide(GateRef gate, GateDecision decision, String who);

  /**
   * Changes the dispatch table that a gate asks about. Another gate asks about the new table then;
   * where anything is in the way, the answer names all of it and nothing changes.
   *
   * @param gate the table that was seen
   * @param who the person
   */
  Answer revise(GateRef gate, List<TableEdit> edits, String who);

  /** Says something to a session's agent. */
  Answer tell(SessionId session, String text, String who);

  /**
   * Gives a session up, or stops the whole run.
   *
   * @param session empty: the run
   * @param why may be empty
   */
  Answer cancel(Optional<SessionId> session, String why, String who);

  /**
   * Ends a session's process and leaves its conversation to the person, who gives it back by the
   * gate that is opened then.
   */
  Answer takeOver(SessionId session, String who);

  /** Tries a failed session again. */
  Answer retry(SessionId session, String who);
}
