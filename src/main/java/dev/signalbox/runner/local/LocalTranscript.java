package dev.signalbox.runner.local;

import dev.signalbox.redaction.Redactor;
import dev.signalbox.runner.AgentRedaction;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.Transcript;
import dev.signalbox.session.AgentSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A transcript of one attempt, through its dialect. The dialect hears everything, since it has to
 * say things back; what it makes of it is handed on without secrets.
 */
final class LocalTranscript implements Transcript {
  private final LineFile lines;
  private final Exchange exchange;
  private final long toldBefore;
  private final Consumer<List<String>> replies;
  private final Supplier<Redactor> redactor;

  /**
   * A transcript from its first line.
   *
   * @param replies is given, after every reading that found something, all that the protocol wants
   *     said so far
   * @param redactor the one of the moment
   */
  LocalTranscript(
      LineFile lines,
      Exchange exchange,
      long toldBefore,
      Consumer<List<String>> replies,
      Supplier<Redactor> redactor) {
    this.lines = lines;
    this.exchange = exchange;
    this.toldBefore = toldBefore;
    this.replies = replies;
    this.redactor = redactor;
  }

  @Override
  public Part read() {
    AgentRedaction redaction = new AgentRedaction(redactor.get());
    List<AgentSignal> signals = new ArrayList<>();
    long before = lines.offset();
    boolean isAtEnd =
        lines.read((line, end) -> {
          List<AgentSignal> said = exchange.read(line);
          if (end > toldBefore) {
            said.forEach(signal -> signals.add(redaction.of(signal)));
          }
        });
    if (lines.offset() > before) {
      replies.accept(exchange.replies());
    }
    return new Part(
        signals, redaction.of(exchange.pulse()).withBytes(lines.seen()), lines.offset(), isAtEnd);
  }

  /** The file is open only while it is read: a thousand transcripts hold no descriptor. */
  @Override
  public void close() {
    lines.close();
  }
}
