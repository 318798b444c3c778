package dev.signalbox.delegation;

import dev.signalbox.runner.Transcript;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.Question;
import dev.signalbox.session.Tokens;
import dev.signalbox.session.TurnResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was seen of an agent elsewhere, as the output of an agent. */
final class WatchTranscript implements Transcript {
  private static final int ACTIVITY_CHARS_MAX = 80;

  private final WatchLog log;
  private final Runnable looking;
  private long offset;

  /**
   * A transcript.
   *
   * @param offset where the signals begin that are not told yet
   * @param looking looks at services if that is due, and returns at once
   */
  WatchTranscript(WatchLog log, long offset, Runnable looking) {
    this.log = log;
    this.offset = offset;
    this.looking = looking;
  }

  @Override
  public Part read() {
    looking.run();
    byte[] all = log.bytes();
    int from = (int) Math.min(offset, all.length);
    List<AgentSignal> signals = new ArrayList<>();
    WatchLog.events(Arrays.copyOfRange(all, from, all.length))
        .forEach(event -> signals.addAll(signals(event)));
    offset = all.length;
    return new Part(signals, pulse(all), offset, true);
  }

  private static List<AgentSignal> signals(WatchEvent event) {
    return switch (event.kind()) {
      case STARTED ->
          List.of(
              new AgentSignal.Identified(event.id(), event.text()),
              new AgentSignal.StartConfirmed());
      case ASKED ->
          List.of(
              new AgentSignal.Asked(
                  new Question.Choice(
                      event.id(), List.of(new Question.Item(event.text(), List.of(), false)))));
      case UNSURE -> {
        List<String> lines = event.text().lines().toList();
        yield List.of(
            new AgentSignal.Asked(
                new Question.Choice(
                    event.id(),
                    List.of(
                        new Question.Item(
                            lines.getFirst(), lines.subList(1, lines.size()), false)))));
      }
      case ANSWERED -> List.of(new AgentSignal.QuestionClosed(event.id()));
      case READY ->
          List.of(
              new AgentSignal.TaskCompleted(),
              new AgentSignal.TurnEnded(new TurnResult.Completed()));
      case FAILED -> List.of(new AgentSignal.TurnEnded(new TurnResult.Failed(event.text())));
      case HANDING, FREED, HANDED, SAID, PULL_REQUEST, CHOSEN, STOPPING, ENDED -> List.of();
    };
  }

  static Pulse pulse(byte[] lines) {
    List<WatchEvent> events = WatchLog.events(lines);
    Optional<String> activity =
        events.isEmpty() ? Optional.empty() : Optional.of(activity(events.getLast()));
    return new Pulse(lines.length, 0, Tokens.NONE, 0, 0, activity);
  }

  private static String activity(WatchEvent event) {
    String said = event.kind() == WatchEvent.Kind.HANDING ? "" : event.text();
    String text = (event.kind().word() + " " + said).strip().replaceAll("\\s+", " ");
    return text.length() <= ACTIVITY_CHARS_MAX ? text : text.substring(0, ACTIVITY_CHARS_MAX);
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
