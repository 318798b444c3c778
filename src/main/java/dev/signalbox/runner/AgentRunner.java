package dev.signalbox.runner;

import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.Pulse;

/**
 * Runs agent processes that outlive Signalbox (design section 6).
 *
 * <p>Every method may be called again after a kill at any moment, by another Signalbox process, and
 * then does what is left to do. Calls for one attempt come from one thread at a time.
 */
public interface AgentRunner {

  /**
   * Starts the attempt's process, once: if it runs, or has ever run, nothing is started.
   *
   * @return what there is now; a refusal leaves nothing behind
   */
  StartOutcome start(LaunchOrder order);

  /**
   * Hands a message to the agent: once and whole, in the order of the sequence, however often it is
   * sent. Messages to a process that has ended are kept and never read. One that the agent cannot
   * take yet, because its turn is running, waits in this runner and is handed over while its output
   * is read; after a restart it has to be sent again.
   *
   * @param sequence from 1, the journal's number of the message; rises within an attempt
   */
  void send(AttemptKey attempt, long sequence, AgentMessage message);

  /**
   * Opens the attempt's output. While it is read, the runner says by itself what the agent's
   * protocol asks for, such as the steps of a handshake. Everything is read again from the
   * beginning, since costs and open questions are in it; signals that end at or before {@code
   * offset} are not told again.
   *
   * @param offset a {@link Transcript.Part#offset()} of before; 0 at first
   */
  Transcript open(AttemptKey attempt, long offset);

  /** What the attempt's whole output shows; nothing is said to the agent. */
  Pulse pulse(AttemptKey attempt);

  /** Whether the process lives. */
  Liveness look(AttemptKey attempt);

  /**
   * Ends the process and everything that it started. {@link StopManner#GRACEFUL} asks and returns
   * at once; {@link StopManner#FORCED} returns when nothing of it lives.
   */
  void stop(AttemptKey attempt, StopManner manner);
}
