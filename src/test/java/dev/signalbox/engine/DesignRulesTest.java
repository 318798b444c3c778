package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Designer;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.RoutingRules;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Subject;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.IssueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Remarks on a design go to the agent of the design loop, where there is one. */
class DesignRulesTest {
  private static final Designer V0 = new Designer(new AgentId("v0"), "@v0");

  private static EngineRun inReview() {
    return Example.of("S-A").pullRequests().open().working("S-A").handsIn("S-A").shown("S-A");
  }

  private static Feedback comes(EngineRun run, Optional<Designer> designer) {
    FeedbackItem item =
        new FeedbackItem(
            "d1",
            new Speaker(Speaker.Source.VERCEL, "ann", Speaker.Standing.KNOWN),
            FeedbackItem.Kind.COMMENT,
            new Subject(
                Optional.empty(),
                Optional.of(new IssueId("SHOP-A")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new Content(
                "The button is too small",
                "",
                Optional.empty(),
                Content.Result.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Instant.EPOCH);
    RoutingRules rules =
        new RoutingRules(false, designer, Optional.empty(), new AgentCatalogue(List.of()));
    run.give(new Input.FeedbackCame(item, rules));
    return last(run);
  }

  private static Feedback last(EngineRun run) {
    return run.state().feedback().lastEntry().getValue();
  }

  @Test
  void theAgentIsCalledOnThePullRequestOfTheSessionOnce() {
    EngineRun run = inReview();
    Feedback came = comes(run, Optional.of(V0));
    Stage.Doing doing = (Stage.Doing) came.stage();
    assertThat(doing.deed()).isEqualTo(new Deed.PassOn(7, V0.id(), "@v0"));
    assertThat(run.effects())
        .containsExactly(new Effect.Act(doing.cause(), came.number(), doing.deed()));
    run.give(new Input.DeedAnswered(doing.cause(), came.number(), new Deed.Result.PassedOn()));
    assertThat(last(run).stage())
        .isEqualTo(new Stage.Settled(Fate.PASSED_ON, "v0", "called on pull request 7"));
  }

  @Test
  void whatCannotBePassedOnIsAPersons() {
    EngineRun run = inReview();
    Feedback came = comes(run, Optional.of(V0));
    long cause = ((Stage.Doing) came.stage()).cause();
    run.give(
        new Input.DeedAnswered(
            cause, came.number(), new Deed.Result.Failed("the forge forbids it", false)));
    assertThat(run.gate(GateKind.TRIAGE).shown())
        .contains("v0 could not be called: the forge forbids it", "The button is too small");
  }

  @Test
  void withoutSuchAnAgentItIsAPersons() {
    EngineRun run = inReview();
    comes(run, Optional.empty());
    assertThat(run.gate(GateKind.TRIAGE).shown()).contains("about the design");
  }

  @Test
  void beforeThereIsAPullRequestItIsAPersons() {
    EngineRun run = Example.of("S-A").pullRequests().open().working("S-A");
    comes(run, Optional.of(V0));
    assertThat(run.hasGate(GateKind.TRIAGE)).isTrue();
  }
}
