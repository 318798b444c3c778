package dev.signalbox.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalbox.forge.PullRequest.State.Kind;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all forges do. */
public abstract class ForgeContractTest {
  private static final String BRANCH = "claude/shop-101-gates";

  /** More than one page of a hundred. */
  private static final int MORE_THAN_A_PAGE = 130;

  private static final int MORE_THAN_TWO_PAGES = 230;

  private ForgedWorld world;
  private Forge forge;

  /** A service with a branch {@code main}; the test is skipped, with a reason, without it. */
  protected abstract ForgedWorld open();

  @BeforeEach
  void start() {
    world = open();
    forge = world.client();
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

  private static NewPullRequest request(String title) {
    return new NewPullRequest(BRANCH, "main", title, "Text of " + title);
  }

  private PullRequest opened() {
    world.push(BRANCH);
    return done(forge.open(request("Gates")));
  }

  private List<String> bodies(int number) {
    return done(forge.remarks(number)).stream().map(Remark::body).toList();
  }

  @Test
  void whatWasOpenedIsRead() {
    String tip = world.push(BRANCH);
    PullRequest opened = done(forge.open(request("Gates")));
    PullRequest read = done(forge.read(opened.number()));
    assertThat(read.text()).isEqualTo(new PullRequest.Text("Gates", "Text of Gates", List.of()));
    assertThat(read.head().branch()).isEqualTo(BRANCH);
    assertThat(read.head().commit()).isEqualTo(tip);
    assertThat(read.head().base()).isEqualTo("main");
    assertThat(read.state().kind()).isEqualTo(Kind.OPEN);
    assertThat(read.state().mergeCommit()).isEmpty();
    assertThat(read.url()).startsWith("http");
    assertThat(forge.scope()).isNotBlank();
  }

  @Test
  void oneBranchHasOneOpenPullRequestWhoeverOpensIt() {
    PullRequest first = opened();
    PullRequest again = done(world.client().open(request("Gates, better")));
    assertThat(again.number()).isEqualTo(first.number());
    assertThat(done(forge.read(first.number())).text().title()).isEqualTo("Gates, better");
    done(forge.close(first.number(), "Not needed"));
    assertThat(done(forge.open(request("Gates"))).number()).isNotEqualTo(first.number());
  }

  @Test
  void aBranchThatIsNotThereOpensNothing() {
    assertThat(kind(forge.open(request("Gates")))).isEqualTo(Failure.Kind.REFUSED);
    assertThat(done(forge.from(BRANCH))).isEmpty();
  }

  @Test
  void theLatestPullRequestOfABranchIsFoundOpenOrNot() {
    PullRequest first = opened();
    done(forge.close(first.number(), "Not needed"));
    assertThat(done(forge.from(BRANCH)).orElseThrow().state().kind()).isEqualTo(Kind.CLOSED);
    PullRequest second = done(forge.open(request("Gates")));
    assertThat(done(forge.from(BRANCH)).map(PullRequest::number)).contains(second.number());
    assertThat(done(forge.from("claude/shop"))).isEmpty();
  }

  @Test
  void whatChangedSinceThenIsListedLatestFirst() {
    PullRequest first = opened();
    world.push("other");
    PullRequest other = done(forge.open(new NewPullRequest("other", "main", "Other", "")));
    world.says(first.number(), "Hello");
    Instant since = done(forge.read(first.number())).state().updated();
    assertThat(done(forge.changedSince(Instant.EPOCH)))
        .extracting(PullRequest::number)
        .containsExactly(first.number(), other.number());
    assertThat(done(forge.changedSince(since)))
        .extracting(PullRequest::number)
        .containsExactly(first.number());
    assertThat(done(forge.changedSince(since.plusSeconds(1)))).isEmpty();
  }

  @Test
  void laterPullRequestsHaveHigherNumbers() {
    assertThat(done(forge.newest())).isZero();
    PullRequest first = opened();
    done(forge.close(first.number(), "Not needed"));
    assertThat(done(forge.newest())).isEqualTo(first.number());
    world.push("other");
    PullRequest other = done(forge.open(new NewPullRequest("other", "main", "Other", "")));
    world.says(first.number(), "Hello");
    assertThat(other.number()).isGreaterThan(first.number());
    assertThat(done(forge.newest())).isEqualTo(other.number());
  }

  @Test
  void whatTheForgeLinksWithAnIssueIsToldAlsoWhenItIsClosed() {
    IssueId issue = world.issue();
    PullRequest first = opened();
    world.push("other");
    done(forge.open(new NewPullRequest("other", "main", "About " + issue, "It has to do with it")));
    assertThat(done(forge.linkedWith(issue))).isEmpty();
    world.links(first.number(), issue);
    done(forge.close(first.number(), "Not needed"));
    assertThat(done(forge.linkedWith(issue))).containsExactly(first.number());
    assertThat(done(forge.linkedWith(new IssueId("SHOP-1")))).isEmpty();
    assertThat(done(forge.linkedWith(new IssueId("others/repository#1")))).isEmpty();
    world.fail(true);
    assertThat(kind(forge.linkedWith(issue))).isNotEqualTo(Failure.Kind.ABSENT);
    assertThat(kind(forge.newest())).isNotEqualTo(Failure.Kind.ABSENT);
    world.fail(false);
  }

  @Test
  void everyFileThatChangesIsNamedOnceUnderItsNewPath() {
    world.has(List.of("old/moved.txt", "gone.txt", "kept.txt"));
    int number = opened().number();
    List<String> before = done(forge.paths(number));
    List<String> added =
        IntStream.range(0, MORE_THAN_TWO_PAGES).mapToObj("made/%03d.txt"::formatted).toList();
    world.restructures(
        number, added, Map.of("old/moved.txt", "new/moved.txt"), List.of("gone.txt"));
    List<String> paths = done(forge.paths(number));
    assertThat(paths)
        .containsAll(before)
        .containsAll(added)
        .contains("new/moved.txt", "gone.txt")
        .doesNotContain("old/moved.txt", "kept.txt")
        .doesNotHaveDuplicates()
        .hasSize(before.size() + MORE_THAN_TWO_PAGES + 2);
    assertThat(kind(forge.paths(number + 1_000))).isEqualTo(Failure.Kind.ABSENT);
  }

  @Test
  void theLatestOfEachCheckCounts() {
    String tip = world.push(BRANCH);
    assertThat(done(forge.checks(tip)).all()).isEmpty();
    world.check(tip, "build", Checks.Result.FAILED);
    world.check(tip, "lint", Checks.Result.NEUTRAL);
    world.check(tip, "build", Checks.Result.PENDING);
    world.check(tip, "build", Checks.Result.PASSED);
    assertThat(done(forge.checks(tip)).all())
        .extracting(Checks.Check::name, Checks.Check::result)
        .containsExactlyInAnyOrder(
            tuple("build", Checks.Result.PASSED), tuple("lint", Checks.Result.NEUTRAL));
  }

  @Test
  void everythingThatWasSaidComesInOrder() {
    PullRequest pull = opened();
    world.says(pull.number(), "First");
    String line = world.remarks(pull.number(), "README.md", "A typo");
    world.approves(pull.number());
    world.reacts(pull.number(), "+1");
    List<Remark> remarks = done(forge.remarks(pull.number()));
    assertThat(remarks)
        .extracting(Remark::kind, Remark::body)
        .containsExactly(
            tuple(Remark.Kind.COMMENT, "First"),
            tuple(Remark.Kind.LINE, "A typo"),
            tuple(Remark.Kind.REVIEW_APPROVED, ""),
            tuple(Remark.Kind.REACTION, "+1"));
    assertThat(remarks).extracting(each -> each.author().login()).containsOnly(world.person());
    assertThat(remarks.get(1).id()).isEqualTo(line);
    Remark.Place place = remarks.get(1).place().orElseThrow();
    assertThat(place.path()).isEqualTo("README.md");
    assertThat(place.commit()).isEqualTo(pull.head().commit());
    assertThat(place.isResolved()).isFalse();
  }

  @Test
  void aClosedThreadIsSeenAndItsFirstCommitStays() {
    PullRequest pull = opened();
    String line = world.remarks(pull.number(), "README.md", "A typo");
    String open = world.remarks(pull.number(), "README.md", "Another");
    world.push(BRANCH);
    world.resolves(pull.number(), line);
    assertThat(done(forge.remarks(pull.number())))
        .extracting(
            Remark::id,
            each -> each.place().orElseThrow().isResolved(),
            each -> each.place().orElseThrow().commit())
        .containsExactlyInAnyOrder(
            tuple(line, true, pull.head().commit()), tuple(open, false, pull.head().commit()));
  }

  @Test
  void remarksAreReadToTheLastPage() {
    PullRequest pull = opened();
    List<String> said = IntStream.range(0, MORE_THAN_A_PAGE).mapToObj(i -> "Remark " + i).toList();
    said.forEach(body -> world.says(pull.number(), body));
    assertThat(bodies(pull.number())).containsExactlyElementsOf(said);
  }

  @Test
  void aKeyIsOneCommentThatIsRewritten() {
    PullRequest pull = opened();
    done(forge.comment(pull.number(), "run-7/summary", "One"));
    done(forge.comment(pull.number(), "run-7/summary", "One"));
    done(forge.comment(pull.number(), "run-7/other", "Else"));
    done(world.client().comment(pull.number(), "run-7/summary", "Two"));
    assertThat(bodies(pull.number())).containsExactlyInAnyOrder("Two", "Else");
  }

  @Test
  void aRemarkIsAnsweredOnceInItsThread() {
    PullRequest pull = opened();
    String line = world.remarks(pull.number(), "README.md", "A typo");
    done(forge.reply(pull.number(), line, "answer", "Mended"));
    done(world.client().reply(pull.number(), line, "answer", "Mended in 12ab"));
    assertThat(bodies(pull.number())).containsExactly("A typo", "Mended in 12ab");
    String answer = done(forge.remarks(pull.number())).getLast().id();
    done(forge.reply(pull.number(), answer, "second", "And tested"));
    assertThat(done(forge.remarks(pull.number())))
        .extracting(Remark::kind)
        .containsOnly(Remark.Kind.LINE)
        .hasSize(3);
  }

  @Test
  void aThreadIsClosedByAnyOfItsRemarksAndOnce() {
    PullRequest pull = opened();
    String line = world.remarks(pull.number(), "README.md", "A typo");
    String other = world.remarks(pull.number(), "README.md", "Another");
    done(forge.reply(pull.number(), line, "answer", "Mended"));
    done(forge.resolve(pull.number(), line));
    done(world.client().resolve(pull.number(), line));
    String open = world.remarks(pull.number(), "README.md", "A third");
    done(forge.reply(pull.number(), open, "answer", "Mended too"));
    done(forge.resolve(pull.number(), done(forge.remarks(pull.number())).getLast().id()));
    assertThat(done(forge.remarks(pull.number())))
        .filteredOn(each -> each.place().filter(Remark.Place::isAnswer).isEmpty())
        .extracting(Remark::id, each -> each.place().orElseThrow().isResolved())
        .containsExactlyInAnyOrder(tuple(line, true), tuple(other, false), tuple(open, true));
    assertThat(kind(forge.resolve(pull.number(), "review-comment:99999")))
        .isEqualTo(Failure.Kind.ABSENT);
    assertThat(kind(forge.resolve(999, line))).isEqualTo(Failure.Kind.ABSENT);
  }

  @Test
  void labelsComeAndGoByName() {
    PullRequest pull = opened();
    done(forge.label(pull.number(), List.of("in run", "a/b"), List.of()));
    done(forge.label(pull.number(), List.of("in run", "ü"), List.of("a/b", "never seen")));
    assertThat(done(forge.read(pull.number())).text().labels())
        .containsExactlyInAnyOrder("in run", "ü");
  }

  @Test
  void aReviewIsAskedForOrItIsSaidThatItWasNot() {
    PullRequest pull = opened();
    done(forge.requestReview(pull.number(), world.person()));
    done(forge.requestReview(pull.number(), world.person()));
    assertThat(kind(forge.requestReview(pull.number(), world.stranger())))
        .isEqualTo(Failure.Kind.REFUSED);
  }

  @Test
  void whatIsMergedIsMergedOnce() {
    PullRequest pull = opened();
    String head = pull.head().commit();
    Merging merged = done(forge.merge(pull.number(), head, "Merge gates\n\nAll of them."));
    assertThat(merged).isInstanceOf(Merging.Merged.class);
    assertThat(done(forge.merge(pull.number(), head, "Merge gates"))).isEqualTo(merged);
    PullRequest.State state = done(forge.read(pull.number())).state();
    assertThat(state.kind()).isEqualTo(Kind.MERGED);
    assertThat(state.mergeCommit()).contains(((Merging.Merged) merged).commit());
    done(forge.close(pull.number(), "Too late"));
    assertThat(done(forge.read(pull.number())).state().kind()).isEqualTo(Kind.MERGED);
  }

  @Test
  void aHeadThatMovedIsNotMerged() {
    PullRequest pull = opened();
    String later = world.push(BRANCH);
    assertThat(done(forge.merge(pull.number(), pull.head().commit(), "Merge")))
        .isEqualTo(new Merging.HeadMoved(later));
    assertThat(done(forge.read(pull.number())).state().kind()).isEqualTo(Kind.OPEN);
  }

  @Test
  void aRequiredCheckIsWaitedFor() {
    world.require("build");
    PullRequest pull = opened();
    String head = pull.head().commit();
    Merging refused = done(forge.merge(pull.number(), head, "Merge"));
    assertThat(refused).isInstanceOf(Merging.Refused.class);
    assertThat(((Merging.Refused) refused).reason()).contains("build");
    world.check(head, "build", Checks.Result.PASSED);
    assertThat(done(forge.merge(pull.number(), head, "Merge"))).isInstanceOf(Merging.Merged.class);
  }

  @Test
  void closingSaysWhy() {
    PullRequest pull = opened();
    done(forge.close(pull.number(), "Another one was merged"));
    done(forge.close(pull.number(), "Another one was merged"));
    assertThat(done(forge.read(pull.number())).state().kind()).isEqualTo(Kind.CLOSED);
    assertThat(bodies(pull.number())).containsExactly("Another one was merged");
    Merging merged = done(forge.merge(pull.number(), pull.head().commit(), "Merge"));
    assertThat(merged).isInstanceOf(Merging.Refused.class);
  }

  @Test
  void rolesAreKnownAndStrangersHaveNone() {
    assertThat(done(forge.roleOf(world.person()))).isEqualTo(Role.WRITE);
    assertThat(done(forge.roleOf(world.stranger()))).isEqualTo(Role.NONE);
    assertThat(done(forge.roleOf("nobody-of-that-name"))).isEqualTo(Role.NONE);
  }

  @Test
  void whatIsNotThereIsAbsentAndAFailedReadIsNot() {
    PullRequest pull = opened();
    assertThat(kind(forge.read(999))).isEqualTo(Failure.Kind.ABSENT);
    assertThat(kind(forge.remarks(999))).isEqualTo(Failure.Kind.ABSENT);
    assertThat(kind(forge.comment(999, "key", "x"))).isEqualTo(Failure.Kind.ABSENT);
    assertThat(kind(forge.merge(999, pull.head().commit(), "x"))).isEqualTo(Failure.Kind.ABSENT);
    world.fail(true);
    assertThat(kind(forge.read(pull.number()))).isNotEqualTo(Failure.Kind.ABSENT);
    assertThat(kind(forge.from(BRANCH))).isNotEqualTo(Failure.Kind.ABSENT);
    assertThat(kind(forge.roleOf(world.person()))).isNotEqualTo(Failure.Kind.ABSENT);
    world.fail(false);
    assertThat(done(forge.from(BRANCH)).map(PullRequest::number))
        .isEqualTo(Optional.of(pull.number()));
  }
}
