package dev.signalbox.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.Destination.Manner;
import dev.signalbox.feedback.Destination.Use;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.IssueId;
import dev.signalbox.review.Severity;
import dev.signalbox.session.SessionId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mission's section 7, row by row, and whom something is about. */
class FeedbackRouterTest {
  private static final SessionId A = new SessionId("S-A");
  private static final SessionId B = new SessionId("S-B");
  private static final Concern SESSION_A = Said.session("S-A", "SHOP-1", 7);
  private static final Concern SESSION_B = Said.session("S-B", "SHOP-2", 8);
  private static final List<Concern> BOTH = List.of(SESSION_A, SESSION_B);
  private static final RoutingRules QUICK =
      new RoutingRules(true, Optional.empty(), Said.RULES.repository(), Said.RULES.agents());

  private static Destination route(Said said) {
    return FeedbackRouter.route(said.item(), BOTH, Said.RULES);
  }

  private static Destination required() {
    return new Destination.ToSession(A, Use.REQUIRED);
  }

  private static Destination discretion() {
    return new Destination.ToSession(A, Use.DISCRETION);
  }

  private static Destination progress() {
    return new Destination.Progress(A);
  }

  @Test
  void vercelBotsPreviewIsSomethingToVerifyWith() {
    assertThat(route(Said.by(Source.VERCEL, Kind.DEPLOYMENT).result(Result.PASSED)))
        .isEqualTo(new Destination.ToSession(A, Use.VERIFY));
    assertThat(route(Said.by(Source.VERCEL, Kind.DEPLOYMENT).result(Result.FAILED)))
        .isEqualTo(required());
    assertThat(route(Said.by(Source.VERCEL, Kind.DEPLOYMENT).result(Result.PENDING)))
        .isEqualTo(progress());
  }

  @Test
  void vercelCommentsGoToTheDesignLoop() {
    assertThat(route(Said.by(Source.VERCEL, Kind.COMMENT)))
        .isEqualTo(new Destination.DesignLoop(Optional.of(A)));
    assertThat(route(Said.by(Source.VERCEL, Kind.COMMENT).aboutPullRequest(99)))
        .isEqualTo(new Destination.DesignLoop(Optional.empty()));
  }

  @Test
  void copilotsFindingsAreAddressedBeforeTheMerge() {
    assertThat(route(Said.by(Source.COPILOT, Kind.FINDING))).isEqualTo(required());
    assertThat(route(Said.by(Source.COPILOT, Kind.FINDING).severity(Severity.CONSIDER)))
        .isEqualTo(required());
    assertThat(route(Said.by(Source.COPILOT, Kind.FINDING).result(Result.WITHDRAWN)))
        .isEqualTo(progress());
  }

  @Test
  void sentrysAlertsBecomeIssuesOrReopenThem() {
    Subject nothing = Subject.NOTHING;
    assertThat(route(Said.by(Source.SENTRY, Kind.ALERT).about(nothing).result(Result.OPENED)))
        .isEqualTo(new Destination.Report(Optional.empty()));
    List<Concern> merged = List.of(Said.over(SESSION_A), SESSION_B);
    String tip = SESSION_A.commits().getFirst();
    assertThat(
            FeedbackRouter.route(
                Said.by(Source.SENTRY, Kind.ALERT).aboutCommit(tip).result(Result.OPENED).item(),
                merged,
                Said.RULES))
        .isEqualTo(new Destination.Report(Optional.of(new IssueId("SHOP-1"))));
    assertThat(route(Said.by(Source.SENTRY, Kind.ALERT).aboutCommit(tip).result(Result.REOPENED)))
        .isEqualTo(new Destination.Report(Optional.of(new IssueId("SHOP-1"))));
  }

  @Test
  void anAlertAboutSeveralSessionsIsAPersons() {
    Concern same =
        new Concern(
            B,
            new IssueId("SHOP-2"),
            new AgentId("claude"),
            Optional.empty(),
            Optional.of(8),
            SESSION_A.commits(),
            false);
    assertThat(
            FeedbackRouter.route(
                Said.by(Source.SENTRY, Kind.ALERT)
                    .aboutCommit(SESSION_A.commits().getFirst())
                    .result(Result.OPENED)
                    .item(),
                List.of(SESSION_A, same),
                Said.RULES))
        .isEqualTo(new Destination.Triage("about several sessions: S-A, S-B"));
  }

  @Test
  void linearBotsLinksNeedNobody() {
    assertThat(route(Said.by(Source.LINEAR, Kind.COMMENT))).isInstanceOf(Destination.Ignored.class);
    assertThat(route(Said.by(Source.LINEAR, Kind.ISSUE))).isEqualTo(progress());
  }

