package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Review.Absence;
import dev.signalbox.engine.Review.Stage;
import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.RoutingRules;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.feedback.Subject;
import dev.signalbox.forge.PullRequestLook;
import dev.signalbox.review.Consensus;
import dev.signalbox.review.Elsewhere.Way;
import dev.signalbox.review.Row;
import dev.signalbox.review.RowId;
import dev.signalbox.review.Severity;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.ExitLook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reviewers that are no sessions: they are waited for, counted, and missed. */
class ElsewhereRulesTest {
  private static final SessionId S_A = new SessionId("S-A");
  private static final String TIP = "0123456789abcdef0123456789abcdef01234567";
  private static final String NEXT = "fedcba9876543210fedcba9876543210fedcba98";
  private static final String CLAIM = "The amount is not checked";
  private static final Duration WAIT = Duration.ofMinutes(30);
  private static final RowId C1 = RowId.of("C1").orElseThrow();
  private static final AwaitedReviewer GEMINI =
      new AwaitedReviewer("gemini", Way.CI, "gemini", List.of(), Optional.empty(), WAIT);
  private static final AwaitedReviewer COPILOT =
      new AwaitedReviewer(
          "copilot", Way.FORGE, "copilot", List.of("Copilot"), Optional.empty(), WAIT);
  private static final AwaitedReviewer CODEX =
      new AwaitedReviewer(
          "codex", Way.DELEGATE, "codex", List.of("codex[bot]"), Optional.of("@codex"), WAIT);
  private static final String CLEAN = "{\"recommendation\": \"APPROVE\", \"findings\": []}";
  private static final String FOUND =
      """
      {"recommendation": "REVISE", "findings": [{"id": "F1", "severity": "Critical",
      "location": "src/Pay.java:12", "claim": "%s", "evidence": "charge(-5) is taken"}]}
      """
          .formatted(CLAIM);

  /** Work that is shown at {@link #TIP}, and reviewed by those and by as many sessions as named. */
  private static EngineRun shown(List<String> sessions, AwaitedReviewer... elsewhere) {
    EngineRun run =
        Example.of("S-A")
            .reviewers(2, false, sessions.toArray(String[]::new))
            .awaiting(elsewhere)
            .open()
            .working("S-A");
    run.completes("S-A").seen("S-A", EngineRun.goodLook()).exits("S-A", 0).takenInAt("S-A", TIP);
    return opened(run, TIP);
  }

  private static EngineRun opened(EngineRun run, String tip) {
    run.give(new Input.PullRequestOpened(run.cause("S-A"), S_A, 7, "forge/7", "branch-S-A", tip));
    return run;
  }

  private static FeedbackItem said(
      Speaker speaker, Kind kind, Optional<String> commit, Result result, String text) {
    Optional<Severity> severity =
        text.contains("Critical") || kind == Kind.FINDING
            ? Optional.of(Severity.CRITICAL)
            : Optional.empty();
    return new FeedbackItem(
        "github:%s:%s%s%s".formatted(kind, speaker.login(), text, commit),
        speaker,
        kind,
        new Subject(
            Optional.empty(), Optional.empty(), Optional.of(7), Optional.of("branch-S-A"), commit),
        new Content(
            text.lines().findFirst().orElse(""),
            text,
            severity,
            result,
            kind == Kind.FINDING ? Optional.of("src/Pay.java:12") : Optional.empty(),
            Optional.of("https://forge/7#" + text.length()),
            Optional.empty()),
        Instant.EPOCH);
  }

  /** What the workflow posts for that reviewer. */
  private static FeedbackItem posted(String reviewer, String commit, String json) {
    Speaker workflows = new Speaker(Source.CI, "github-actions[bot]", Standing.KNOWN);
    Result result = json.equals(CLEAN) ? Result.PASSED : Result.NONE;
    return said(
        workflows,
        Kind.REVIEW,
        Optional.of(commit),
        result,
        "<!-- signalbox-opinion %s %s -->\n```json\n%s\n```"
            .formatted(reviewer, commit, json.strip()));
  }

