package dev.signalbox.runtime;

import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.feedback.Destination;
import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.session.SessionKey;
import dev.signalbox.tracker.Attachment;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Tracker;
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
    Optional<Input.StepFailed> failure =
        switch (tracker.move(session.spec().issue(), it.status())) {
          case Outcome.Done<Nothing> _ -> Optional.empty();
          case Outcome.Failed<Nothing>(Failure reason) -> Optional.of(failed(it, reason));
        };
    results.accept(new Input.IssueAnswered(it.session(), it.status(), failure));
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
    NoteKey key = new NoteKey("feedback/" + run.spec().orElseThrow().run() + "/" + it.number());
    Outcome<IssueId> filed =
        reopened.isPresent()
            ? reopen(tracker, reopened.get(), key, feedback)
            : tracker.create(key, ReportText.issue(run, feedback));
    results.accept(
        switch (filed) {
          case Outcome.Done<IssueId>(IssueId issue) ->
              new Input.ReportAnswered(it.cause(), it.number(), Optional.of(issue), "", false);
          case Outcome.Failed<IssueId>(Failure failure) ->
              new Input.ReportAnswered(
                  it.cause(),
                  it.number(),
                  Optional.empty(),
                  failure.reason(),
                  failure.kind().mayPass());
        });
  }

  private static Outcome<IssueId> reopen(
      Tracker tracker, IssueId issue, NoteKey key, Feedback feedback) {
    return tracker
        .comment(issue, key, ReportText.body(feedback))
        .then(_ -> tracker.move(issue, IssueStatus.UNSTARTED))
        .map(_ -> issue);
  }

  /** The issue links to its pull request. */
  private Outcome<PullRequest> attach(Session session, PullRequest opened) {
    Attachment link = new Attachment(WorkText.title(session.spec()), opened.url());
    return services
        .tracker()
        .map(tracker -> tracker.attach(session.spec().issue(), link).map(_ -> opened))
        .orElseGet(() -> new Outcome.Done<>(opened));
  }

  private static Input.StepFailed failed(Effect.OfSession it, Failure failure) {
    return new Input.StepFailed(
        it.cause(), it.session(), failure.reason(), failure.kind().mayPass());
  }
}
