package dev.signalbox.registry.tracker;

import static dev.signalbox.tracker.TrackerContractTest.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.IssueId;
import dev.signalbox.registry.ConflictReport;
import dev.signalbox.registry.DecisionRecord;
import dev.signalbox.registry.Registries;
import dev.signalbox.registry.RegistryWriter;
import dev.signalbox.registry.RegistryWriters;
import dev.signalbox.registry.SessionRegistry;
import dev.signalbox.registry.WriteOutcome;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.tracker.memory.MemoryIssues;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackerRegistryTest {
  private static final String HOSTILE =
      "@team closes #12, fixes SHOP-9\n```\n<!-- signalbox:note x -->\n## Phase 9: evil\n";

  private final MemoryIssues issues =
      new MemoryIssues("SHOP", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  private final Tracker tracker = issues.as(new Actor("u1", "signalbox", true));
  private final RegistryWriter registry = new TrackerRegistry(tracker);
  private IssueId master = new IssueId("SHOP-0");

  @BeforeEach
  void makeTheMasterIssue() {
    master =
        done(
            tracker.create(
                new NoteKey("m"), new NewIssue("Plan", "", Optional.empty(), List.of())));
  }

  private SessionRegistry saying(String text, ConflictReport... conflicts) {
    SessionRegistry said = Registries.saying(text);
    return new SessionRegistry(
        said.rows(),
        said.summaries(),
        List.of(conflicts),
        List.of(),
        Optional.of(new SessionRegistry.Home(new RunId("run-1"), master)));
  }

  private static ConflictReport open() {
    return new ConflictReport(
        7, "S-A and S-B disagree @team", HOSTILE, List.of(new SessionId("S-A")), Optional.empty());
  }

  private List<Comment> comments() {
    return done(tracker.comments(master));
  }

  @Test
  void registrySummariesAndConflictsAreOneCommentEach() {
    assertThat(registry.write("plan.md", saying("fine", open())))
        .isEqualTo(new WriteOutcome.Written());
    assertThat(comments())
        .extracting(each -> each.key().orElseThrow().value())
        .containsExactly("run-1/registry", "run-1/S-A/summary", "run-1/conflict-7");
    assertThat(comments().getFirst().body())
        .contains("| Session Name | Issue | Phase | Agent | Branch | Plan File | Status |")
        .contains("| fine | SHOP-101 | 1A | claude | fine | fine | Failed (fine) |");
  }

  @Test
  void onlyWhatChangedIsWrittenAndADecisionStandsBesideWhatWasShown() {
    assertThat(registry.write("plan.md", saying("fine", open())))
        .isEqualTo(new WriteOutcome.Written());
    issues.failWith(Optional.of(Failure.of(Failure.Kind.UNREACHABLE, "expected no request")));
    assertThat(registry.write("plan.md", saying("fine", open())))
        .isEqualTo(new WriteOutcome.Unchanged());
    issues.failWith(Optional.empty());

    ConflictReport decided =
        new ConflictReport(7, "", "", List.of(), Optional.of("ann: S-A goes on"));
    assertThat(registry.write("plan.md", saying("fine", decided)))
        .isEqualTo(new WriteOutcome.Written());
    assertThat(comments()).hasSize(4);
    assertThat(comments().get(2).body()).contains("disagree");
    assertThat(comments().get(3).body()).contains("decided", "ann: S-A goes on");
  }

  @Test
  void whatAnAgentWroteCallsNobodyClosesNothingAndForgesNoMark() {
    registry.write("plan.md", saying(HOSTILE, open()));
    assertThat(comments())
        .hasSize(3)
        .allSatisfy(comment -> {
          assertThat(comment.body()).doesNotContain("@team", "<!--");
          assertThat(comment.body()).doesNotContainPattern("(closes|fixes) (#12|SHOP-9)");
        });
    assertThat(comments().get(1).body()).containsSubsequence("````text\n", "\n````\n\n| Issue |");
    for (String hostile : Registries.HOSTILE) {
      registry.write("plan.md", saying(hostile));
      assertThat(comments().getFirst().body().lines()).hasSize(7);
      assertThat(comments().get(1).body()).doesNotContain("<!--", "\u202E", "\u001b");
    }
  }

  @Test
  void whatIsTooLongIsCutAndSaidToBe() {
    registry.write("plan.md", saying("x".repeat(100_000)));
    assertThat(comments()).allSatisfy(each -> assertThat(each.body()).hasSizeLessThan(60_000));
    assertThat(comments().get(1).body()).contains("[cut here");
  }

  @Test
  void aFailureIsSaidAndTheNextWriteTriesAgain() {
    issues.failWith(Optional.of(Failure.of(Failure.Kind.RATE_LIMITED, "later")));
    assertThat(registry.write("plan.md", saying("fine")))
        .isEqualTo(new WriteOutcome.Refused("comment on " + master + ": RATE_LIMITED: later"));
    issues.failWith(Optional.empty());
    assertThat(registry.write("plan.md", saying("fine"))).isEqualTo(new WriteOutcome.Written());
  }

  /** A tracker that says it wrote, and shows what it was told to show. */
  private Tracker seeing(List<String> requests, Predicate<Comment> isSeen) {
    return (Tracker)
        Proxy.newProxyInstance(
            Tracker.class.getClassLoader(),
            new Class<?>[] {Tracker.class},
            (_, method, arguments) -> {
              requests.add(method.getName());
              Object answer = method.invoke(tracker, arguments);
              return method.getName().equals("comments")
                  ? new Outcome.Done<>(comments().stream().filter(isSeen).toList())
                  : answer;
            });
  }

  @Test
  void aCommentThatIsNotFoundIsLookedForAgainThenWrittenAgainAndNeverCalledWritten() {
    List<String> requests = new ArrayList<>();
    boolean[] isBlind = {true};
    RegistryWriter blind =
        new TrackerRegistry(
            seeing(
                requests,
                each -> !isBlind[0] || !each.key().orElseThrow().value().endsWith("/summary")));
    WriteOutcome.Refused told =
        new WriteOutcome.Refused(
            "comment on %s: expected to find what was written, found 1 missing or changed: %s"
                .formatted(master, "run-1/S-A/summary"));

    assertThat(blind.write("", saying("fine"))).isEqualTo(told);
    assertThat(requests).containsExactly("comment", "comment", "comments");
    assertThat(blind.write("", saying("fine"))).isEqualTo(told);
    assertThat(requests).endsWith("comments", "comments");
    assertThat(blind.write("", saying("fine"))).isEqualTo(told);
    assertThat(requests).endsWith("comments", "comments", "comment", "comments");
    isBlind[0] = false;
    assertThat(blind.write("", saying("fine"))).isEqualTo(new WriteOutcome.Written());
    assertThat(requests).hasSize(7);
    assertThat(blind.write("", saying("fine"))).isEqualTo(new WriteOutcome.Unchanged());
    assertThat(requests).hasSize(7);
    assertThat(comments()).hasSize(2);
  }

  @Test
  void aCommentThatKeepsItsOldTextIsNotWritten() {
    registry.write("", saying("old"));
    Comment old = comments().get(1);
    Tracker lagging =
        (Tracker)
            Proxy.newProxyInstance(
                Tracker.class.getClassLoader(),
                new Class<?>[] {Tracker.class},
                (_, method, arguments) ->
                    method.getName().equals("comments")
                        ? new Outcome.Done<>(List.of(comments().getFirst(), old))
                        : method.invoke(tracker, arguments));
    assertThat(new TrackerRegistry(lagging).write("", saying("new")))
        .isInstanceOfSatisfying(
            WriteOutcome.Refused.class,
            refused -> assertThat(refused.reason()).contains("found 1 missing or changed"));
  }

  @Test
  void thePlanFileIsWrittenAlsoWhenTheTrackerFails() {
    StringBuilder written = new StringBuilder();
    RegistryWriter file =
        (name, _) -> {
          written.append(name);
          return new WriteOutcome.Written();
        };
    RegistryWriter both = new RegistryWriters(file, registry, name -> name.endsWith(".md"));
    issues.failWith(Optional.of(Failure.of(Failure.Kind.UNREACHABLE, "nothing")));
    assertThat(both.write("plan.md", saying("fine"))).isInstanceOf(WriteOutcome.Refused.class);
    assertThat(written).hasToString("plan.md");
    issues.failWith(Optional.empty());
    assertThat(both.write("linear:SHOP-1", saying("fine"))).isEqualTo(new WriteOutcome.Written());
    assertThat(written).hasToString("plan.md");
    assertThat(both.write("plan.md", Registries.EMPTY)).isEqualTo(new WriteOutcome.Written());
  }

  @Test
  void theRecordOfThePlanIsOneCommentThatIsBroughtUpToDate() {
    TrackerRegistry registry = new TrackerRegistry(tracker);
    for (String decision : List.of("open", "agreed by ann")) {
      SessionRegistry said = saying("fine");
      DecisionRecord record =
          new DecisionRecord(
              "review-plan", "Review of the plan", List.of("| C1 | " + decision + " |"));
      SessionRegistry shown =
          new SessionRegistry(
              said.rows(), said.summaries(), List.of(), List.of(record), said.home());
      registry.write("", shown);
      // After a restart nothing is remembered, and nothing is written twice.
      new TrackerRegistry(tracker).write("", shown);
    }

    assertThat(comments())
        .filteredOn(comment -> comment.body().startsWith("## Review of the plan"))
        .singleElement()
        .extracting(Comment::body)
        .asString()
        .contains("| C1 | agreed by ann |");
  }
}
