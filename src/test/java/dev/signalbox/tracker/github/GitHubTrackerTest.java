package dev.signalbox.tracker.github;

import static dev.signalbox.tracker.TrackerContractTest.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalbox.githubapi.FakeAccount;
import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.githubapi.Fault;
import dev.signalbox.githubapi.Neighbours;
import dev.signalbox.githubapi.Sent;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.Attachment;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.Move;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Owners;
import dev.signalbox.tracker.Tracker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitHubTrackerTest {
  private static final NoteKey KEY = new NoteKey("plan/1A");

  @TempDir Path folder;
  private IssueWorld world;
  private FakeGitHub github;
  private Neighbours others;
  private Tracker tracker;

  @BeforeEach
  void start() {
    world = new IssueWorld(folder);
    github = world.clients.github();
    others = world.clients.others();
    tracker = world.client();
  }

  @AfterEach
  void stop() {
    if (world != null) {
      world.close();
    }
  }

  private static NewIssue issue(String description) {
    return new NewIssue("Gates", description, Optional.empty(), List.of());
  }

  private static Failure.Kind kind(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed<?>) outcome).failure().kind();
  }

  @Test
  void ofManyWhoMakeOneIssueAtOnceTheOldestStaysAndTheOthersAreItsDuplicates() throws Exception {
    int makers = 4;
    CyclicBarrier start = new CyclicBarrier(makers);
    List<Callable<IssueId>> work = new ArrayList<>();
    for (int i = 0; i < makers; i++) {
      Tracker own = world.client();
      work.add(() -> {
        start.await();
        return done(own.create(KEY, issue("Text")));
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(makers)) {
      for (Future<IssueId> made : threads.invokeAll(work)) {
        made.get();
      }
    }
    IssueId kept = done(tracker.create(KEY, issue("Text")));
    assertThat(kept).isEqualTo(new IssueId("#1"));
    assertThat(done(tracker.read(kept)).standing().status().isOver()).isFalse();
    int later = 2;
    while (others.isThere(later)) {
      assertThat(done(tracker.read(new IssueId("#" + later))).standing().status())
          .isEqualTo(IssueStatus.CANCELED);
      later++;
    }
  }

  @Test
  void anAnswerThatNeverCameLeavesOneIssue() {
    github.spoil("POST /repos/acme/shop/issues", new Fault.Cut());
    assertThat(kind(tracker.create(KEY, issue("Text")))).isEqualTo(Failure.Kind.UNREACHABLE);
    assertThat(done(tracker.create(KEY, issue("Text")))).isEqualTo(new IssueId("#1"));
    assertThat(others.isThere(2)).isFalse();
  }

  @Test
  void anIssueLeftWithoutItsParentIsGivenItWhenTheMakingIsRepeated() {
    IssueId parent = done(tracker.create(new NoteKey("plan"), issue("All")));
    NewIssue child = new NewIssue("Gates", "", Optional.of(parent), List.of());
    github.spoil("POST /repos/acme/shop/issues/1/sub_issues", new Fault.Refused(422, "Not now"));
    assertThat(kind(tracker.create(KEY, child))).isEqualTo(Failure.Kind.REFUSED);
    github.spoil("POST /repos/acme/shop/issues/1/sub_issues", new Fault.Cut());
    IssueId made = done(tracker.create(KEY, child));
    assertThat(done(tracker.read(parent)).ties().children()).containsExactly(made);
  }

  @Test
  void aMarkThatSomebodyElseWroteIsNotOurs() {
    int planted = others.issue(FakeGitHub.ANN, "Gates", "<!-- signalbox: plan/1A -->\n\nMine now");
    IssueId made = done(tracker.create(KEY, issue("Text")));
    assertThat(made).isNotEqualTo(new IssueId("#" + planted));
  }

  @Test
  void movesSayWhoDecidedAndAnExchangeOfLabelsIsOneMove() {
    IssueId id = done(tracker.create(KEY, issue("Text")));
    FakeAccount linear = FakeAccount.bot(21, "linear[bot]", "linear");
    done(tracker.move(id, IssueStatus.STARTED));
    done(tracker.move(id, IssueStatus.IN_REVIEW));
    others.turn(1, linear, true, "completed");
    others.turn(1, FakeGitHub.ANN, false, "reopened");
    others.turn(1, FakeGitHub.ANN, true, "not_planned");
    assertThat(done(tracker.moves(id)))
        .extracting(
            Move::to, it -> it.by().orElseThrow().name(), it -> it.by().orElseThrow().isBot())
        .containsExactly(
            tuple(IssueStatus.STARTED, "signalbox-acme", true),
            tuple(IssueStatus.IN_REVIEW, "signalbox-acme", true),
            tuple(IssueStatus.COMPLETED, "linear", true),
            tuple(IssueStatus.IN_REVIEW, "ann", false),
            tuple(IssueStatus.CANCELED, "ann", false));
  }

  @Test
  void copilotIsAssignedUnderOneNameAndListedUnderAnother() {
    IssueId id = done(tracker.create(KEY, issue("Text")));
    Owners owners =
        new Owners(Optional.empty(), Optional.of(new Actor("", "copilot-swe-agent", true)));
    done(tracker.hand(id, owners));
    github.takeSent();
    done(tracker.hand(id, owners));
    assertThat(github.takeSent())
        .extracting(Sent::line)
        .noneMatch(line -> line.startsWith("PATCH"));
    assertThat(done(tracker.read(id)).standing().owners().delegate())
        .contains(new Actor("198982749", "Copilot", true));
    Owners nobodys = new Owners(Optional.of(new Actor("", "stranger", false)), Optional.empty());
    assertThat(kind(tracker.hand(id, nobodys))).isEqualTo(Failure.Kind.REFUSED);
  }

  @Test
  void idsAreOfThisRepository() {
    IssueId id = done(tracker.create(KEY, issue("Text")));
    assertThat(id).isEqualTo(new IssueId("#1"));
    assertThat(done(tracker.read(new IssueId("acme/shop#1"))).id()).isEqualTo(id);
    for (String other : List.of("acme/other#1", "SHOP-1", "acme/shop/1", "#0")) {
      assertThat(kind(tracker.read(new IssueId(other)))).isEqualTo(Failure.Kind.REFUSED);
    }
  }

  @Test
  void linksAreReadAsTheyWereAttachedAndTheDescriptionStays() {
    String text =
        "<!-- signalbox-links -->\n- [x](<https://x.invalid>)\n<!-- signalbox-links-end -->\n";
    IssueId id = done(tracker.create(KEY, issue(text)));
    List<Attachment> links =
        List.of(
            new Attachment("A [b](c) \\ `d` <e> #1 @ann *f*", "https://a.invalid/?x=1&y=(2)"),
            new Attachment("Plain", "http://b.invalid/"));
    links.forEach(link -> done(tracker.attach(id, link)));
    assertThat(done(tracker.read(id)).text().attachments()).isEqualTo(links);
    assertThat(done(tracker.read(id)).text().description()).isEqualTo(text);
    done(tracker.describe(id, "```\nopen"));
    assertThat(done(tracker.read(id)).text().attachments()).isEqualTo(links);
    assertThat(done(tracker.create(KEY, issue("")))).isEqualTo(id);
    for (String url : List.of("javascript:alert(1)", "https://a.invalid/>x", "https://a b")) {
      assertThat(kind(tracker.attach(id, new Attachment("x", url))))
          .isEqualTo(Failure.Kind.REFUSED);
    }
  }

  @Test
  void anOrdinaryIssueCostsFewRequests() {
    IssueId parent = done(tracker.create(new NoteKey("plan"), issue("All")));
    told("create");
    IssueId id =
        done(tracker.create(KEY, new NewIssue("Gates", "", Optional.of(parent), List.of("api"))));
    told("create a sub-issue");
    done(tracker.move(id, IssueStatus.STARTED));
    told("move");
    done(tracker.comment(id, new NoteKey("run-7/summary"), "Done"));
    told("comment");
    done(tracker.read(id));
    told("read");
    for (int i = 0; i < 10; i++) {
      done(tracker.read(id));
    }
    assertThat(told("10 reads without change")).isZero();
  }

  private int told(String what) {
    List<Sent> sent = github.takeSent();
    int counted = (int) sent.stream().filter(Sent::isCounted).count();
    System.out.printf("GitHub issues: %s: %d requests, %d counted%n", what, sent.size(), counted);
    return counted;
  }
}
