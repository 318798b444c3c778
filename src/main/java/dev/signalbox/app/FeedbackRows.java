package dev.signalbox.app;

import dev.signalbox.engine.Feedback;
import dev.signalbox.feedback.FeedbackRouter;
import dev.signalbox.feedback.Normalised;
import dev.signalbox.journal.JournalView;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.journal.sqlite.SqliteJournal;
import dev.signalbox.session.RunId;
import dev.signalbox.view.FeedbackOutcome;
import dev.signalbox.view.FeedbackRow;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.Reading;
import dev.signalbox.webhook.TakenItem;
import dev.signalbox.webhook.sqlite.SqliteDeliveryQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What came into a state folder from other systems, and what became of it. Nothing is written. */
final class FeedbackRows {
  private FeedbackRows() {}

  /** The latest first. */
  static List<FeedbackRow> of(Path state, LocalSenders senders, int most) {
    Optional<DeliveryQueue> view = SqliteDeliveryQueue.view(state.resolve(LocalReceiving.FILE));
    if (view.isEmpty()) {
      return List.of();
    }
    FiledAlerts filed = new FiledAlerts(state);
    try (DeliveryQueue queue = view.get()) {
      Reading reading = senders.reading();
      List<FeedbackRow> rows = new ArrayList<>();
      queue
          .waiting(most)
          .reversed()
          .forEach(queued -> waiting(queued, reading.of(queued.delivery()), filed, rows));
      List<TakenItem> taken = queue.items(most);
      Map<String, String> outcomes =
          outcomes(state, taken.stream().map(TakenItem::id).collect(Collectors.toSet()));
      taken.forEach(item ->
          rows.add(
              new FeedbackRow(
                  item.id(),
                  item.source(),
                  item.kind().name(),
                  item.title(),
                  item.destination(),
                  "taken",
                  Optional.ofNullable(outcomes.get(item.id())))));
      return rows.subList(0, Math.min(most, rows.size()));
    }
  }

  private static Map<String, String> outcomes(Path state, Set<String> items) {
    Optional<JournalView> view = SqliteJournal.view(StateFolder.at(state).journal());
    if (view.isEmpty()) {
      return Map.of();
    }
    try (JournalView journal = view.get()) {
      return outcomes(journal, items);
    }
  }

  /**
   * By the item's id: how far the last run that had it is with it. Runs are replayed from the
   * latest on, until nothing is looked for any more: there may be years of them.
   */
  static Map<String, String> outcomes(JournalView journal, Set<String> items) {
    Map<String, String> outcomes = new HashMap<>();
    RunHistory history = new RunHistory(journal);
    for (RunId run : journal.runs().reversed()) {
      if (outcomes.size() == items.size()) {
        break;
      }
      for (Feedback each : history.state(run).feedback().values()) {
        if (items.contains(each.item().id())) {
          outcomes.putIfAbsent(each.item().id(), FeedbackOutcome.of(each));
        }
      }
    }
    return outcomes;
  }

  private static void waiting(
      DeliveryQueue.Queued queued, Normalised read, FiledAlerts filed, List<FeedbackRow> rows) {
    if (read.items().isEmpty()) {
      rows.add(
          new FeedbackRow(
              "delivery:" + queued.number(),
              queued.delivery().from().key(),
              queued.delivery().event(),
              "(nothing to act on)",
              read.reason(),
              "ignored",
              Optional.empty()));
    }
    read.items()
        .forEach(item ->
            rows.add(
                new FeedbackRow(
                    item.id(),
                    item.speaker().source() + " " + item.speaker().login(),
                    item.kind().name(),
                    item.content().title(),
                    FeedbackRouter.row(item),
                    "waiting",
                    filed.of(item.id()).map(issue -> "filed as " + issue))));
  }
}
