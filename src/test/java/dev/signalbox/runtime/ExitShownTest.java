package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.IssueShown;
import dev.signalbox.engine.PullRequestShown;
import dev.signalbox.engine.Reply;
import dev.signalbox.engine.Review;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.engine.Taken;
import dev.signalbox.engine.Trace;
import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Destination;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Subject;
import dev.signalbox.golden.Golden;
import dev.signalbox.plan.IssueId;
import dev.signalbox.registry.ExitTables;
import dev.signalbox.review.Finding;
import dev.signalbox.review.Recommendation;
import dev.signalbox.review.Reported;
import dev.signalbox.review.ReviewRecord;
import dev.signalbox.review.Row;
import dev.signalbox.review.RowDecision;
import dev.signalbox.review.RowId;
import dev.signalbox.review.Ruling;
import dev.signalbox.review.Severity;
import dev.signalbox.session.SessionId;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.Outline;
import dev.signalbox.workspace.Touched;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is said of the issues and documents that a session leaves. */
class ExitShownTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final RunState OPENED =
      Engine.decide(
              RunState.before(0), NOON, new Input.OpenRun(RunSketch.spec("table"), "ann", true))
          .state();

  private static ExitTables of(RunState state, SessionId id) {
    return ExitShown.of(state, state.spec().orElseThrow(), state.find(id).orElseThrow());
  }

  private static String text(ExitTables tables) {
    return String.join("\n", tables.lines(cell -> cell)) + "\n";
  }

  private static RunState with(
      RunState state, Session session, List<Review> reviews, List<Feedback> feedback) {
    SortedMap<SessionId, Session> sessions = new TreeMap<>(state.sessions());
    sessions.put(session.id(), session);
    SortedMap<Long, Review> byNumber = new TreeMap<>();
    reviews.forEach(each -> byNumber.put(each.number(), each));
    SortedMap<Long, Feedback> items = new TreeMap<>();
    feedback.forEach(each -> items.put(each.number(), each));
    return new RunState(
        state.spec(),
        state.sequence(),
        sessions,
        new RunState.Decisions(state.gates(), state.settled(), byNumber, List.of()),
        items,
        state.course(),
        state.registry());
  }

  private static Session merged() {
    Session session = OPENED.find(RunSketch.A).orElseThrow();
    Trace trace = session.trace();
    return new Session(
        session.spec(),
        new SessionState.Merged(Optional.of("c0ffee")),
        session.since(),
        session.known(),
        session.tally(),
        session.outbox(),
        new Trace(
            trace.drift(),
            trace.hold(),
            new IssueShown(
                Optional.of(IssueStatus.COMPLETED),
                0,
                new SessionState.Retry(0, Optional.empty()),
                Optional.of(
                    new Outline(
                        "https://tracker.example/SHOP-101",
                        Optional.of("Beta"),
                        Optional.of("High")))),
            Optional.of(
                new PullRequestShown(
                    7, "https://forge.example/shop/pull/7", "b", "t", NOON, Optional.empty())),
            trace.closing(),
            new Taken(
                "t",
                List.of(
                    touched("deliverable of 1A", "src/api.yaml"),
                    touched("ci-config", ".github/README.md"),
                    touched("build", "pom.xml")),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty()),
            trace.milestones()));
  }

  private static Touched touched(String artifact, String path) {
    return new Touched(artifact, List.of(path), 0, "");
  }

  private static Review deferredTo(String issue) {
    Finding finding =
        new Finding("F1", Severity.IMPORTANT, Optional.empty(), "claim", "evidence", "");
    Row row =
        new Row(
            RowId.of("I1").orElseThrow(),
            List.of(new Reported("challenger", finding)),
            1,
            1,
            Optional.of(new Ruling(new RowDecision.Deferred(new IssueId(issue)), "ann", 1)));
    return new Review(
        40,
        Optional.of(RunSketch.A),
        new Review.Round(
            "t", List.of(), List.of(), List.of(), Optional.empty(), List.of(), Optional.empty()),
        new ReviewRecord(1, Recommendation.REVISE, List.of(row)),
        new Review.Stage.Passed("ann"),
        false);
  }

  private static Feedback feedback(
      long number, FeedbackItem.Kind kind, Subject subject, Feedback.Stage stage) {
    return new Feedback(
        number,
        new FeedbackItem(
            "linear:" + number,
            new Speaker(Speaker.Source.PERSON, "ann", Speaker.Standing.KNOWN),
            kind,
            subject,
            new Content(
                "title",
                "",
                Optional.empty(),
                Content.Result.NONE,
                Optional.empty(),
                Optional.of("https://tracker.example/" + number),
                Optional.empty()),
            NOON),
        new Destination.ToSession(RunSketch.A, Destination.Use.DISCRETION),
        NOON,
        0,
        stage,
        new Reply.None());
  }

  @Test
  void aSessionThatIsDoneShowsWhatItLeaves() {
    Feedback filed =
        feedback(
            50,
            FeedbackItem.Kind.FINDING,
            Subject.NOTHING,
            new Feedback.Stage.Settled(Feedback.Fate.FILED, "ann", "SHOP-301"));
    Feedback told =
        feedback(
            51,
            FeedbackItem.Kind.ISSUE,
            new Subject(
                Optional.empty(),
                Optional.of(new IssueId("SHOP-301")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new Feedback.Stage.Settled(Feedback.Fate.NOTED, "ann", "SHOP-999"));
    RunState state = with(OPENED, merged(), List.of(deferredTo("SHOP-300")), List.of(filed, told));
    Golden.assertMatches("registry/exit-tables.md", text(of(state, RunSketch.A)));
  }

  @Test
  void aSessionThatHasNotBegunKnowsItsOrderAndNothingElse() {
    assertThat(of(OPENED, RunSketch.C))
        .isEqualTo(
            new ExitTables(
                List.of(
                    new ExitTables.IssueLine(
                        new ExitTables.Named("SHOP-102 Checkout page", Optional.empty()),
                        Optional.empty(),
                        Optional.of("claude"),
                        new ExitTables.Weight(
                            Optional.empty(), Optional.empty(), Optional.of("$5")),
                        List.of(),
                        List.of(new IssueId("SHOP-101")))),
                List.of(
                    new ExitTables.DocumentLine(
                        new ExitTables.Named("checkout.md", Optional.empty()), "repo"))));
  }
}
