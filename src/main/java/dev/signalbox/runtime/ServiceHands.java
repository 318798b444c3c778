package dev.signalbox.runtime;

import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.Session;
import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.tracker.Attachment;
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
    Outcome<PullRequest> shown =
        services
            .pullRequests()
            .orElseThrow()
            .show(it.tip(), request)
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
