package dev.signalbox.runtime;

import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.IssueShown;
import dev.signalbox.engine.Review;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.Usd;
import dev.signalbox.registry.ExitTables;
import dev.signalbox.registry.ExitTables.IssueLine;
import dev.signalbox.registry.ExitTables.Named;
import dev.signalbox.registry.ExitTables.Weight;
import dev.signalbox.review.RowDecision;
import dev.signalbox.session.SessionId;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.Outline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** The issues that a session leaves, and its documents, as far as the run knows of them. */
final class ExitShown {
  private final RunState state;
  private final Session session;

  private ExitShown(RunState state, Session session) {
    this.state = state;
    this.session = session;
  }

  static ExitTables of(RunState state, RunSpec spec, Session session) {
    ExitShown shown = new ExitShown(state, session);
    return new ExitTables(shown.issues(), ExitDocuments.of(state, spec, session));
  }

  /** Its own, those that findings of its reviews were deferred to, and those that it led to. */
  private List<IssueLine> issues() {
    SequencedSet<IssueId> others = new LinkedHashSet<>();
    reviews(state, session)
        .flatMap(review -> review.record().rows().stream())
        .flatMap(row -> row.ruling().stream())
        .forEach(ruling -> {
          if (ruling.decision() instanceof RowDecision.Deferred(IssueId issue)) {
            others.add(issue);
          }
        });
    state.feedback().values().stream()
        .filter(each -> each.session().equals(Optional.of(session.id())))
        .flatMap(each -> became(each).stream())
        .forEach(others::add);
    others.remove(session.spec().issue());
    List<IssueLine> lines = new ArrayList<>();
    lines.add(line(session.spec().issue(), Optional.of(session)));
    others.forEach(issue -> lines.add(line(issue, worker(issue))));
    return lines;
  }

  static Stream<Review> reviews(RunState state, Session session) {
    return state.reviews().values().stream()
        .filter(review -> review.subject().equals(Optional.of(session.id())));
  }

  /** The issue that a feedback became. */
  private static Optional<IssueId> became(Feedback feedback) {
    return switch (feedback.stage()) {
      case Feedback.Stage.Drafting(IssueId issue, SessionId _) -> Optional.of(issue);
      case Feedback.Stage.Describing describing -> Optional.of(describing.issue());
      case Feedback.Stage.Settled(Feedback.Fate fate, String _, String words)
          when fate == Feedback.Fate.FILED && IssueId.isValid(words) ->
          Optional.of(new IssueId(words));
      case Feedback.Stage _ -> Optional.empty();
    };
  }

  /** The session of the plan that works on the issue. */
  private Optional<Session> worker(IssueId issue) {
    return state.sessions().values().stream()
        .filter(each -> each.spec().isOfPlan() && each.spec().issue().equals(issue))
        .findFirst();
  }

  private IssueLine line(IssueId issue, Optional<Session> worker) {
    String title = worker.map(each -> " " + each.spec().work().title()).orElse("");
    Optional<Outline> outline = worker.flatMap(each -> each.trace().issue().outline());
    return new IssueLine(
        new Named(issue + title, outline.map(Outline::url).or(() -> address(issue))),
        worker.flatMap(IssueShown::due).map(ExitShown::word),
        worker.map(ExitShown::assignee),
        new Weight(
            outline.flatMap(Outline::milestone),
            outline.flatMap(Outline::priority),
            worker.flatMap(each -> each.spec().work().estimate()).map(Usd::toString)),
        worker.map(this::blocking).orElse(List.of()),
        worker.map(this::blockedBy).orElse(List.of()));
  }

  /** Where the tracker itself said that the issue is. */
  private Optional<String> address(IssueId issue) {
    return state.feedback().values().stream()
        .map(Feedback::item)
        .filter(item -> item.kind() == FeedbackItem.Kind.ISSUE)
        .filter(item -> item.subject().issue().equals(Optional.of(issue)))
        .flatMap(item -> item.content().url().stream())
        .findFirst();
  }

  private static String word(IssueStatus status) {
    return switch (status) {
      case TRIAGE -> "Triage";
      case BACKLOG -> "Backlog";
      case UNSTARTED -> "Todo";
      case STARTED -> "In Progress";
      case IN_REVIEW -> "In Review";
      case COMPLETED -> "Done";
      case CANCELED -> "Canceled";
    };
  }

  private static String assignee(Session worker) {
    return worker.state() instanceof SessionState.TakenOver taken
        ? taken.who()
        : worker.spec().handling().agent().value();
  }

  private List<IssueId> blocking(Session worker) {
    return state.sessions().values().stream()
        .filter(each -> each.spec().isOfPlan() && before(each).contains(worker.id()))
        .map(each -> each.spec().issue())
        .filter(issue -> !issue.equals(worker.spec().issue()))
        .distinct()
        .toList();
  }

  private List<IssueId> blockedBy(Session worker) {
    return before(worker).stream()
        .flatMap(id -> state.find(id).stream())
        .map(each -> each.spec().issue())
        .filter(issue -> !issue.equals(worker.spec().issue()))
        .distinct()
        .toList();
  }

  private static List<SessionId> before(Session session) {
    return Stream.concat(session.spec().needs().stream(), session.spec().mergesAfter().stream())
        .toList();
  }
}
