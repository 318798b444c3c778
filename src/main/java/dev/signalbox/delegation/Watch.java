package dev.signalbox.delegation;

import dev.signalbox.delegation.WatchEvent.Kind;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.tracker.DelegatedWork;
import dev.signalbox.tracker.DelegatedWork.Activity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is new in what is seen of an agent elsewhere. Pure: the same look twice is no news. */
final class Watch {
  private final List<WatchEvent> before;
  private final Sight sight;
  private final Instant at;
  private final List<WatchEvent> news = new ArrayList<>();

  private Watch(List<WatchEvent> before, Sight sight, Instant at) {
    this.before = before;
    this.sight = sight;
    this.at = at;
  }

  /**
   * The events that are new.
   *
   * @param before everything that was seen before, in order
   */
  static List<WatchEvent> news(List<WatchEvent> before, Sight sight, Instant at) {
    return new Watch(before, sight, at).news();
  }

  private List<WatchEvent> news() {
    sight.work().ifPresent(this::work);
    sight.request().ifPresent(this::request);
    unsure();
    end();
    return news;
  }

  private void add(Kind kind, String id, String text) {
    if (!WatchEvent.has(before, kind, id) && !WatchEvent.has(news, kind, id)) {
      news.add(new WatchEvent(kind, at, id, text));
    }
  }

  private void start(String id, String name) {
    if (WatchEvent.last(before, Kind.STARTED).isEmpty()
        && WatchEvent.last(news, Kind.STARTED).isEmpty()) {
      news.add(new WatchEvent(Kind.STARTED, at, id, name));
    }
  }

  private void work(DelegatedWork work) {
    if (work.state() != DelegatedWork.State.PENDING || !own(work).isEmpty()) {
      start(work.uid(), work.agent().name());
    }
    for (Activity each : own(work)) {
      if (each.kind() != Activity.Kind.ELICITATION) {
        add(Kind.SAID, each.uid(), each.text());
      }
    }
    questions(work);
    if (work.state() == DelegatedWork.State.ERROR) {
      String why =
          lastOf(work, Activity.Kind.ERROR).map(Activity::text).orElse("its session failed");
      add(Kind.FAILED, work.uid() + ":" + work.activities().size(), why);
    }
  }

  /** What the agent said itself. */
  private static List<Activity> own(DelegatedWork work) {
    return work.activities().stream().filter(each -> each.kind() != Activity.Kind.PROMPT).toList();
  }

  private static Optional<Activity> lastOf(DelegatedWork work, Activity.Kind kind) {
    return work.activities().stream().filter(each -> each.kind() == kind).reduce((_, b) -> b);
  }

  private void questions(DelegatedWork work) {
    boolean isAsking = work.state() == DelegatedWork.State.AWAITING_INPUT;
    Optional<Activity> last = lastOf(work, Activity.Kind.ELICITATION);
    if (isAsking) {
      last.ifPresent(question -> add(Kind.ASKED, question.uid(), question.text()));
    }
    for (WatchEvent asked : before) {
      boolean isOpen = isAsking && last.filter(it -> it.uid().equals(asked.id())).isPresent();
      if (asked.kind() == Kind.ASKED && !isOpen) {
        add(Kind.ANSWERED, asked.id(), "");
      }
    }
  }

  /** Nothing tells which it is: a person is asked, as long as that is so. */
  private void unsure() {
    Optional<String> question =
        sight.isUnsure()
            ? Optional.of(Choosing.question(before, sight.requests()))
            : Optional.empty();
    if (question.isPresent()) {
      PullRequest first = sight.requests().getFirst();
      start("pull-request:" + first.number(), first.author().login());
      add(Kind.UNSURE, question.get(), Choosing.text(sight.requests()));
    }
    for (WatchEvent asked : before) {
      if (asked.kind() == Kind.UNSURE && !question.equals(Optional.of(asked.id()))) {
        add(Kind.ANSWERED, asked.id(), "");
      }
    }
  }

  private void request(PullRequest request) {
    String number = String.valueOf(request.number());
    start("pull-request:" + number, request.author().login());
    add(Kind.PULL_REQUEST, number, request.head().branch());
    add(Kind.SAID, request.head().commit(), "pushed " + request.head().commit());
    if (request.state().kind() == PullRequest.State.Kind.CLOSED) {
      add(Kind.FAILED, "closed:" + number, "its pull request was closed: " + request.url());
    }
  }

  /** A pull request that is no draft ends the work, once its agent's session does not go on. */
  private void end() {
    boolean isAtWork =
        sight.work().map(DelegatedWork::state).filter(DelegatedWork.State::isAtWork).isPresent();
    if (isAtWork || sight.isUnsure()) {
      return;
    }
    if (sight.request().isPresent()) {
      PullRequest request = sight.request().get();
      boolean isReady =
          request.state().kind() != PullRequest.State.Kind.CLOSED && !request.state().isDraft();
      if (isReady) {
        add(Kind.READY, request.head().commit(), request.url());
      }
    } else if (sight.work().map(DelegatedWork::state).orElse(DelegatedWork.State.STALE)
        == DelegatedWork.State.COMPLETE) {
      DelegatedWork work = sight.work().get();
      add(Kind.READY, work.uid() + ":" + work.activities().size(), "");
    }
  }
}
