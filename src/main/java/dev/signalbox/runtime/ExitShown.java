package dev.signalbox.runtime;

import dev.signalbox.engine.DriftKind;
import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.IssueShown;
import dev.signalbox.engine.PullRequestShown;
import dev.signalbox.engine.Review;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.Usd;
import dev.signalbox.registry.ExitTables;
import dev.signalbox.registry.ExitTables.DocumentLine;
import dev.signalbox.registry.ExitTables.IssueLine;
import dev.signalbox.registry.ExitTables.Named;
import dev.signalbox.review.RowDecision;
import dev.signalbox.session.SessionId;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.verdict.ArtifactClass;
import dev.signalbox.workspace.Touched;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The issues and documents that a session leaves, as far as the run knows of them. */
final class ExitShown {
  private static final Pattern DOCUMENTATION =
      Pattern.compile("(?i)(?:.*/)?docs?/.*|.*\\.(?:md|mdx|adoc|rst)");

  private final RunState state;
  private final RunSpec spec;
  private final Session session;

  private ExitShown(RunState state, RunSpec spec, Session session) {
    this.state = state;
    this.spec = spec;
    this.session = session;
  }

  static ExitTables of(RunState state, RunSpec spec, Session session) {
    ExitShown shown = new ExitShown(state, spec, session);
    return new ExitTables(shown.issues(), shown.documents());
  }

  /** Its own, those that findings of its reviews were deferred to, and those that it led to. */
  private List<IssueLine> issues() {
    SequencedSet<IssueId> others = new LinkedHashSet<>();
    reviews()
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

  private Stream<Review> reviews() {
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
    return new IssueLine(
        new Named(issue + title, address(issue)),
        worker.flatMap(IssueShown::due).map(ExitShown::word),
        worker.map(ExitShown::assignee),
        worker.flatMap(each -> each.spec().work().estimate()).map(Usd::toString),
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

  private List<DocumentLine> documents() {
    List<Named> documents = new ArrayList<>();
    plan().ifPresent(documents::add);
    files().forEach(path -> documents.add(new Named(path, Optional.empty())));
    session.trace().pullRequest().map(ExitShown::pullRequest).ifPresent(documents::add);
    reviews().flatMap(review -> record(review).stream()).forEach(documents::add);
    String repository = lastPart(spec.target().repository());
    return documents.stream().map(each -> new DocumentLine(each, repository)).toList();
  }

  private Optional<Named> plan() {
    String name = lastPart(spec.source().file());
    return name.isEmpty() ? Optional.empty() : Optional.of(new Named(name, Optional.empty()));
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What its phase makes, then documentation that it changed, as far as that is known by name. */
  private List<String> files() {
    SequencedSet<String> files = new LinkedHashSet<>();
    String deliverable = ArtifactClass.deliverableOf(session.spec().phase());
    List<Touched> touched = session.trace().taken().touched();
    touched.stream()
        .filter(each -> each.artifact().equals(deliverable))
        .forEach(each -> files.addAll(each.paths()));
    if (files.isEmpty()) {
      spec.lineup().artifacts().stream()
          .filter(each -> each.name().equals(deliverable))
          .forEach(each -> files.addAll(each.patterns()));
    }
    Stream.concat(
            touched.stream().flatMap(each -> each.paths().stream()),
            session.drift().seen().entrySet().stream()
                .filter(each -> each.getValue() != DriftKind.DENIED)
                .map(Map.Entry::getKey))
        .filter(path -> DOCUMENTATION.matcher(path).matches())
        .forEach(files::add);
    return List.copyOf(files);
  }

  private static Named pullRequest(PullRequestShown shown) {
    return new Named("Pull request #" + shown.number(), Optional.of(shown.url()));
  }

  private static Optional<Named> record(Review review) {
    int rows = review.record().rows().size();
    if (review.record().round() == 0 && rows == 0) {
      return Optional.empty();
    }
    String what = review.isInside() ? "Review record of its milestones" : "Review record";
    String title =
        "%s (%d %s, round %d)"
            .formatted(what, rows, rows == 1 ? "finding" : "findings", review.record().round());
    return Optional.of(new Named(title, Optional.empty()));
  }
}
