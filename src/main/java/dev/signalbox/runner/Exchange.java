package dev.signalbox.runner;

import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Pulse;
import java.util.List;

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
   * The lines that carry a message, each without its line feed; empty for a message that this agent
   * cannot be told, and for {@link AgentMessage.EndInput}, which is the end of the input.
   *
   * @param sequence the message's number, for ids that must be unique
   */
  List<String> write(long sequence, AgentMessage message);
}
