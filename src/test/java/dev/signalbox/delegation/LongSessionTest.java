package dev.signalbox.delegation;

import static dev.signalbox.delegation.Elsewhere.ATTEMPT;
import static dev.signalbox.delegation.Elsewhere.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.forge.github.GitHubForge;
import dev.signalbox.githubapi.FakeAccount;
import dev.signalbox.githubapi.GitHubClients;
import dev.signalbox.githubapi.Neighbours;
import dev.signalbox.githubapi.Sent;
import dev.signalbox.journal.ClaimKey;
import dev.signalbox.journal.ClaimOutcome;
import dev.signalbox.journal.ClaimRenewal;
import dev.signalbox.journal.Claims;
import dev.signalbox.journal.memory.MemoryClaims;
import dev.signalbox.journal.tracker.ClaimNotes;
import dev.signalbox.journal.tracker.TrackerClaims;
import dev.signalbox.limit.Limits;
import dev.signalbox.runner.Transcript;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.tracker.linear.LinearWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight hours of an agent elsewhere, counted: its issue is claimed, handed over, looked at while
 * the claim is prolonged, and given back at the end. Webhooks are set up, and one is lost.
 */
class LongSessionTest {
  private static final String HOLDER = SESSION.toString();
  private static final FakeAccount CURSOR = FakeAccount.bot(206_951_365, "cursor[bot]", "cursor");

  @TempDir private Path root = Path.of("");

  /** What one session costs at both services, in the order in which it was measured. */
  private record Cost(int handing, int hours, int end) {
    int all() {
      return handing + hours + end;
    }
  }

  @Test
  void eightHoursCostALookInEachAndTheClaimAndALostEndIsSeenWithinTheHour() throws Exception {
    Cost minute = session("minute", 1, true);
    Cost hours = session("hours", 8 * 60, true);
    Cost untold = session("untold", 8 * 60, false);
    System.err.println(
        "requests of a session elsewhere of a minute: %s; of eight hours: %s; without webhooks: %s"
            .formatted(minute, hours, untold));
    assertThat(hours.handing()).isEqualTo(minute.handing());
    // A look in each hour, and two requests each time the claim is prolonged.
    assertThat(hours.hours()).isLessThanOrEqualTo(8 + 2 * 5);
    assertThat(untold.hours()).isLessThanOrEqualTo(5 + 8 * 4 + 2 * 5);
    assertThat(minute.all()).isLessThanOrEqualTo(13);
    assertThat(hours.all()).isLessThanOrEqualTo(31);
  }

  private Cost session(String name, int minutes, boolean isTold) throws Exception {
    Path git = Files.createDirectories(root.resolve(name + ".git"));
    try (LinearWorld linear = LinearWorld.open();
        GitHubClients gitHub = GitHubClients.in(git)) {
      gitHub.others().join(CURSOR);
      Counted counted = new Counted(linear, gitHub);
      Elsewhere there = new Elsewhere(Files.createDirectories(root.resolve(name)));
      there.isTold = isTold;
      Tracker tracker = linear.client();
      there.issue =
          Elsewhere.done(
              tracker.create(
                  new NoteKey("a"), new NewIssue("Balance", "", Optional.empty(), List.of())));
      DelegatedRunner runner = there.runner(tracker, new GitHubForge(gitHub.api()));
      Claims claims =
          new TrackerClaims(
              new MemoryClaims(),
              new ClaimNotes(tracker, Set.of(), Limits.CLAIM_MARGIN),
              "host/a",
              there.time);
      ClaimKey key = new ClaimKey(tracker.scope(), there.issue);
      counted.since();

      assertThat(claims.acquire(key, HOLDER, there.time.instant(), lease(there)))
          .isInstanceOf(ClaimOutcome.Acquired.class);
      runner.start(Elsewhere.order());
      int handing = counted.since();

      linear.agentSays(there.issue, "Reading the issue");
      for (int minute = 1; minute <= minutes; minute++) {
        there.time.pass(Duration.ofMinutes(1));
        read(runner);
        if (minute % Limits.CLAIM_RENEWAL.toMinutes() == 0) {
          assertThat(claims.renew(key, HOLDER, 1, lease(there)))
              .isEqualTo(new ClaimRenewal.Renewed());
        }
      }
      int hours = counted.since();

      ends(there, linear, gitHub.others());
      // Nobody nudges: the webhook of the end was lost.
      assertThat(minutesUntilSeen(there, runner)).isLessThanOrEqualTo(60);
      assertThat(claims.release(key, HOLDER, 1)).isTrue();
      return new Cost(handing, hours, counted.since());
    }
  }

  private static Instant lease(Elsewhere there) {
    return there.time.instant().plus(Limits.CLAIM_LEASE);
  }

  private static void ends(Elsewhere there, LinearWorld linear, Neighbours others) {
    String _ = others.push("cursor/balance", "balance.txt", "Never below zero.\n");
    int number = others.pull(CURSOR, "cursor/balance", there.issue + ": keep the balance", "Done.");
    linear.agentLinks(there.issue, others.url(number));
    linear.agentEnds(there.issue, "A balance never goes below zero.");
  }

  private static int minutesUntilSeen(Elsewhere there, DelegatedRunner runner) {
    for (int minute = 1; minute < 300; minute++) {
      there.time.pass(Duration.ofMinutes(1));
      if (read(runner).stream().anyMatch(AgentSignal.TaskCompleted.class::isInstance)) {
        return minute;
      }
    }
    throw new AssertionError("the end was not seen");
  }

  private static List<AgentSignal> read(DelegatedRunner runner) {
    List<AgentSignal> signals = new ArrayList<>();
    try (Transcript transcript = runner.open(ATTEMPT, 0)) {
      signals.addAll(transcript.read().signals());
    }
    return signals;
  }

  /** What both services count. */
  private static final class Counted {
    private final LinearWorld linear;
    private final GitHubClients gitHub;
    private int before;

    Counted(LinearWorld linear, GitHubClients gitHub) {
      this.linear = linear;
      this.gitHub = gitHub;
    }

    int since() {
      int asked = linear.requests() - before;
      before = linear.requests();
      return asked + (int) gitHub.github().takeSent().stream().filter(Sent::isCounted).count();
    }
  }
}