  @ParameterizedTest
  @CsvSource({"1,true", "4,true", "5,false", "0,false", "300,false"})
  void cursorsPullRequestIsAQuickFixBelowFiveLines(int lines, boolean isQuick) {
    Said said =
        Said.by(Source.CURSOR, Kind.PULL_REQUEST)
            .aboutBranch(30, "cursor/typo")
            .result(Result.OPENED)
            .lines(lines);
    Destination ordinary = new Destination.Review(30, Manner.STANDARD, Optional.empty());
    assertThat(FeedbackRouter.route(said.item(), BOTH, QUICK))
        .isEqualTo(isQuick ? new Destination.QuickFix(30) : ordinary);
    assertThat(FeedbackRouter.route(said.item(), BOTH, Said.RULES)).isEqualTo(ordinary);
  }

  @Test
  void aQuickFixIsFromTheRepositoryItselfAndOfNobodysSession() {
    Said fork =
        Said.by(Source.CURSOR, Kind.PULL_REQUEST)
            .aboutPullRequest(30)
            .result(Result.OPENED)
            .lines(2);
    assertThat(FeedbackRouter.route(fork.item(), BOTH, QUICK))
        .isInstanceOf(Destination.Review.class);
    Said own = Said.by(Source.CURSOR, Kind.PULL_REQUEST).result(Result.OPENED).lines(2);
    assertThat(FeedbackRouter.route(own.item(), BOTH, QUICK)).isEqualTo(progress());
  }