  private static FeedbackItem copilot(Kind kind, String commit, String text) {
    Speaker speaker = new Speaker(Source.COPILOT, "Copilot", Standing.KNOWN);
    return said(speaker, kind, Optional.of(commit), Result.NONE, text);
  }

  /** A look at the pull request, after everything that was said there. */
  private static EngineRun looks(EngineRun run, String tip, FeedbackItem... said) {
    for (FeedbackItem item : said) {
      run.give(
          new Input.FeedbackCame(
              item, RoutingRules.plain(Optional.empty(), new AgentCatalogue(List.of()))));
    }
    run.give(
        new Input.PullRequestSeen(
            S_A,
            new PullRequestLook(
                tip,
                PullRequestLook.Standing.OPEN,
                PullRequestLook.Checked.PASSED,
                List.of(),
                false),
            List.of(said).stream().filter(item -> item.kind() == Kind.REVIEW).toList()));
    return run;
  }

  private static EngineRun answers(EngineRun run, String id, String text) {
    ExitLook look = new ExitLook(Optional.of("tip"), 0, List.of(), true, Optional.of(text));
    return run.working(id).completes(id).seen(id, look).exits(id, 0);
  }

  private static Review review(EngineRun run) {
    return run.state().reviews().firstEntry().getValue();
  }

  @Test
  void workWaitsForThoseWhoLookAtItsPullRequest() {
    EngineRun run = shown(List.of(), GEMINI, COPILOT);
    looks(run, TIP);
    assertThat(run.word("S-A")).isEqualTo("InReview");
    looks(run, TIP, posted("gemini", TIP, CLEAN));
    assertThat(run.word("S-A")).isEqualTo("InReview");
    looks(
        run, TIP, copilot(Kind.REVIEW, TIP, "Copilot reviewed 2 files and generated no comments."));

    assertThat(run.word("S-A")).isEqualTo("MergeReady");
    assertThat(review(run).round().opinions()).hasSize(2);
  }

  @Test
  void whatIsAboutAnotherCommitOrOfSomebodyElseIsNotAwaited() {
    EngineRun run = shown(List.of(), GEMINI, COPILOT);
    Speaker person = new Speaker(Source.PERSON, "Copilot", Standing.MEMBER);
    Speaker strange = new Speaker(Source.BOT, "Copilot", Standing.STRANGER);
    looks(
        run,
        TIP,
        posted("gemini", NEXT, CLEAN),
        posted("other", TIP, CLEAN),
        copilot(Kind.REVIEW, NEXT, "Copilot reviewed 2 files."),
        said(person, Kind.REVIEW, Optional.of(TIP), Result.APPROVED, "Good."),
        said(strange, Kind.REVIEW, Optional.of(TIP), Result.APPROVED, "Good."),
        said(
            new Speaker(Source.COPILOT, "Copilot", Standing.KNOWN),
            Kind.REVIEW,
            Optional.of(TIP),
            Result.FAILED,
            "Copilot encountered an error."));

    assertThat(review(run).round().opinions()).isEmpty();
    assertThat(review(run).round().absences()).isEmpty();
  }

  @Test
  void theirWordsCountInTheTwoThirds() {
    EngineRun run = shown(List.of("challenger"), GEMINI, COPILOT);
    looks(
        run,
        TIP,
        posted("gemini", TIP, FOUND),
        copilot(Kind.FINDING, TIP, CLAIM),
        copilot(Kind.REVIEW, TIP, "Copilot reviewed 2 files."));
    assertThat(run.hasGate(GateKind.REVIEW)).isFalse();
    answers(run, "S-B", CLEAN);

    Row row = review(run).record().row(C1).orElseThrow();
    assertThat(row.consensus()).contains(new Consensus(2, 2, 3));
    assertThat(row.severity()).isEqualTo(Severity.IMPORTANT);
    assertThat(run.gate(GateKind.REVIEW).title())
        .isEqualTo("Gate 2: the work of S-A was reviewed by 3, 1 finding to decide");
    assertThat(run.gate(GateKind.REVIEW).shown()).contains("gemini, copilot (2 of 3)");
  }

