package dev.signalbox.runner.acp;

import dev.signalbox.limit.Limits;
import dev.signalbox.runner.OwnWords;
import dev.signalbox.session.AgentSignal;
import java.util.ArrayList;
import java.util.List;

/**
 * What the agent says, put together from pieces that end anywhere. Whole lines outside of code are
 * told at once; the rest waits for the end of the message, since a word may go on.
 */
final class Utterance {
  private static final String FENCE = "```";

  private final OwnWords words = new OwnWords();
  private final StringBuilder block = new StringBuilder();
  private final StringBuilder start = new StringBuilder();
  private String message = "";
  private int lineStart;
  private boolean isCode;
  private boolean isCompleted;

  /**
   * Takes the next piece.
   *
   * @param messageId the message that it belongs to; empty where the agent does not tell
   */
  List<AgentSignal> add(String messageId, String piece) {
    List<AgentSignal> signals = new ArrayList<>();
    if (!messageId.equals(message)) {
      signals.addAll(end());
      message = messageId;
    }
    int room = Limits.REASON_CHARS_MAX - start.length();
    start.append(piece, 0, Math.clamp(room, 0, piece.length()));
    int from = 0;
    for (int at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
      block.append(piece, from, at + 1);
      from = at + 1;
      endLine(signals);
    }
    block.append(piece, from, piece.length());
    if (block.length() > Limits.AGENT_PART_BYTES_MAX) {
      tell(signals);
    }
    return signals;
  }

  /** The message is over: what comes next is another one. */
  List<AgentSignal> end() {
    List<AgentSignal> signals = new ArrayList<>();
    tell(signals);
    start.setLength(0);
    isCode = false;
    isCompleted = false;
    message = "";
    return signals;
  }

  /** How the message begins. */
  String start() {
    return start.toString();
  }

  private void endLine(List<AgentSignal> signals) {
    if (block.substring(lineStart).stripLeading().startsWith(FENCE)) {
      isCode = !isCode;
    }
    if (isCode) {
      lineStart = block.length();
    } else {
      tell(signals);
    }
  }

  private void tell(List<AgentSignal> signals) {
    for (AgentSignal signal : words.in(block.toString())) {
      boolean isRepeated = isCompleted && signal instanceof AgentSignal.TaskCompleted;
      isCompleted |= signal instanceof AgentSignal.TaskCompleted;
      if (!isRepeated) {
        signals.add(signal);
      }
    }
    block.setLength(0);
    lineStart = 0;
  }
}
