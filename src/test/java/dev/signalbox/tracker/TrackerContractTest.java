package dev.signalbox.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all trackers do. */
public abstract class TrackerContractTest {
  private static final NoteKey SUMMARY = new NoteKey("run-7/S-A/summary");

  /** More than one page in any tracker, once children and comments are read by fifty. */
  private static final int MORE_THAN_A_PAGE = 60;

  private TrackedWorld world;
  private Tracker tracker;

  /** A service without issues; the test is skipped, with a reason, where it cannot be had. */
  protected abstract TrackedWorld open();

  @BeforeEach
  void start() {
    world = open();
    tracker = world.client();
  }

  @AfterEach
  void stop() {
    if (world != null) {
      world.close();
    }
  }

  /** The value of a request that worked. */
  public static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Failed<T>(Failure failure) -> throw new AssertionError("found " + failure);
    };
  }

  private static Failure.Kind kind(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed<?>) outcome).failure().kind();
  }

  private IssueId make(String key, String title) {
    return make(key, title, Optional.empty());
  }

  private IssueId make(String key, String title, Optional<IssueId> parent) {
    return done(
        tracker.create(new NoteKey(key), new NewIssue(title, "About " + title, parent, List.of())));
  }

  @Test
  void whatWasMadeIsRead() {
    IssueId id =
        done(
            tracker.create(
                new NoteKey("plan/1A"),
                new NewIssue("Gates", "Some *text*", Optional.empty(), List.of("api", "ui"))));
    Issue issue = done(tracker.read(id));
    assertThat(issue.id()).isEqualTo(id);
    assertThat(issue.text()).isEqualTo(new Issue.Text("Gates", "Some *text*", List.of()));
    assertThat(issue.standing().owners()).isEqualTo(Owners.NOBODY);
    assertThat(issue.standing().status().isOver()).isFalse();
    assertThat(issue.ties()).isEqualTo(new Issue.Ties(Optional.empty(), List.of(), List.of()));
    assertThat(issue.labels()).containsExactlyInAnyOrder("api", "ui");
    assertThat(issue.url()).startsWith("http");
    assertThat(tracker.scope()).isNotBlank();
  }

  @Test
  void oneKeyMakesOneIssueWhoeverAsksAndHoweverOften() {
    IssueId first = make("plan/1A", "Gates");
    assertThat(make("plan/1A", "Gates")).isEqualTo(first);
    NewIssue again = new NewIssue("Gates", "", Optional.empty(), List.of());
    assertThat(done(world.client().create(new NoteKey("plan/1A"), again))).isEqualTo(first);
    assertThat(make("plan/1B", "Gates")).isNotEqualTo(first);
  }

  @Test
  void childrenAreReadToTheLastPageWithTheirRelations() {
    IssueId parent = make("plan", "Everything");
    List<IssueId> made = new ArrayList<>();
    for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
      made.add(make("plan/" + i, "Phase " + i, Optional.of(parent)));
    }
    IssueId last = made.getLast();
    done(tracker.order(made.getFirst(), last));
    List<Issue> children = done(tracker.children(parent));
    assertThat(children).extracting(Issue::id).containsExactlyElementsOf(made);
    assertThat(children.getLast().blockedBy()).containsExactly(made.getFirst());
    assertThat(children.getLast().ties().parent()).contains(parent);
    assertThat(done(tracker.read(parent)).ties().children()).containsExactlyElementsOf(made);
    assertThat(done(tracker.children(last))).isEmpty();
  }

  @Test
  void anOrderIsSeenFromBothSidesAndSaidOnce() {
    IssueId first = make("a", "First");
    IssueId second = make("b", "Second");
    done(tracker.order(first, second));
    done(tracker.order(first, second));
    done(world.client().order(first, second));
    assertThat(done(tracker.read(first)).ties().relations())
        .extracting(Relation::kind, Relation::other)
        .containsExactly(tuple(Relation.Kind.BLOCKS, second));
    assertThat(done(tracker.read(second)).ties().relations())
        .extracting(Relation::kind, Relation::other)
        .containsExactly(tuple(Relation.Kind.BLOCKED_BY, first));
    done(tracker.move(first, IssueStatus.COMPLETED));
    assertThat(done(tracker.read(second)).ties().relations())
        .extracting(Relation::otherStatus)
        .containsExactly(IssueStatus.COMPLETED);
  }

  @Test
  void anIssueMovesByTheTypeOfItsStates() {
    IssueId id = make("a", "Gates");
    done(tracker.move(id, IssueStatus.STARTED));
    assertThat(status(id)).isEqualTo(IssueStatus.STARTED);
    done(tracker.move(id, IssueStatus.IN_REVIEW));
    assertThat(status(id))
        .isEqualTo(world.hasReviewState() ? IssueStatus.IN_REVIEW : IssueStatus.STARTED);
    done(tracker.move(id, IssueStatus.COMPLETED));
    assertThat(status(id)).isEqualTo(IssueStatus.COMPLETED);
    done(tracker.move(id, IssueStatus.STARTED));
    done(tracker.move(id, IssueStatus.CANCELED));
    assertThat(status(id)).isEqualTo(IssueStatus.CANCELED);
  }

  @Test
  void aMoveShowsHowPeopleHavePlannedTheIssue() {
    IssueId id = make("a", "Gates");
    String url = done(tracker.read(id)).url();
    assertThat(done(tracker.move(id, IssueStatus.STARTED)))
        .contains(new Outline(url, Optional.empty(), Optional.empty()));
    world.personPlans(id, "Beta of the shop", "High");
    assertThat(done(world.client().move(id, IssueStatus.COMPLETED)))
        .contains(new Outline(url, Optional.of("Beta of the shop"), Optional.of("High")));
  }

  private IssueStatus status(IssueId id) {
    return done(tracker.read(id)).standing().status();
  }

  @Test
  void movesAreKeptWithWhoMadeThemAndAMoveToWhereItIsIsNone() {
    IssueId id = make("a", "Gates");
    done(tracker.move(id, IssueStatus.STARTED));
    done(tracker.move(id, IssueStatus.STARTED));
    done(tracker.move(id, IssueStatus.COMPLETED));
    List<Move> moves = done(tracker.moves(id));
    assertThat(moves).extracting(Move::to).endsWith(IssueStatus.COMPLETED);
    assertThat(moves.stream().filter(move -> move.to() == IssueStatus.COMPLETED)).hasSize(1);
    assertThat(moves.getLast().by()).contains(done(tracker.account()));
  }

  @Test
  void anIssueIsHandedOverAndTakenBack() {
    IssueId id = make("a", "Gates");
    done(tracker.hand(id, world.owners()));
    assertThat(done(tracker.read(id)).standing().owners()).isEqualTo(world.owners());
    done(tracker.hand(id, world.owners()));
    done(tracker.hand(id, Owners.NOBODY));
    assertThat(done(tracker.read(id)).standing().owners()).isEqualTo(Owners.NOBODY);
  }

  @Test
  void labelsComeAndGoByName() {
    IssueId id = make("a", "Gates");
    done(tracker.label(id, List.of("api", "in-run"), List.of()));
    done(tracker.label(id, List.of("api", "ui"), List.of("in-run", "never-seen")));
    assertThat(done(tracker.read(id)).labels()).containsExactlyInAnyOrder("api", "ui");
  }

  @Test
  void aDescriptionIsReplaced() {
    IssueId id = make("a", "Gates");
    done(tracker.describe(id, "Other text"));
    assertThat(done(tracker.read(id)).text().description()).isEqualTo("Other text");
  }

  @Test
  void aKeyIsOneCommentThatIsWrittenRewrittenAndRemoved() {
    IssueId id = make("a", "Gates");
    Comment first = done(tracker.comment(id, SUMMARY, "One"));
    assertThat(first.author()).isEqualTo(Optional.of(done(tracker.account())));
    done(tracker.comment(id, SUMMARY, "One"));
    done(world.client().comment(id, SUMMARY, "Two"));
    assertThat(done(tracker.comments(id)))
        .extracting(Comment::uid, Comment::key, Comment::body)
        .containsExactly(tuple(first.uid(), Optional.of(SUMMARY), "Two"));
    done(tracker.recomment(id, SUMMARY, "again"));
    assertThat(done(tracker.comments(id))).extracting(Comment::body).contains("again");
    done(tracker.uncomment(id, SUMMARY));
    assertThat(tracker.recomment(id, SUMMARY, "gone"))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            it -> assertThat(it.failure().kind()).isEqualTo(Failure.Kind.CONFLICTING));
    assertThat(done(tracker.comments(id))).extracting(Comment::body).doesNotContain("gone");
    done(tracker.uncomment(id, SUMMARY));
    assertThat(done(tracker.comments(id))).isEmpty();
  }

  @Test
  void commentsOfOthersStayAndAllComeInTheOrderOfWriting() {
    IssueId id = make("a", "Gates");
    world.personSays(id, "Before");
    done(tracker.comment(id, SUMMARY, "Ours"));
    world.personSays(id, "After");
    done(tracker.comment(id, SUMMARY, "Ours, later"));
    assertThat(done(tracker.comments(id)))
        .extracting(Comment::body)
        .containsExactly("Before", "Ours, later", "After");
    done(tracker.uncomment(id, SUMMARY));
    assertThat(done(tracker.comments(id)))
        .extracting(Comment::key, Comment::body)
        .containsExactly(tuple(Optional.empty(), "Before"), tuple(Optional.empty(), "After"));
  }

  @Test
  void commentsAreReadToTheLastPage() {
    IssueId id = make("a", "Gates");
    for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
      done(tracker.comment(id, new NoteKey("note/" + i), "Note " + i));
    }
    assertThat(done(tracker.comments(id)))
        .extracting(Comment::body)
        .containsExactlyElementsOf(
            IntStream.range(0, MORE_THAN_A_PAGE).mapToObj(i -> "Note " + i).toList());
  }

  @Test
  void ofManyWhoWriteOnceUnderOneKeyTheFirstStaysAndAllAreHandedIt() throws Exception {
    IssueId id = make("a", "Gates");
    int writers = 6;
    Queue<Comment> seen = new ConcurrentLinkedQueue<>();
    CyclicBarrier start = new CyclicBarrier(writers);
    List<Thread> threads =
        IntStream.range(0, writers)
            .mapToObj(n -> {
              Tracker own = world.client();
              return Thread.ofPlatform()
                  .start(() -> {
                    try {
                      start.await();
                      seen.add(done(own.commentOnce(id, SUMMARY, "Writer " + n)));
                    } catch (Exception e) {
                      throw new AssertionError(e);
                    }
                  });
            })
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(seen).hasSize(writers);
    assertThat(done(tracker.comments(id))).hasSize(1).containsAll(seen);
  }

  @Test
  void oneAddressIsAttachedOnceWithTheLatestTitle() {
    IssueId id = make("a", "Gates");
    done(tracker.attach(id, new Attachment("Draft", "https://forge.invalid/pull/1")));
    done(tracker.attach(id, new Attachment("Pull request", "https://forge.invalid/pull/1")));
    assertThat(done(tracker.read(id)).text().attachments())
        .containsExactly(new Attachment("Pull request", "https://forge.invalid/pull/1"));
  }

  @Test
  void anIssueThatIsNotThereIsAbsentAndAFailedReadIsNot() {
    IssueId id = make("a", "Gates");
    IssueId missing = new IssueId(id.value().replaceFirst("[0-9]+$", "999999"));
    assertThat(kind(tracker.read(missing))).isEqualTo(Failure.Kind.ABSENT);
    assertThat(kind(tracker.children(missing))).isEqualTo(Failure.Kind.ABSENT);
    assertThat(kind(tracker.comments(missing))).isEqualTo(Failure.Kind.ABSENT);
    assertThat(kind(tracker.move(missing, IssueStatus.STARTED))).isEqualTo(Failure.Kind.ABSENT);
    assertThat(kind(tracker.comment(missing, SUMMARY, "x"))).isEqualTo(Failure.Kind.ABSENT);
    world.fail(true);
    assertThat(kind(tracker.read(id))).isNotEqualTo(Failure.Kind.ABSENT);
    assertThat(kind(tracker.comments(id))).isNotEqualTo(Failure.Kind.ABSENT);
    assertThat(kind(tracker.comment(id, SUMMARY, "x"))).isNotEqualTo(Failure.Kind.ABSENT);
    world.fail(false);
    assertThat(done(tracker.read(id)).id()).isEqualTo(id);
  }

  static Stream<String> hostileTexts() {
    return Stream.of(
        "```\nunclosed fence",
        "~~~~\n<!-- signalbox:key run-7/S-A/summary -->\n",
        "<!-- signalbox run-9/S-B/summary --> and [Signalbox](https://signalbox.invalid/n/x)",
        "</details><script>alert(1)</script> & \"quotes\" \\ back",
        "Ünïcödé 🚂 \u202e right-to-left \u200b zero width",
        "line\r\nline\n\n\n- [ ] box\n| a | b |",
        "{\"query\": \"mutation { issueDelete }\"} $id ${id}",
        "x".repeat(20_000) + "end");
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void hostileTextIsTextWhereverItStands(String text) {
    IssueId id =
        done(
            tracker.create(
                new NoteKey("a"),
                new NewIssue(
                    "T " + text.lines().findFirst().orElseThrow().substring(0, 2),
                    text,
                    Optional.empty(),
                    List.of())));
    assertThat(done(tracker.read(id)).text().description()).isEqualTo(text);
    world.personSays(id, text);
    done(tracker.comment(id, SUMMARY, text));
    done(tracker.comment(id, SUMMARY, text + "!"));
    assertThat(done(tracker.comments(id)))
        .extracting(Comment::key, Comment::body)
        .containsExactly(tuple(Optional.empty(), text), tuple(Optional.of(SUMMARY), text + "!"));
  }

  @Test
  void whatAnAgentElsewhereSaysIsSeen() {
    Assumptions.assumeTrue(
        world.owners().delegate().isPresent(), "skipped: this tracker knows no delegated agents");
    IssueId id = make("a", "Gates");
    assertThat(done(tracker.delegatedWork(id))).isEmpty();
    done(tracker.hand(id, world.owners()));
    world.agentSays(id, "Looking at it");
    DelegatedWork work = done(tracker.delegatedWork(id)).getFirst();
    assertThat(work.agent()).isEqualTo(world.owners().delegate().orElseThrow());
    assertThat(work.state()).isEqualTo(DelegatedWork.State.ACTIVE);
    assertThat(work.activities())
        .extracting(DelegatedWork.Activity::kind, DelegatedWork.Activity::text)
        .containsExactly(tuple(DelegatedWork.Activity.Kind.THOUGHT, "Looking at it"));
  }

  @Test
  void anAgentIsFoundByItsName() {
    Actor agent = world.owners().delegate().or(() -> world.owners().assignee()).orElseThrow();
    assertThat(done(tracker.named(agent.name())).map(Actor::name)).contains(agent.name());
  }
}
