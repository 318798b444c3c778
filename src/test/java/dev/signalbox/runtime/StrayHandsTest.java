package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.agent.yaml.BotServiceFile;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Decision;
import dev.signalbox.engine.Deed;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.RoutingRules;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speakers;
import dev.signalbox.feedback.StrayLook;
import dev.signalbox.feedback.Subject;
import dev.signalbox.forge.Account;
import dev.signalbox.forge.Checks;
import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.PullRequest.State;
import dev.signalbox.forge.Remark;
import dev.signalbox.forge.Role;
import dev.signalbox.forge.memory.MemoryForge;
import dev.signalbox.forge.memory.MemoryNeighbours;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Requests;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A quick fix that was judged to be good is looked at once more before it is merged. */
class StrayHandsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Account CURSOR =
      new Account(1, "cursor[bot]", Account.Kind.BOT, Optional.empty());
  private static final Account COPILOT =
      new Account(2, "copilot-pull-request-reviewer[bot]", Account.Kind.BOT, Optional.empty());
  private static final String CLEAN =
      "Copilot reviewed 1 out of 1 changed files and generated no comments.";

  private final MemoryForge forge = new MemoryForge("acme/shop", Clock.fixed(NOON, ZoneOffset.UTC));
  private final MemoryNeighbours others = forge.others();
  private final Strays strays =
      new Strays(
          forge,
          new UnreachableUpstream(),
          Speakers.of(AgentCatalogueFile.shipped(), BotServiceFile.shipped()));
  private final List<Input> told = new ArrayList<>();
  private final StrayHands hands =
      new StrayHands(
          new Ports.Services(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(strays),
              _ -> {},
              _ -> Requests.NONE),
          told::add);

  private RunState state = RunState.before(0);
  private List<Effect> effects = List.of();
  private int number;

  private static RunSpec spec() {
    RunSpec local = RunSketch.spec("table");
    RunSpec.Target target = local.target();
    return new RunSpec(
        local.run(),
        local.source(),
        new RunSpec.Target(
            target.repository(),
            target.base(),
            target.verify(),
            target.prepare(),
            false,
            target.copies(),
            MergeMode.PULL_REQUEST),
        local.bounds(),
        local.table(),
        local.lineup());
  }

  private void give(Input input) {
    Decision decision = Engine.decide(state, NOON, input);
    state = decision.state();
    effects = decision.effects();
  }

  /** The next effect that is about the pull request. */
  private Effect.Act next() {
    return effects.stream()
        .filter(Effect.Act.class::isInstance)
        .map(Effect.Act.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private Deed.Result act(Effect.Act it) {
    hands.act(state, it);
    Input.DeedAnswered answered = (Input.DeedAnswered) told.removeLast();
    give(answered);
    return answered.result();
  }

  private void look() {
    if (strays.look(number) instanceof Outcome.Done<?>(var found)) {
      give(new Input.StraySeen(feedback().number(), (StrayLook) found));
    }
  }

  private Feedback feedback() {
    return state.feedback().lastEntry().getValue();
  }

  private void checked(String commit, Checks.Result result) {
    others.check(commit, new Checks.Check("build", "ci", result, ""));
  }

  private void reviewed(String commit, Remark.Kind kind, String body) {
    String _ = others.say(number, COPILOT, kind, body, Optional.of(Remark.Place.whole(commit)));
  }

  /** It came, Copilot found nothing, its checks passed: now it is to be merged. */
  private Effect.Act toBeMerged() {
    return next();
  }

  @BeforeEach
  void judgedToBeGood() {
    give(new Input.OpenRun(spec(), "ann", true));
    others.join(COPILOT.login(), Role.READ);
    others.push("cursor/typo", "h1");
    number = others.open(CURSOR, new NewPullRequest("cursor/typo", "main", "A typo", ""), false);
    others.sizes(number, 2, 1);
    give(came());
    assertThat(act(next())).isEqualTo(new Deed.Result.Asked("h1"));
    reviewed("h1", Remark.Kind.REVIEW_COMMENTED, CLEAN);
    checked("h1", Checks.Result.PASSED);
    look();
    assertThat(toBeMerged().deed()).isEqualTo(new Deed.Merge(number, "h1", 1));
  }

  private Input came() {
    return new Input.FeedbackCame(
        new FeedbackItem(
            "stray:1",
            new Speaker(Speaker.Source.CURSOR, CURSOR.login(), Speaker.Standing.KNOWN),
            FeedbackItem.Kind.PULL_REQUEST,
            new Subject(
                Optional.empty(),
                Optional.empty(),
                Optional.of(number),
                Optional.of("cursor/typo"),
                Optional.of("h1")),
            new Content(
                "A typo",
                "",
                Optional.empty(),
                Content.Result.OPENED,
                Optional.empty(),
                Optional.of("https://forge/1"),
                Optional.of(3)),
            NOON),
        new RoutingRules(true, Optional.empty(), Optional.empty(), AgentCatalogueFile.shipped()));
  }

  private void isNotMerged() {
    Effect.Act merge = toBeMerged();
    assertThat(act(merge)).isEqualTo(new Deed.Result.Moved());
    assertThat(((Outcome.Done<PullRequest>) forge.read(number)).value().state())
        .satisfies(now -> assertThat(now.kind()).isEqualTo(State.Kind.OPEN));
    // It is watched again, and the next look tells where it goes.
    assertThat(feedback().stage()).isInstanceOf(Stage.Watched.class);
    look();
  }

  private void isAPersons(String why) {
    isNotMerged();
    assertThat(state.gates().values())
        .filteredOn(gate -> gate.kind() == GateKind.TRIAGE)
        .singleElement()
        .extracting(Gate::shown)
        .asString()
        .contains(why);
    assertThat(effects).noneMatch(Effect.Act.class::isInstance);
  }

  @Test
  void whatStandsAsItWasJudgedIsMerged() {
    assertThat(act(toBeMerged())).isInstanceOf(Deed.Result.Merged.class);
    assertThat(feedback().stage())
        .isInstanceOfSatisfying(
            Stage.Settled.class, settled -> assertThat(settled.fate()).isEqualTo(Fate.MERGED));
  }

  @Test
  void aHeadThatMovedIsReviewedAnew() {
    others.push("cursor/typo", "h2");
    checked("h2", Checks.Result.PASSED);
    isNotMerged();
    assertThat(next().deed()).isEqualTo(new Deed.AskReview(number, 2));
    assertThat(act(next())).isEqualTo(new Deed.Result.Asked("h2"));
    assertThat(others.asked(number)).containsExactly(COPILOT.login());
  }

  @Test
  void oneThatGrewToFiveLinesIsAPersons() {
    others.sizes(number, 3, 2);
    isAPersons("1 to 4 changed lines, found 5");
  }

  @Test
  void aReviewThatWasWithdrawnIsAPersons() {
    reviewed("h1", Remark.Kind.REVIEW_DISMISSED, CLEAN);
    isAPersons("does not say that it found nothing");
  }

  @Test
  void aReviewThatAsksForChangesIsAPersons() {
    reviewed("h1", Remark.Kind.REVIEW_CHANGES_REQUESTED, "This is wrong.");
    isAPersons("does not say that it found nothing");
  }

  @Test
  void redChecksAreAPersons() {
    checked("h1", Checks.Result.FAILED);
    isAPersons("Checks failed: build");
  }

  @Test
  void checksThatRunAgainAreWaitedFor() {
    checked("h1", Checks.Result.PENDING);
    isNotMerged();
    assertThat(feedback().stage()).isInstanceOf(Stage.Watched.class);
    assertThat(effects).isEmpty();
    checked("h1", Checks.Result.PASSED);
    look();
    assertThat(act(toBeMerged())).isInstanceOf(Deed.Result.Merged.class);
  }
}
