package dev.signalbox.runner;

import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Pulse;
import java.util.List;
import java.util.Optional;

/**
 * The two directions of one process's conversation. It remembers what it has read (open questions,
 * costs), so a new one is made for every reading from the start. Not safe for several threads.
 */
public interface Exchange {

  /**
   * What one line of output means; nothing for junk, which never throws.
   *
   * @param line without its line feed
   */
  List<AgentSignal> read(String line);

  /** What was read so far; {@code bytes} is filled in by the caller. */
  Pulse pulse();

  /**
   * What the protocol wants said in answer to what was read so far, without anybody's decision: the
   * next step of a handshake, a refusal of what no host offers. All of it since the first line, in
   * order; the same output always gives the same replies, so that whoever reads it again, after a
   * kill, says what is missing and nothing twice.
   *
   * @return each reply as one line without its line feed
   */
  default List<String> replies() {
    return List.of();
  }

  /**
   * The lines that carry a message, each without its line feed; none for a message that this agent
   * cannot be told, and for {@link AgentMessage.EndInput}, which is the end of the input. A message
   * may be written again, and then gives the same lines.
   *
   * @param sequence the message's number, for ids that must be unique
   * @return empty if it cannot be said yet, such as a next turn while one is running: the caller
   *     asks again when more was read
   */
  Optional<List<String>> write(long sequence, AgentMessage message);

  /**
   * What of a message its own lines do not carry, such as the reason of a refusal where the
   * protocol has no place for one. It is said after the message as soon as it can be, with the
   * message's number; asked for after {@link #write} or {@link #said} of a {@link
   * AgentMessage.Deny}, as often as that is.
   */
  default Optional<AgentMessage> rest(AgentMessage message) {
    return Optional.empty();
  }

  /**
   * Takes note of a message that was said before, by an earlier Signalbox: who takes turns has to
   * know which one is running.
   */
  default void said(long sequence, AgentMessage message) {}
}
