package dev.signalbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.delegation.WatchEvent.Kind;
import dev.signalbox.forge.Account;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.DelegatedWork;
import dev.signalbox.tracker.DelegatedWork.Activity;
import dev.signalbox.tracker.DelegatedWork.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is new in what is seen of an agent elsewhere. */
class WatchTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private final List<WatchEvent> seen =
      new ArrayList<>(List.of(new WatchEvent(Kind.HANDED, AT, "SHOP-1", "")));

  private List<Kind> look(Optional<DelegatedWork> work, Optional<PullRequest> request) {
    List<WatchEvent> news = Watch.news(seen, new Sight(work, request.stream().toList()), AT);
    seen.addAll(news);
    return news.stream().map(WatchEvent::kind).toList();
  }

  private static Optional<DelegatedWork> work(State state, Activity... activities) {
    return Optional.of(
        new DelegatedWork(
            "w1", new Actor("a1", "Cursor", true), state, List.of(activities), List.of()));
  }

  private static Activity said(String uid, Activity.Kind kind) {
    return new Activity(uid, kind, "text of " + uid, AT);
  }

  private static Optional<PullRequest> request(
      String commit, PullRequest.State.Kind kind, boolean isDraft) {
    return Optional.of(
        new PullRequest(
            12,
            "forge/12",
            new PullRequest.Text("SHOP-1", "", List.of()),
            new PullRequest.Head("cursor/shop-1", Optional.of("shop/shop"), commit, "main"),
            new PullRequest.State(kind, isDraft, Optional.empty(), AT),
            new PullRequest.Size(Optional.empty(), Optional.empty()),
            new Account(1, "cursor[bot]", Account.Kind.BOT, Optional.of("cursor"))));
  }

  @Test
  void anAgentThatWasNotHeardOfHasNotStarted() {
    assertThat(look(Optional.empty(), Optional.empty())).isEmpty();
    assertThat(look(work(State.PENDING), Optional.empty())).isEmpty();
  }

  @Test
  void itStartsWhenTheTrackerShowsItAndTheSameLookIsNoNews() {
    Optional<DelegatedWork> active = work(State.ACTIVE, said("t1", Activity.Kind.THOUGHT));
    assertThat(look(active, Optional.empty())).containsExactly(Kind.STARTED, Kind.SAID);
    assertThat(look(active, Optional.empty())).isEmpty();
  }

  @Test
  void aDraftStartsItAndOneThatIsReadyEndsIt() {
    assertThat(look(Optional.empty(), request("c1", PullRequest.State.Kind.OPEN, true)))
        .containsExactly(Kind.STARTED, Kind.PULL_REQUEST, Kind.SAID);
    assertThat(look(Optional.empty(), request("c1", PullRequest.State.Kind.OPEN, false)))
        .containsExactly(Kind.READY);
    assertThat(look(Optional.empty(), request("c1", PullRequest.State.Kind.OPEN, false))).isEmpty();
    assertThat(look(Optional.empty(), request("c2", PullRequest.State.Kind.OPEN, false)))
        .containsExactly(Kind.SAID, Kind.READY);
  }

  @Test
  void aPullRequestDoesNotEndWhatItsAgentStillWorksOn() {
    Optional<PullRequest> open = request("c1", PullRequest.State.Kind.OPEN, false);
    assertThat(look(work(State.ACTIVE), open)).doesNotContain(Kind.READY);
    assertThat(look(work(State.COMPLETE), open)).containsExactly(Kind.READY);
  }

  @Test
  void aQuestionIsOpenAsLongAsTheTrackerSaysSo() {
    Optional<DelegatedWork> asking =
        work(State.AWAITING_INPUT, said("q1", Activity.Kind.ELICITATION));
    assertThat(look(asking, Optional.empty())).containsExactly(Kind.STARTED, Kind.ASKED);
    assertThat(look(asking, Optional.empty())).isEmpty();
    assertThat(look(work(State.ACTIVE, said("q1", Activity.Kind.ELICITATION)), Optional.empty()))
        .containsExactly(Kind.ANSWERED);
  }

  @Test
  void anErrorOfItsServiceIsAFailureAndNoAnswer() {
    look(work(State.ERROR, said("e1", Activity.Kind.ERROR)), Optional.empty());
    assertThat(WatchEvent.last(seen, Kind.FAILED).orElseThrow().text()).isEqualTo("text of e1");
    assertThat(WatchEvent.last(seen, Kind.READY)).isEmpty();
  }

  @Test
  void aPullRequestThatIsClosedIsAFailure() {
    look(Optional.empty(), request("c1", PullRequest.State.Kind.CLOSED, false));
    assertThat(WatchEvent.last(seen, Kind.FAILED).orElseThrow().text()).contains("forge/12");
    assertThat(WatchEvent.last(seen, Kind.READY)).isEmpty();
  }
}
