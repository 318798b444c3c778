package dev.signalbox.control;

import dev.signalbox.view.ReviewView;
import java.util.List;

/** The document of {@code reviews --json}. What a row or a review does not have is left out. */
public final class ReviewsJson {
  private final JsonText json;

  private ReviewsJson(JsonText json) {
    this.json = json;
  }

  /** All decision records of a run, in their order. */
  public static String write(List<ReviewView> reviews) {
    return JsonText.document(json ->
        json.array(
            "reviews", reviews, review -> json.object(() -> new ReviewsJson(json).review(review))));
  }

  private void review(ReviewView review) {
    review
        .work()
        .ifPresent(work -> {
          json.text("session", work.session());
          work.reading().ifPresent(it -> json.text("reading", it));
        });
    json.text("option", review.option());
    json.text("stage", review.stage());
    json.number("round", review.round());
    json.text("recommendation", review.recommendation());
    json.strings("synthesis", review.synthesis());
    json.array("rows", review.rows(), row -> json.object(() -> row(row)));
  }

  private void row(ReviewView.Row row) {
    json.text("id", row.id());
    json.text("severity", row.severity());
    json.text("finding", row.finding());
    json.strings("reviewers", row.voices().reviewers());
    json.number("found", row.voices().found());
    json.number("of", row.voices().all());
    row.voices().coverage().ifPresent(it -> json.text("coverage", it));
    json.strings("answers", row.voices().answers());
    row.decision()
        .ifPresent(decision -> {
          json.text("decision", decision.word());
          json.text("who", decision.who());
          json.text("response", decision.response());
        });
    json.text("became", row.fate());
  }
}
