package dev.signalbox.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.forge.Account;
import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.Remark;
import dev.signalbox.forge.Role;
import dev.signalbox.forge.memory.MemoryForge;
import dev.signalbox.remote.Outcome;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.Upstream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose word holds a pull request up. */
class PullRequestsTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private final MemoryForge forge = new MemoryForge("shop/web", Clock.fixed(AT, ZoneOffset.UTC));
  private final PullRequests requests = new PullRequests(forge, new NoUpstream());

  /** Nothing is pushed here. */
  private static final class NoUpstream implements Upstream {
    @Override
    public Outcome<String> sync(String base) {
      throw new AssertionError("expected no sync");
    }

    @Override
    public Outcome<Outcome.Nothing> push(String commit, String branch) {
      return Outcome.done();
    }

    @Override
    public Outcome<String> begin(SessionKey session, String base) {
      throw new AssertionError("expected no beginning");
    }

    @Override
    public Outcome<TakeInOutcome.TakenIn> take(SessionKey session, String branch, String base) {
      throw new AssertionError("expected nothing to be taken");
    }

    @Override
    public Outcome<Outcome.Nothing> forget(SessionKey session) {
      throw new AssertionError("expected nothing to be forgotten");
    }
  }

  private int opened() {
    forge.others().push("work", "abc");
    Outcome<PullRequest> opened =
        requests.show("abc", new NewPullRequest("work", "main", "A title", ""));
    return ((Outcome.Done<PullRequest>) opened).value().number();
  }

  private boolean isChangeRequested(int number) {
    return ((Outcome.Done<PullRequests.Seen>) requests.look(number))
        .value()
        .look()
        .isChangeRequested();
  }

  private void asks(int number, Account.Kind kind) {
    Account account = new Account(7, "dana", kind, Optional.empty());
    forge
        .others()
        .say(number, account, Remark.Kind.REVIEW_CHANGES_REQUESTED, "Not so.", Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, false",
    "READ, false",
    "TRIAGE, false",
    "WRITE, true",
    "MAINTAIN, true",
    "ADMIN, true"
  })
  void onlyWhoMayWriteHoldsItUp(Role role, boolean isHeldUp) {
    int number = opened();
    forge.others().join("dana", role);
    asks(number, Account.Kind.PERSON);
    assertThat(isChangeRequested(number)).isEqualTo(isHeldUp);
  }

  @Test
  void aBotHoldsNothingUpWhateverItMay() {
    int number = opened();
    forge.others().join("dana", Role.ADMIN);
    asks(number, Account.Kind.BOT);
    assertThat(isChangeRequested(number)).isFalse();
  }
}
