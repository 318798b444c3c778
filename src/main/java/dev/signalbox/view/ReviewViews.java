package dev.signalbox.view;

import dev.signalbox.engine.Review;
import dev.signalbox.engine.Review.Stage;
import dev.signalbox.engine.ReviewPlan;
import dev.signalbox.engine.RunState;
import dev.signalbox.review.Consensus;
import dev.signalbox.review.FixForward;
import dev.signalbox.review.Row;
import dev.signalbox.review.Synthesis;
import dev.signalbox.review.Voice;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.view.ReviewView.Work;
import dev.signalbox.workspace.RecordPlace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The records of a run as {@link ReviewView}s. */
public final class ReviewViews {
  private ReviewViews() {}

  /**
   * All reviews of the run: the plan's, then those of sessions in the order in which they began.
   *
   * @param kept the sessions whose record the repository keeps, of any run
   */
  public static List<ReviewView> of(RunState state, Collection<SessionKey> kept) {
    String option =
        state.spec().flatMap(it -> it.lineup().review()).map(ReviewPlan::profile).orElse("");
    return state.reviews().values().stream()
        .map(each ->
            of(state, each, option, each.subject().map(session -> work(state, session, kept))))
        .toList();
  }

  private static Work work(RunState state, SessionId session, Collection<SessionKey> kept) {
    return new Work(
        session.value(),
        state
            .spec()
            .map(spec -> new SessionKey(spec.run(), session))
            .filter(kept::contains)
            .map(RecordPlace::reading));
  }

  private static ReviewView of(RunState state, Review review, String option, Optional<Work> work) {
    return new ReviewView(
        work,
        option,
        stage(review.stage()),
        review.record().round(),
        review.record().recommendation().name(),
        review.synthesis().stream()
            .flatMap(it -> it.points().stream())
            .map(ReviewViews::point)
            .toList(),
        review.record().rows().stream().map(row -> row(state, review, row)).toList());
  }

  private static String point(Synthesis.Point point) {
    return point.rows().stream().map(Object::toString).collect(Collectors.joining(", "))
        + ": "
        + point.text();
  }

  private static String stage(Stage stage) {
    return switch (stage) {
      case Stage.Reviewing _ -> "reviewers look";
      case Stage.Listening _ -> "no reviewers";
      case Stage.Answering _ -> "reviewers answer each other";
      case Stage.Summing _ -> "being summed up";
      case Stage.Deciding _ -> "waits for your decision";
      case Stage.Passed(String who) -> "Gate 2 passed by " + who;
      case Stage.HandedBack _ -> "handed back";
      case Stage.Dropped(String why) -> "broken off: " + why;
    };
  }

  private static ReviewView.Row row(RunState state, Review review, Row row) {
    String place = row.worst().location().map(it -> it + ": ").orElse("");
    return new ReviewView.Row(
        row.id().toString(),
        row.severity().word(),
        place + row.worst().claim(),
        new ReviewView.Voices(
            Stream.concat(row.finders().stream(), row.guests().stream().map(Voice::name)).toList(),
            row.consensus().map(Consensus::found).orElse(0),
            row.reviewers(),
            row.coverage(),
            row.stances().stream()
                .map(each -> "%s %s: %s".formatted(each.reviewer(), each.verb(), each.reason()))
                .toList()),
        row.ruling()
            .map(it ->
                new ReviewView.Decision(it.decision().word(), it.who(), it.decision().response())),
        FixForward.of(row, each -> state.isMended(review, each)).title());
  }
}