  @Test
  void aQuickFixThatGrowsIsNoneAnyMore() {
    Said grown =
        Said.by(Source.CURSOR, Kind.PULL_REQUEST)
            .aboutBranch(30, "cursor/typo")
            .result(Result.CHANGED)
            .lines(40);
    assertThat(FeedbackRouter.route(grown.item(), BOTH, QUICK))
        .isEqualTo(new Destination.Review(30, Manner.STANDARD, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"CRITICAL,REQUIRED", "IMPORTANT,DISCRETION", "CONSIDER,DISCRETION"})
  void severityDecidesForCodexCursorAndSentry(Severity severity, Use use) {
    for (Source source : List.of(Source.CODEX, Source.CURSOR, Source.SENTRY)) {
      assertThat(route(Said.by(source, Kind.FINDING).severity(severity)))
          .isEqualTo(new Destination.ToSession(A, use));
      assertThat(route(Said.by(source, Kind.FINDING))).as("not rated").isEqualTo(required());
    }
  }

  @Test
  void ctoNewsPullRequestIsComparedWithClaudeCodeOnTheSameIssue() {
    Said said =
        Said.by(Source.CTO_NEW, Kind.PULL_REQUEST)
            .aboutBranch(30, "cto.new/shop-1-gates")
            .result(Result.OPENED);
    assertThat(route(said)).isEqualTo(new Destination.Review(30, Manner.STANDARD, Optional.of(A)));
    assertThat(
            route(
                Said.by(Source.CTO_NEW, Kind.PULL_REQUEST)
                    .aboutBranch(30, "cto.new/shop-10-gates")
                    .result(Result.OPENED)))
        .isEqualTo(new Destination.Review(30, Manner.STANDARD, Optional.empty()));
  }

  @Test
  void theIssueOfAPullRequestIsToldByItsAgentsWordsToo() {
    Said titled = Said.by(Source.CTO_NEW, Kind.PULL_REQUEST).aboutBranch(30, "cto.new/own-name");
    assertThat(route(titled.title("SHOP-1: gates").result(Result.OPENED)))
        .isEqualTo(new Destination.Review(30, Manner.STANDARD, Optional.of(A)));
    Said described = Said.by(Source.CTO_NEW, Kind.PULL_REQUEST).aboutBranch(30, "cto.new/own-name");
    assertThat(route(described.text("For SHOP-1.").result(Result.OPENED)))
        .isEqualTo(new Destination.Review(30, Manner.STANDARD, Optional.of(A)));
    Said fork = Said.by(Source.CTO_NEW, Kind.PULL_REQUEST).aboutPullRequest(30);
    assertThat(route(fork.title("SHOP-1: gates").result(Result.OPENED)))
        .isEqualTo(new Destination.Review(30, Manner.STANDARD, Optional.empty()));
  }

  @Test
  void aBranchOfCtoNewThatNobodyWaitsForIsShownOnce() {
    Subject branch =
        new Subject(
            Optional.of(Said.REPOSITORY),
            Optional.empty(),
            Optional.empty(),
            Optional.of("cto.new/shop-9"),
            Optional.empty());
    assertThat(route(Said.by(Source.CTO_NEW, Kind.PUSH).about(branch).result(Result.OPENED)))
        .isInstanceOf(Destination.Triage.class);
    assertThat(route(Said.by(Source.CTO_NEW, Kind.PUSH).about(branch).result(Result.CHANGED)))
        .isInstanceOf(Destination.Ignored.class);
  }

  @Test
  void aCleanReviewOfCodexIsNewsForPolicyAndNoApproval() {
    assertThat(route(Said.by(Source.CODEX, Kind.REVIEW).result(Result.PASSED)))
        .isEqualTo(progress());
    assertThat(route(Said.by(Source.CODEX, Kind.REVIEW).result(Result.PASSED).aboutPullRequest(99)))
        .isInstanceOf(Destination.Ignored.class);
  }

  @Test
  void aReviewThatDidNotTakePlaceIsNoAnswer() {
    for (Source source : List.of(Source.CODEX, Source.CURSOR, Source.COPILOT, Source.AGENT)) {
      assertThat(route(Said.by(source, Kind.REVIEW).result(Result.FAILED))).isEqualTo(progress());
      assertThat(route(Said.by(source, Kind.REVIEW).result(Result.FAILED).aboutPullRequest(99)))
          .isInstanceOf(Destination.Triage.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'Self-verified in 3 iterations, all green.',LIGHT",
    "'Verification: completed, three rounds',LIGHT",
    "'3 verification rounds were run',LIGHT",
    "'Verification round 3: passed',LIGHT",
    "'Verified in 2 iterations.',STANDARD",
    "'It was not verified in 3 iterations',STANDARD",
    "'Could not be verified in 3 iterations',STANDARD",
    "'Verification failed after 3 attempts',STANDARD",
    "'Adds 3 buttons.',STANDARD"
  })
  void cyrusIsLookedAtLightlyOnlyAfterItsThreeRounds(String text, Manner manner) {
    Said said =
        Said.by(Source.CYRUS, Kind.PULL_REQUEST)
            .aboutBranch(30, "cyrus/shop-9")
            .result(Result.OPENED)
            .text(text);
    assertThat(route(said)).isEqualTo(new Destination.Review(30, manner, Optional.empty()));
  }

  @Test
  void aDraftWaitsUntilItIsReady() {
    assertThat(
            route(
                Said.by(Source.COPILOT, Kind.PULL_REQUEST)
                    .aboutPullRequest(30)
                    .result(Result.PENDING)))
        .isEqualTo(new Destination.Ignored("a draft"));
  }

  @Test
  void aFailedCheckOfASessionsBranchIsItsOwnToMend() {
    assertThat(route(Said.by(Source.CI, Kind.CHECK).result(Result.FAILED))).isEqualTo(required());
    assertThat(route(Said.by(Source.CI, Kind.CHECK).result(Result.PASSED))).isEqualTo(progress());
    assertThat(route(Said.by(Source.CI, Kind.CHECK).result(Result.FAILED).aboutPullRequest(99)))
        .isInstanceOf(Destination.Ignored.class);
  }

  @Test
  void bugbotsCheckSaysNothingWhateverItsConclusion() {
    for (Result result : List.of(Result.NONE, Result.FAILED, Result.PASSED)) {
      assertThat(route(Said.by(Source.CURSOR, Kind.CHECK).result(result))).isEqualTo(progress());
    }
  }

  @Test
  void aMembersReviewBindsAndAStrangersDoesNot() {
    assertThat(route(Said.by(Source.PERSON, Kind.REVIEW).result(Result.CHANGES_REQUESTED)))
        .isEqualTo(required());
    assertThat(route(Said.by(Source.PERSON, Kind.FINDING))).isEqualTo(required());
    assertThat(route(Said.by(Source.PERSON, Kind.COMMENT))).isEqualTo(discretion());
    assertThat(route(Said.by(Source.PERSON, Kind.REVIEW).result(Result.APPROVED)))
        .isEqualTo(progress());
    for (Kind kind : List.of(Kind.FINDING, Kind.COMMENT, Kind.REVIEW, Kind.AGENT)) {
      assertThat(route(Said.by(Source.PERSON, kind).result(Result.CHANGES_REQUESTED).stranger()))
          .isEqualTo(new Destination.Triage("said by a stranger"));
    }
    assertThat(route(Said.by(Source.PERSON, Kind.REVIEW).result(Result.APPROVED).stranger()))
        .isInstanceOf(Destination.Ignored.class);
  }

  @Test
  void nothingThatAStrangerSaysReachesASession() {
    for (Source source : Source.values()) {
      for (Kind kind : Kind.values()) {
        for (Result result : Result.values()) {
          Destination destination = route(Said.by(source, kind).result(result).stranger());
          if (kind != Kind.CHECK) {
            assertThat(destination)
                .as(source + " " + kind + " " + result)
                .isNotInstanceOf(Destination.ToSession.class)
                .isNotInstanceOf(Destination.QuickFix.class)
                .isNotInstanceOf(Destination.Review.class);
          }
        }
      }
    }
  }

  @Test
  void anOrderToStopIsForPolicy() {
    assertThat(route(Said.by(Source.PERSON, Kind.AGENT).result(Result.WITHDRAWN)))
        .isEqualTo(progress());
    assertThat(route(Said.by(Source.PERSON, Kind.AGENT).result(Result.CHANGED)))
        .isEqualTo(required());
    assertThat(route(Said.by(Source.AGENT, Kind.AGENT).result(Result.CHANGED)))
        .isEqualTo(progress());
  }

  @Test
  void aSessionThatIsOverGetsNothingAnyMore() {
    List<Concern> over = List.of(Said.over(SESSION_A), SESSION_B);
    assertThat(FeedbackRouter.route(Said.by(Source.CODEX, Kind.FINDING).item(), over, Said.RULES))
        .isEqualTo(new Destination.Triage("about S-A, which is over"));
    assertThat(FeedbackRouter.route(Said.by(Source.CI, Kind.PUSH).item(), over, Said.RULES))
        .isEqualTo(new Destination.Ignored("about S-A, which is over"));
  }

  @Test
  void thePullRequestDecidesThenTheCommitThenTheBranchThenTheIssue() {
    Subject all =
        new Subject(
            Optional.of(Said.REPOSITORY),
            Optional.of(new IssueId("SHOP-2")),
            Optional.of(7),
            SESSION_B.branch(),
            SESSION_B.commits().stream().findFirst());
    assertThat(route(Said.by(Source.CODEX, Kind.FINDING).about(all))).isEqualTo(required());
    Subject issue =
        new Subject(
            Optional.empty(),
            Optional.of(new IssueId("shop-1")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(route(Said.by(Source.PERSON, Kind.COMMENT).about(issue))).isEqualTo(discretion());
    Subject branch =
        new Subject(
            Optional.empty(),
            Optional.of(new IssueId("SHOP-2")),
            Optional.empty(),
            SESSION_A.branch(),
            Optional.of("ffffffffffffffffffffffffffffffffffffffff"));
    assertThat(route(Said.by(Source.CODEX, Kind.FINDING).about(branch))).isEqualTo(required());
  }

  @Test
  void anotherPullRequestWithTheSameCommitIsNotTheSessions() {
    Subject other =
        new Subject(
            Optional.of(Said.REPOSITORY),
            Optional.empty(),
            Optional.of(70),
            Optional.of("somebody/else"),
            SESSION_A.commits().stream().findFirst());
    assertThat(route(Said.by(Source.CODEX, Kind.FINDING).about(other)))
        .isEqualTo(new Destination.Triage("about no session of this run"));
  }

  @Test
  void anotherRepositorysNumbersMeanNothingHere() {
    Subject other =
        new Subject(
            Optional.of("shop/other"),
            Optional.empty(),
            Optional.of(7),
            SESSION_A.branch(),
            SESSION_A.commits().stream().findFirst());
    for (Kind kind : Kind.values()) {
      assertThat(route(Said.by(Source.CURSOR, kind).about(other).result(Result.OPENED)))
          .as(kind.name())
          .isInstanceOf(Destination.Ignored.class);
    }
  }

  @Test
  void aSecondTryOfAnIssueTakesThePlaceOfTheFirst() {
    Concern second = Said.session("S-C", "SHOP-1", 17);
    Subject issue =
        new Subject(
            Optional.empty(),
            Optional.of(new IssueId("SHOP-1")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(
            FeedbackRouter.route(
                Said.by(Source.PERSON, Kind.COMMENT).about(issue).item(),
                List.of(Said.over(SESSION_A), second),
                Said.RULES))
        .isEqualTo(new Destination.ToSession(new SessionId("S-C"), Use.DISCRETION));
  }

  @Test
  void everyItemHasADestinationWhoeverSaysWhat() {
    for (Source source : Source.values()) {
      for (Kind kind : Kind.values()) {
        for (Result result : Result.values()) {
          assertThat(route(Said.by(source, kind).result(result))).isNotNull();
          assertThat(route(Said.by(source, kind).result(result).about(Subject.NOTHING)))
              .isNotInstanceOf(Destination.ToSession.class);
        }
      }
    }
  }

  @Test
  void theNineRowsOfTheMissionAreThere() {
    List<String> rows =
        Arrays.stream(Source.values())
            .flatMap(source ->
                Arrays.stream(Kind.values())
                    .map(kind -> FeedbackRouter.row(Said.by(source, kind).item())))
            .distinct()
            .toList();
    assertThat(rows)
        .contains(
            "Vercel Bot",
            "Vercel Comments",
            "GitHub Copilot",
            "Sentry",
            "Linear Bot",
            "Cursor",
            "cto.new",
            "Codex",
            "Cyrus");
  }
}
