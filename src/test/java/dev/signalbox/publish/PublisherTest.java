package dev.signalbox.publish;

import static dev.signalbox.tracker.TrackerContractTest.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.plan.IssueId;
import dev.signalbox.tracker.Attachment;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.Issue;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Tracker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublisherTest {
  private static final IssueId MASTER = new IssueId("SHOP-101");

  private static final String PLAN =
      """
      ---
      topic: x
      project: shop
      verify: make
      ---
      # Checkout revamp

      ## Phase 1A: Gates
      - exec: pair
      - touches: src/gates/**, packages/@acme/x/**

      Context:
      - It is slow

      Tasks:
      1. Mend it

      Deliverable: A faster gate.

      ## Phase 1B: Payment
      - exec: tdd
      - agent: cursor
      - touches: src/payment/**

      Context:
      - It is old

      Tasks:
      1. Renew it

      Deliverable: A new payment.

      ## Phase 2A: Interface
      - exec: tdd
      - touches: web/**
      - after: 1A, 1B

      Context:
      - It is ugly

      Tasks:
      1. Paint it

      Deliverable: A pretty page.
      """;

  private final Desk desk = new Desk(PLAN);

  private Issue read(String id) {
    return done(desk.tracker().read(new IssueId(id)));
  }

  @Test
  void makesTheIssuesTheirOrderTheTableAndThePlanAndNamesThemInThePlan() {
    Report report = desk.publish();

    assertThat(report.trouble()).isEmpty();
    assertThat(report.left()).isEmpty();
    assertThat(report.master()).contains(MASTER);
    assertThat(done(desk.tracker().children(MASTER)))
        .extracting(each -> each.text().title())
        .containsExactly("Batch 1A: Gates", "Batch 1B: Payment", "Batch 2A: Interface");
    assertThat(read("SHOP-104").blockedBy())
        .containsExactly(new IssueId("SHOP-102"), new IssueId("SHOP-103"));
    assertThat(read("SHOP-102").text().description())
        .contains("- touches: `src/gates/**`, `packages/@acme/x/**`")
        .contains("- Branch: `claude/shop-102-gates`, from `main`")
        .contains("- Test command: `make`")
        .contains("- Master plan: SHOP-101");
    assertThat(read("SHOP-103").text().description()).contains("`cursor/shop-103");
    assertThat(read("SHOP-101").text().description()).contains("verify: \"make\"");
    assertThat(done(desk.tracker().comments(MASTER)))
        .extracting(Comment::body)
        .satisfiesExactly(
            table -> assertThat(table).contains("## Dispatch table", "| S-C", "SHOP-104"),
            plan -> assertThat(plan).contains("## Phase 2A: Interface", "docs/plans/2026-02-15"));
    assertThat(desk.text())
        .isEqualTo(
            PLAN.replace("---\ntopic", "---\nissue: SHOP-101\ntopic")
                .replace("1A: Gates", "1A: Gates (SHOP-102)")
                .replace("1B: Payment", "1B: Payment (SHOP-103)")
                .replace("2A: Interface", "2A: Interface (SHOP-104)"));
  }

  @Test
  void aRepeatReadsAndChangesNothing() {
    desk.publish();
    String before = desk.text();
    FaultyTracker counting =
        new FaultyTracker(desk.tracker(), FaultyTracker.Fault.FAILS_DONE, Integer.MAX_VALUE);
    Report again = desk.publish(counting, desk);

    assertThat(again.done()).isEmpty();
    assertThat(again.trouble()).isEmpty();
    assertThat(counting.requests).containsExactly("read", "children", "comments");
    assertThat(desk.text()).isEqualTo(before);
  }

  @Test
  void aChangedPlanChangesWhatIsOursAndNothingThatAPersonWrote() {
    desk.publish();
    Tracker tracker = desk.tracker();
    done(tracker.describe(new IssueId("SHOP-103"), "My own words."));
    done(tracker.describe(MASTER, "Hello.\n\n" + read("SHOP-101").text().description() + "\nBye."));
    desk.plan =
        desk.text()
            .replace("Mend it", "Replace it")
            .replace("verify: make", "verify: gmake")
            .replace("Renew it", "Leave it")
            .getBytes(StandardCharsets.UTF_8);

    Report report = desk.publish();

    assertThat(report.done())
        .containsExactly(
            "header of SHOP-101",
            "text of SHOP-102",
            "text of SHOP-104",
            "comment on SHOP-101: plan's text");
    assertThat(read("SHOP-102").text().description())
        .contains("Replace it")
        .doesNotContain("Mend it");
    assertThat(read("SHOP-103").text().description()).isEqualTo("My own words.");
    assertThat(read("SHOP-101").text().description())
        .startsWith("Hello.\n\n## Plan header")
        .contains("verify: \"gmake\"")
        .doesNotContain("verify: \"make\"")
        .endsWith("Bye.");
  }

  @Test
  void aMasterIssueThatThePlanNamesKeepsItsWords() {
    IssueId own =
        done(
            desk.tracker()
                .create(
                    new NoteKey("mine"),
                    new NewIssue("Ours", "We want this.", Optional.empty(), List.of())));
    desk.plan =
        PLAN.replace("topic:", "issue: " + own + "\ntopic:").getBytes(StandardCharsets.UTF_8);

    assertThat(desk.publish().trouble()).isEmpty();
    assertThat(read(own.value()).text().title()).isEqualTo("Ours");
    assertThat(read(own.value()).text().description())
        .startsWith("We want this.\n\n## Plan header\n");
    assertThat(done(desk.tracker().children(own))).hasSize(3);
  }

  @Test
  void anIssueThatIsOverIsNotBroughtBackQuietly() {
    desk.publish();
    done(desk.tracker().move(new IssueId("SHOP-103"), IssueStatus.CANCELED));
    Report report = desk.publish();
    assertThat(report.trouble().orElse("")).contains("SHOP-103 CANCELED");
    done(desk.tracker().move(MASTER, IssueStatus.COMPLETED));
    assertThat(desk.publish().trouble().orElse("")).contains("SHOP-101 COMPLETED");
  }

  @ParameterizedTest
  @EnumSource(FaultyTracker.Fault.class)
  void afterAFaultAtAnyRequestARepeatMakesWhatIsMissingAndNothingTwice(FaultyTracker.Fault fault) {
    int requests = 0;
    for (int at = 1; at == 1 || at <= requests; at++) {
      Desk there = new Desk(PLAN);
      FaultyTracker faulty = new FaultyTracker(there.tracker(), fault, at);
      if (fault.name().startsWith("KILLED")) {
        assertThatThrownBy(() -> there.publish(faulty, there))
            .isInstanceOf(FaultyTracker.Killed.class);
      } else {
        Report report = there.publish(faulty, there);
        assertThat(report.trouble()).as("fault at %s", at).isPresent();
        assertThat(report.trouble().orElse("")).contains("unreachable: ");
        assertThat(report.left()).isNotEmpty();
      }
      requests = Math.max(requests, countRequests());
      assertThat(there.publish().trouble()).as("fault at %s", at).isEmpty();
      assertOneOfEverything(there);
    }
    assertThat(requests).isGreaterThan(10);
  }

  private static int countRequests() {
    Desk there = new Desk(PLAN);
    FaultyTracker counting =
        new FaultyTracker(there.tracker(), FaultyTracker.Fault.FAILS_DONE, Integer.MAX_VALUE);
    there.publish(counting, there);
    return counting.requests.size();
  }

  @Test
  void afterAKillAroundTheWritingOfIdsARepeatFindsEverything() {
    for (boolean isWritten : List.of(true, false)) {
      Desk there = new Desk(PLAN);
      PlanWriter dying =
          (master, phases) -> {
            if (isWritten) {
              there.write(master, phases);
            }
            throw new FaultyTracker.Killed();
          };
      assertThatThrownBy(() -> there.publish(there.tracker(), dying))
          .isInstanceOf(FaultyTracker.Killed.class);
      assertThat(there.publish().trouble()).isEmpty();
      assertOneOfEverything(there);
    }
  }

  private static void assertOneOfEverything(Desk there) {
    Tracker tracker = there.tracker();
    assertThat(there.read().header().issue()).contains(MASTER);
    assertThat(there.read().phases())
        .extracting(each -> each.issue().orElseThrow().value())
        .containsExactly("SHOP-102", "SHOP-103", "SHOP-104");
    assertThat(done(tracker.children(MASTER)))
        .extracting(each -> each.text().title())
        .containsExactly("Batch 1A: Gates", "Batch 1B: Payment", "Batch 2A: Interface");
    assertThat(done(tracker.children(MASTER)).getLast().blockedBy()).hasSize(2);
    assertThat(done(tracker.children(MASTER)))
        .allSatisfy(each ->
            assertThat(each.text().description())
                .contains("/shop-" + each.id().value().substring(5)));
    assertThat(done(tracker.comments(MASTER)))
        .extracting(each -> each.key().orElseThrow().value())
        .containsExactlyInAnyOrder("dispatch-table", "plan-text-1");
    NewIssue next = new NewIssue("next", "", Optional.empty(), List.of());
    assertThat(done(tracker.create(new NoteKey("next"), next))).isEqualTo(new IssueId("SHOP-105"));
  }

  @Test
  void thePlanIsOnTheMasterIssueBeforeAnythingIsDelegated() {
    desk.publish();
    Issue master = read("SHOP-101");
    Issue child = read("SHOP-102");
    List<Comment> comments = done(desk.tracker().comments(MASTER));
    String url = "https://github.com/owner/name/blob/main/plan.md";

    assertThat(PlanNotes.lack(child, master, comments, List.of())).isEmpty();
    assertThat(PlanNotes.lack(child, master, List.of(), List.of())).isPresent();
    assertThat(PlanNotes.lack(child, child, comments, List.of())).isEmpty();
    assertThat(PlanNotes.lack(master, child, comments, List.of())).isPresent();
    done(desk.tracker().attach(MASTER, new Attachment("Plan", url)));
    assertThat(PlanNotes.lack(child, read("SHOP-101"), List.of(), List.of(url))).isEmpty();
    assertThat(PlanNotes.lack(child, read("SHOP-101"), List.of(), List.of(url + "x"))).isPresent();
  }

  @Test
  void aLongPlanIsSeveralCommentsThatHoldAllOfIt() {
    String text = "x\n" + "line with ``` and <!-- signalbox:note -->\n".repeat(4_000);
    List<String> notes = PlanNotes.of("p.md", text);
    assertThat(notes)
        .hasSizeGreaterThan(2)
        .allSatisfy(note -> {
          assertThat(note).hasSizeLessThan(65_536).doesNotContain("<!--");
          assertThat(note.lines().filter(line -> line.startsWith("````"))).hasSize(2);
        });
    assertThat(notes.stream().flatMap(String::lines).filter(line -> line.startsWith("line with")))
        .hasSize(4_000);
  }
}
