package dev.signalbox.runner.local;

import dev.signalbox.runner.Exchange;
import dev.signalbox.session.AgentMessage;
import java.util.List;

/**
 * The conversation that messages are written in. An answer may need what was asked, so the output
 * is read to its end before each message; a transcript has a conversation of its own, which may be
 * further behind.
 */
final class Speech {
  private final Exchange exchange;
  private final LineFile output;

  Speech(Exchange exchange, LineFile output) {
    this.exchange = exchange;
    this.output = output;
  }

  /** The lines that carry the message. */
  List<String> lines(long sequence, AgentMessage message) {
    boolean isAtEnd;
    do {
      isAtEnd = output.read((line, _) -> exchange.read(line));
    } while (!isAtEnd);
    return exchange.write(sequence, message);
  }
}
