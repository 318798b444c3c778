package dev.signalbox.runner.local;

import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.Transcript;
import dev.signalbox.session.AgentSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A transcript of one attempt, through its dialect. */
final class LocalTranscript implements Transcript {
  private final LineFile lines;
  private final Exchange exchange;
  private final long toldBefore;
  private final Consumer<List<String>> replies;

  /**
   * A transcript from its first line.
   *
   * @param replies is given, after every reading that found something, all that the protocol wants
   *     said so far
   */
  LocalTranscript(
      LineFile lines, Exchange exchange, long toldBefore, Consumer<List<String>> replies) {
    this.lines = lines;
    this.exchange = exchange;
    this.toldBefore = toldBefore;
    this.replies = replies;
  }

  @Override
  public Part read() {
    List<AgentSignal> signals = new ArrayList<>();
    long before = lines.offset();
    boolean isAtEnd =
        lines.read((line, end) -> {
          List<AgentSignal> said = exchange.read(line);
          if (end > toldBefore) {
            signals.addAll(said);
          }
        });
    if (lines.offset() > before) {
      replies.accept(exchange.replies());
    }
    return new Part(signals, exchange.pulse().withBytes(lines.seen()), lines.offset(), isAtEnd);
  }

  /** The file is open only while it is read: a thousand transcripts hold no descriptor. */
  @Override
  public void close() {
    lines.close();
  }
}
