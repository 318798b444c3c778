package dev.signalbox.runner.local;

import dev.signalbox.runner.Exchange;
import dev.signalbox.session.AgentMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that is said to one process, by whichever thread: messages and what the protocol wants
 * said by itself, each once. It has a conversation of its own, read to the end of the output before
 * each message, since an answer may need what was asked; a transcript may be further behind.
 */
final class Mailbox {
  private final AttemptFolder folder;
  private final Exchange exchange;
  private final LineFile output;

  /** What the agent cannot take yet, by sequence. */
  private final Map<Long, AgentMessage> waiting = new TreeMap<>();

  private int repliesSaid;

  Mailbox(AttemptFolder folder, Exchange exchange, LineFile output) {
    this.folder = folder;
    this.exchange = exchange;
    this.output = output;
  }

  /** Publishes the message, or keeps it until the agent can take it. */
  synchronized void send(long sequence, AgentMessage message) {
    if (message instanceof AgentMessage.EndInput) {
      folder.publishEnd();
    } else {
      readOutput();
      say(sequence, message);
    }
    ring();
  }

  /** Publishes those of the protocol's replies that were not, and what can be taken now. */
  synchronized void answer(List<String> replies) {
    boolean isNew = replies.size() > repliesSaid || !waiting.isEmpty();
    for (int i = repliesSaid; i < replies.size(); i++) {
      folder.publish("reply-" + i, List.of(replies.get(i)));
    }
    repliesSaid = Math.max(repliesSaid, replies.size());
    if (!waiting.isEmpty()) {
      readOutput();
      Map.copyOf(waiting).keySet().stream()
          .sorted()
          .forEach(each -> Optional.ofNullable(waiting.remove(each)).ifPresent(m -> say(each, m)));
    }
    if (isNew) {
      ring();
    }
  }

  /** Written also if it is there already: the conversation has to know of it. */
  private void say(long sequence, AgentMessage message) {
    Optional<List<String>> lines = exchange.write(sequence, message);
    if (lines.isPresent()) {
      folder.publish("message-" + sequence, lines.get());
    } else {
      waiting.put(sequence, message);
    }
  }

  private void readOutput() {
    boolean isAtEnd;
    do {
      isAtEnd = output.read((line, _) -> exchange.read(line));
    } while (!isAtEnd);
  }

  private void ring() {
    if (folder.exitCode().isEmpty()) {
      folder.ring();
    }
  }
}