  @Test
  void aWordOfSomebodyWithoutASeatCountsForNobody() {
    EngineRun run = shown(List.of("challenger", "security"), GEMINI);
    looks(run, TIP, posted("gemini", TIP, FOUND), copilot(Kind.FINDING, TIP, CLAIM));
    answers(run, "S-B", CLEAN);
    answers(run, "S-C", CLEAN);

    Row row = review(run).record().row(C1).orElseThrow();
    assertThat(row.consensus()).contains(new Consensus(1, 1, 3));
    assertThat(row.isIncluded()).isFalse();
    assertThat(row.voices()).hasSize(2);
    assertThat(run.hasGate(GateKind.REVIEW)).isFalse();
  }

  @Test
  void aSessionAndSomebodyElsewhereAreTwo() {
    EngineRun run = shown(List.of("challenger"), GEMINI, COPILOT);
    looks(run, TIP, posted("gemini", TIP, FOUND));
    answers(run, "S-B", FOUND);
    looks(run, TIP, posted("gemini", TIP, FOUND), copilot(Kind.REVIEW, TIP, "Nothing to say."));

    assertThat(review(run).record().row(C1).flatMap(Row::consensus))
        .contains(new Consensus(2, 2, 3));
  }

  @Test
  void whoeverIsSilentIsToldToAPerson() {
    EngineRun run = shown(List.of(), GEMINI, COPILOT);
    looks(run, TIP, posted("gemini", TIP, CLEAN));
    run.later(WAIT.minusSeconds(1));
    looks(run, TIP);
    run.later(Duration.ofSeconds(1)).tick();
    // Nobody has looked since, so nobody knows.
    assertThat(run.hasGate(GateKind.REVIEW)).isFalse();
    looks(run, TIP);

    assertThat(review(run).round().absences())
        .containsExactly(new Absence("copilot", "nothing was heard of this commit for 30m"));
    assertThat(run.gate(GateKind.REVIEW).title())
        .isEqualTo("Gate 2: the work of S-A was reviewed by 1, and nothing was heard of copilot");
    run.approve(GateKind.REVIEW);
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
  }

  @Test
  void aPersonMayWaitOnceMore() {
    EngineRun run = shown(List.of(), GEMINI, COPILOT);
    looks(run, TIP, posted("gemini", TIP, CLEAN));
    looks(run.later(WAIT), TIP);
    run.reject(GateKind.REVIEW, "it is only slow");

    assertThat(review(run).stage()).isEqualTo(new Stage.Reviewing());
    looks(run, TIP, copilot(Kind.REVIEW, TIP, "Copilot reviewed 2 files."));
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
    assertThat(review(run).round().opinions()).hasSize(2);
  }

  @Test
  void withoutAnyOfThemAPersonDecides() {
    EngineRun run = looks(shown(List.of(), GEMINI).later(WAIT), TIP);

    assertThat(run.gate(GateKind.REVIEW).title())
        .isEqualTo("Gate 2: nobody could review the work of S-A");
    run.reject(GateKind.REVIEW, "wait");
    assertThat(review(run).stage()).isEqualTo(new Stage.Reviewing());
    looks(run.later(WAIT), TIP);
    run.approve(GateKind.REVIEW);
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
  }

