package dev.signalbox.control;

import dev.signalbox.view.FeedbackRow;
import java.util.List;

/** The document of {@code feedback --json}. What an item does not have is left out. */
public final class FeedbackJson {
  private FeedbackJson() {}

  /** All items, in their order. */
  public static String write(List<FeedbackRow> rows) {
    return JsonText.document(
        json -> json.array("items", rows, row -> json.object(() -> row(json, row))));
  }

  private static void row(JsonText json, FeedbackRow row) {
    json.text("id", row.id());
    json.text("source", row.source());
    json.text("kind", row.kind());
    json.text("title", row.title());
    json.text("destination", row.destination());
    json.text("state", row.state());
    row.outcome().ifPresent(outcome -> json.text("outcome", outcome));
  }
}
