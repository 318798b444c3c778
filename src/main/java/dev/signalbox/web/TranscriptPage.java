package dev.signalbox.web;

import dev.signalbox.control.JsonText;
import dev.signalbox.control.Records;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.Question;
import dev.signalbox.session.Spoken;
import dev.signalbox.session.TurnResult;
import dev.signalbox.view.LogText;
import java.util.List;
import java.util.Optional;

/**
 * A part of what one agent process wrote.
 *
 * @param from the number of the first entry, from 0
 * @param total how many there are by now
 */
record TranscriptPage(
    int attempt,
    int attempts,
    int from,
    List<Spoken> entries,
    int total,
    Optional<AgentExit> exit) {
  /** As many in one page. */
  static final int ENTRIES_MAX = 200;

  /** The page of a process that is yet to write. */
  static TranscriptPage before(int attempt, int attempts) {
    return new TranscriptPage(attempt, attempts, 0, List.of(), 0, Optional.empty());
  }

  /**
   * Reads a page.
   *
   * @param from the number of the first entry; empty: the last page
   */
  static TranscriptPage of(Records.Log log, int attempt, int attempts, Optional<Integer> from) {
    // Looked at first: what was written before the end is read before the end is told.
    Optional<AgentExit> exit = log.exit();
    Conversation conversation = new Conversation();
    List<Spoken> more = log.more();
    while (!more.isEmpty()) {
      more.forEach(conversation::add);
      more = log.more();
    }
    List<Spoken> all = conversation.entries();
    int start = Math.clamp(from.orElse(all.size() - ENTRIES_MAX), 0, all.size());
    int end = Math.min(all.size(), start + ENTRIES_MAX);
    return new TranscriptPage(
        attempt, attempts, start, List.copyOf(all.subList(start, end)), all.size(), exit);
  }

  /** As the page reads it. */
  String json() {
    return JsonText.document(json -> {
      json.number("attempt", attempt);
      json.number("attempts", attempts);
      json.number("from", from);
      json.number("total", total);
      json.array("entries", entries, entry -> json.object(() -> entry(json, entry)));
      json.text("exit", exit.map(LogText::words));
    });
  }

  private static void entry(JsonText json, Spoken entry) {
    switch (entry) {
      case Spoken.Words(String text) -> said(json, text);
      case Spoken.Piece(String _, String text) -> said(json, text);
      case Spoken.ToolUsed(String about, String with) -> {
        json.text("kind", "tool");
        json.text("text", about);
        json.text("with", with);
      }
      case Spoken.Asked(Question question) -> {
        json.text("kind", "question");
        json.text("text", LogText.words(question));
      }
      case Spoken.TurnOver(TurnResult result) -> {
        json.text("kind", "turn");
        json.text("text", LogText.words(result));
      }
    }
  }

  private static void said(JsonText json, String text) {
    json.text("kind", "words");
    json.text("text", text);
  }
}