  @Test
  void whatComesLaterIsARowAndCountsForNobody() {
    EngineRun run = shown(List.of(), GEMINI, COPILOT);
    looks(run, TIP, posted("gemini", TIP, CLEAN));
    looks(run.later(WAIT), TIP);
    looks(run, TIP, copilot(Kind.FINDING, TIP, CLAIM));

    Row row = review(run).record().row(C1).orElseThrow();
    assertThat(row.consensus()).isEmpty();
    assertThat(row.isBinding()).isTrue();
  }

  @Test
  void thoseWhoComeWhenCalledAreAskedOnceInARound() {
    EngineRun run = shown(List.of(), CODEX);
    Effect.AskReviewers ask = asking(run).orElseThrow();
    assertThat(Engine.outstanding(Engine.replay(run.journal()))).contains(ask);
    run.give(new Input.AskAnswered(ask.cause(), S_A, Optional.of("the forge is away"), true));
    assertThat(asking(run)).isEmpty();
    looks(run, TIP);
    Effect.AskReviewers again = asking(run).orElseThrow();
    run.give(new Input.AskAnswered(ask.cause(), S_A, Optional.empty(), false));
    assertThat(asking(run)).contains(again);
    run.give(new Input.AskAnswered(again.cause(), S_A, Optional.empty(), false));
    looks(run, TIP);
    assertThat(asking(run)).isEmpty();
    assertThat(run.hasGate(GateKind.REVIEW)).isFalse();
  }

  @Test
  void whoeverCannotBeAskedIsNotWaitedFor() {
    EngineRun run = shown(List.of(), CODEX);
    long cause = asking(run).orElseThrow().cause();
    run.give(new Input.AskAnswered(cause, S_A, Optional.of("no right to comment"), false));

    assertThat(review(run).round().absences())
        .containsExactly(new Absence("codex", "it could not be asked: no right to comment"));
    assertThat(run.hasGate(GateKind.REVIEW)).isTrue();
  }

  @Test
  void reworkIsLookedAtAnewAndAskedForAnew() {
    EngineRun run = shown(List.of(), GEMINI, CODEX);
    long first = asking(run).orElseThrow().cause();
    run.give(new Input.AskAnswered(first, S_A, Optional.empty(), false));
    Speaker codex = new Speaker(Source.CODEX, "codex", Standing.KNOWN);
    FeedbackItem clean =
        said(codex, Kind.REVIEW, Optional.of(TIP), Result.PASSED, "No issues in " + TIP);
    looks(run, TIP, posted("gemini", TIP, FOUND), clean);
    assertThat(review(run).stage()).isInstanceOf(Stage.Passed.class);
    run.later(Duration.ofSeconds(31)).tick().tick().working("S-A");
    run.completes("S-A").seen("S-A", EngineRun.goodLook()).exits("S-A", 0);
    run.takenInAt("S-A", NEXT);
    opened(run, NEXT);

    assertThat(review(run).round().tip()).isEqualTo(NEXT);
    assertThat(asking(run).orElseThrow().cause()).isNotEqualTo(first);
    looks(run, NEXT, posted("gemini", TIP, FOUND), clean);
    assertThat(review(run).round().opinions()).isEmpty();
  }

  /** Asked, found, counted, silent, waited for once more and let go. */
  static EngineRun kept() {
    EngineRun run = shown(List.of("challenger"), GEMINI, CODEX);
    run.give(
        new Input.AskAnswered(asking(run).orElseThrow().cause(), S_A, Optional.of("away"), true));
    looks(run, TIP, posted("gemini", TIP, FOUND));
    run.give(
        new Input.AskAnswered(asking(run).orElseThrow().cause(), S_A, Optional.empty(), false));
    answers(run, "S-B", FOUND);
    looks(run.later(WAIT), TIP);
    run.approve(GateKind.REVIEW);
    return run;
  }

  private static Optional<Effect.AskReviewers> asking(EngineRun run) {
    return Engine.outstanding(run.state()).stream()
        .filter(Effect.AskReviewers.class::isInstance)
        .map(Effect.AskReviewers.class::cast)
        .findFirst();
  }
}
