package dev.signalbox.runtime;

import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.feedback.Destination;
import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.Recognition;
import dev.signalbox.forge.Recognition.Links;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.session.SessionKey;
import dev.signalbox.tracker.Attachment;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Outline;
import dev.signalbox.tracker.Tracker;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows in trackers and forges where sessions stand. */
final class ServiceHands {
  private final Ports.Services services;
  private final Consumer<Input> results;

  ServiceHands(Ports.Services services, Consumer<Input> results) {
    this.services = services;
    this.results = results;
  }

  void show(Session session, Effect.ShowIssue it) {
    Tracker tracker = services.tracker().orElseThrow();
    results.accept(
        switch (tracker.move(session.spec().issue(), it.status())) {
          case Outcome.Done<Optional<Outline>>(Optional<Outline> outline) ->
              new Input.IssueAnswered(it.session(), it.status(), Optional.empty(), outline);
          case Outcome.Failed<Optional<Outline>>(Failure reason) ->
              new Input.IssueAnswered(it.session(), it.status(), Optional.of(failed(it, reason)));
        });
  }

  void open(Session session, RunSpec spec, Effect.OpenPullRequest it) {
    NewPullRequest request =
        new NewPullRequest(
            session.spec().handling().branch(),
            spec.target().base(),
            WorkText.title(session.spec()),
            WorkText.body(session));
    boolean isElsewhere = session.spec().handling().elsewhere().isPresent();
    Outcome<PullRequest> shown =
        (isElsewhere
                ? services
                    .elsewhere()
                    .orElseThrow()
                    .pullRequestOf(new SessionKey(spec.run(), it.session()))
                : services.pullRequests().orElseThrow().show(it.tip(), request))
            .then(opened -> attach(session, opened));
    results.accept(
        switch (shown) {
          case Outcome.Done<PullRequest>(PullRequest opened) ->
              new Input.PullRequestOpened(
                  it.cause(),
                  it.session(),
                  opened.number(),
                  opened.url(),
                  opened.head().branch(),
                  it.tip());
          case Outcome.Failed<PullRequest>(Failure reason) -> failed(it, reason);
        });
  }

  /** An issue of its own under the master issue, or the one again that it came back to. */
  void file(RunState run, Effect.FileReport it) {
    Tracker tracker = services.tracker().orElseThrow();
    Feedback feedback = Optional.ofNullable(run.feedback().get(it.number())).orElseThrow();
    Optional<IssueId> reopened =
        feedback.destination() instanceof Destination.Report(var issue) ? issue : Optional.empty();
    Optional<IssueId> master = run.spec().orElseThrow().source().masterIssue();
    results.accept(
        answer(
            it.cause(), it.number(), AlertIssue.file(tracker, feedback.item(), reopened, master)));
  }

  private static Input answer(long cause, long number, Outcome<IssueId> outcome) {
    return switch (outcome) {
      case Outcome.Done<IssueId>(IssueId issue) ->
          new Input.ReportAnswered(cause, number, Optional.of(issue), "", false);
      case Outcome.Failed<IssueId>(Failure failure) ->
          new Input.ReportAnswered(
              cause, number, Optional.empty(), failure.reason(), failure.kind().mayPass());
    };
  }

  /**
   * The specification becomes the issue's description; where somebody has written there since, it
   * is a comment, as nobody's words are lost.
   */
  void describe(RunState run, Effect.DescribeIssue it) {
    Tracker tracker = services.tracker().orElseThrow();
    Feedback feedback = Optional.ofNullable(run.feedback().get(it.number())).orElseThrow();
    if (!(feedback.stage() instanceof Stage.Describing(long _, IssueId issue, var author, var _))) {
      return;
    }
    String summary = run.find(author).flatMap(each -> each.known().summary()).orElse("");
    String text = SpecificationText.of(summary, feedback);
    NoteKey key = new NoteKey(AlertIssue.key(feedback.item()) + "/specification");
    Outcome<IssueId> described =
        tracker
            .read(issue)
            .then(found ->
                SpecificationText.isUntouched(found.text().description(), summary, feedback)
                    ? tracker.describe(issue, text)
                    : tracker.commentOnce(issue, key, text).then(_ -> Outcome.done()))
            .then(_ ->
                tracker.label(issue, List.of(SpecificationText.LABEL), List.of(ReportText.LABEL)))
            .map(_ -> issue);
    results.accept(answer(it.cause(), it.number(), described));
  }

  /** The issue links to its pull request, unless the service shows that by itself. */
  private Outcome<PullRequest> attach(Session session, PullRequest opened) {
    Attachment link = new Attachment(WorkText.title(session.spec()), opened.url());
    return services
        .tracker()
        .filter(tracker -> !isShown(tracker, session.spec().issue(), opened))
        .map(tracker -> tracker.attach(session.spec().issue(), link).map(_ -> opened))
        .orElseGet(() -> new Outcome.Done<>(opened));
  }

  /** On an issue of the same repository those pull requests are shown whose text names it. */
  private static boolean isShown(Tracker tracker, IssueId issue, PullRequest opened) {
    return opened
        .head()
        .repository()
        .filter(name -> tracker.scope().endsWith(":" + name))
        .map(name -> new Recognition(issue, Optional.of(name), List.of(), Links.NONE))
        .filter(issues -> issues.isNamed(opened.text().body()))
        .isPresent();
  }

  private static Input.StepFailed failed(Effect.OfSession it, Failure failure) {
    return new Input.StepFailed(
        it.cause(), it.session(), failure.reason(), failure.kind().mayPass());
  }
}
