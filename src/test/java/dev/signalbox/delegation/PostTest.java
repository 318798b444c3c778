package dev.signalbox.delegation;

import static dev.signalbox.tracker.TrackerContractTest.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.Delegation.Way;
import dev.signalbox.forge.memory.MemoryForge;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.IssueId;
import dev.signalbox.publish.PlanNotes;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.tracker.memory.MemoryWorld;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An issue is handed to an agent elsewhere only with its plan. */
class PostTest {
  private static final AttemptKey ATTEMPT =
      new AttemptKey(new SessionKey(new RunId("run-1"), new SessionId("S-A")), 1);

  @TempDir private Path root = Path.of("");
  private final MemoryWorld world = new MemoryWorld();
  private final Tracker tracker = world.client();
  private IssueId master = new IssueId("SHOP-1");
  private IssueId issue = new IssueId("SHOP-2");

  @BeforeEach
  void makeIssues() {
    master = make("master", Optional.empty());
    issue = make("child", Optional.of(master));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private IssueId make(String key, Optional<IssueId> parent) {
    return done(tracker.create(new NoteKey(key), new NewIssue(key, "", parent, List.of())));
  }

  private Outcome<Nothing> hand(IssueId which, Optional<IssueId> above) {
    Post post =
        new Post(
            tracker,
            new MemoryForge("acme/shop", Clock.systemUTC()),
            it -> PlanNotes.demand(tracker, above, it));
    Way way = new Way(Way.Kind.DELEGATE, "Cursor");
    Errand errand = new Errand(which, new AgentId("cursor"), way, "cursor/x", List.of());
    MemoryForge forge = new MemoryForge("acme/shop", Clock.systemUTC());
    Handing handing =
        new Handing(post, new Search(tracker, forge), new Attempts(root), Clock.systemUTC());
    return handing.hand(ATTEMPT, errand, "Do it");
  }

  private Failure refusal(IssueId which, Optional<IssueId> above) {
    Outcome<Nothing> outcome = hand(which, above);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    // Nothing of it was begun: nobody was told, and the issue is nobody's.
    assertThat(done(tracker.comments(which))).isEmpty();
    assertThat(done(tracker.read(which)).standing().owners().delegate()).isEmpty();
    return ((Outcome.Failed<Nothing>) outcome).failure();
  }

  @Test
  void anIssueWhosePlanIsNotInTheTrackerIsNotHandedOver() {
    Failure failure = refusal(issue, Optional.of(master));
    assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED);
    assertThat(failure.reason())
        .contains("expected the plan on " + master, "run signalbox publish PLAN --yes");
    assertThat(refusal(issue, Optional.empty()).reason()).contains("to name its master issue");
  }

  @Test
  void aPersonsCommentThatLooksLikeThePlanIsNoPlan() {
    world.personSays(master, "## The plan\n\n`plan.md`\n");
    assertThat(refusal(issue, Optional.of(master)).reason()).contains("expected the plan on ");
  }

  @Test
  void withItsPlanOnTheMasterIssueItIs() {
    done(tracker.comment(master, new NoteKey("plan-text-1"), "## The plan"));
    done(hand(issue, Optional.of(master)));
    assertThat(done(tracker.read(issue)).standing().owners().delegate().map(Actor::name))
        .contains("Cursor");
  }

  @Test
  void anIssueOfAnotherMasterIsNot() {
    done(tracker.comment(master, new NoteKey("plan-text-1"), "## The plan"));
    IssueId stray = make("stray", Optional.empty());
    assertThat(refusal(stray, Optional.of(master)).reason())
        .contains("expected a sub-issue of " + master);
  }

  @Test
  void aMasterIssueThatCannotBeReadIsAFailureOfTheRead() {
    assertThat(refusal(issue, Optional.of(new IssueId("SHOP-999"))).kind())
        .isEqualTo(Failure.Kind.ABSENT);
  }
}
