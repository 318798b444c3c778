package dev.signalbox.runner.local;

import dev.signalbox.runner.Exchange;
import dev.signalbox.session.AgentMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything that is said to one process, by whichever thread: messages and what the protocol wants
 * said by itself, each once. It has a conversation of its own, read to the end of the output before
 * each message, since an answer may need what was asked; a transcript may be further behind.
 */
final class Mailbox {
  private final AttemptFolder folder;
  private final Exchange exchange;
  private final LineFile output;

  /** What the agent cannot take yet, in the order in which it is to be said. */
  private final SortedSet<Letter> waiting =
      new TreeSet<>(Comparator.comparingLong(Letter::sequence).thenComparing(Letter::key));

  private int repliesSaid;

  /**
   * Something to say once.
   *
   * @param key under which it is published
   */
  private record Letter(long sequence, String key, AgentMessage message) {}

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
      say(sequence, message);
    }
    ring();
  }

  /** Publishes those of the protocol's replies that were not, and what can be taken now. */
  synchronized void answer(List<String> replies) {
    boolean isNothing = replies.size() <= repliesSaid && waiting.isEmpty();
    if (isNothing || folder.exitCode().isPresent()) {
      return;
    }
    for (String reply : replies.subList(Math.min(repliesSaid, replies.size()), replies.size())) {
      folder.publish("reply-" + repliesSaid, List.of(reply));
      repliesSaid++;
    }
    List<Letter> due = List.copyOf(waiting);
    waiting.clear();
    due.forEach(this::say);
    ring();
  }

  private void say(long sequence, AgentMessage message) {
    String key = "message-" + sequence;
    say(new Letter(sequence, key, message));
    if (message instanceof AgentMessage.Deny) {
      // What it was about, the output tells; also where it was published before.
      output.readToEnd((line, _) -> exchange.read(line));
      exchange.rest(message).ifPresent(rest -> say(new Letter(sequence, key + "-rest", rest)));
    }
  }

  private void say(Letter letter) {
    if (folder.isPublished(letter.key())) {
      exchange.said(letter.sequence(), letter.message());
      return;
    }
    output.readToEnd((line, _) -> exchange.read(line));
    Optional<List<String>> lines = exchange.write(letter.sequence(), letter.message());
    if (lines.isPresent()) {
      folder.publish(letter.key(), lines.get());
    } else {
      waiting.add(letter);
    }
  }

  private void ring() {
    if (folder.exitCode().isEmpty()) {
      folder.ring();
    }
  }
}
