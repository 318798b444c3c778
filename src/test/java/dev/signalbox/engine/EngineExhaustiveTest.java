package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.golden.Golden;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every state of a session with every input. {@link EngineRun} checks at each step that nothing is
 * thrown, that the facts replay to the decision's state, and that the effects are what became
 * outstanding.
 */
class EngineExhaustiveTest {

  static Stream<Situation> situations() {
    return Situation.all().stream();
  }

  private static List<Trigger> triggers(Situation situation) {
    return Trigger.all(situation.run().state());
  }

  @ParameterizedTest
  @MethodSource("situations")
  void everyInputIsTaken(Situation situation) {
    for (Trigger trigger : triggers(situation)) {
      EngineRun run = situation.run().copy().later(trigger.pause());
      run.give(trigger.input());
      run.tick();
      assertThat(run.state().sequence()).isGreaterThanOrEqualTo(situation.run().state().sequence());
    }
  }

  @ParameterizedTest
  @MethodSource("situations")
  void theSameResultASecondTimeChangesNothing(Situation situation) {
    for (Trigger trigger : triggers(situation)) {
      if (trigger.input() instanceof Input.Result
          || trigger.input() instanceof Input.DeedAnswered) {
        EngineRun run = situation.run().copy();
        run.give(trigger.input());
        run.give(trigger.input());
        assertThat(run.facts()).as("%s twice: %s", situation.name(), trigger.name()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("situations")
  void aResultOfAnotherCauseChangesNothing(Situation situation) {
    long other = situation.run().state().sequence() + 1_000;
    for (Trigger trigger : Trigger.results(other)) {
      EngineRun run = situation.run().copy();
      run.give(trigger.input());
      assertThat(run.facts()).as("%s, late: %s", situation.name(), trigger.name()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("situations")
  void anotherAttemptsWordsChangeNothing(Situation situation) {
    for (Trigger trigger : triggers(situation)) {
      EngineRun run = situation.run().copy();
      switch (trigger.input()) {
        case Input.Heard it -> run.give(new Input.Heard(it.session(), 99, it.signal()));
        case Input.Called it -> run.give(new Input.Called(it.session(), 99, it.call()));
        case Input.Exited it -> run.give(new Input.Exited(it.session(), 99, it.exit()));
        case Input other -> assertThat(other).isNotNull();
      }
      assertThat(run.facts())
          .as("%s, other attempt: %s", situation.name(), trigger.name())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("situations")
  void theSameDecisionASecondTimeChangesNothing(Situation situation) {
    for (Trigger trigger : triggers(situation)) {
      if (trigger.input() instanceof Input.Decide) {
        EngineRun run = situation.run().copy();
        run.give(trigger.input());
        run.give(trigger.input());
        assertThat(run.facts()).as("%s twice: %s", situation.name(), trigger.name()).isEmpty();
      }
    }
  }

  @Test
  void everyStateIsAmongTheSituations() {
    assertThat(Situation.all().stream().map(Situation::word).distinct())
        .containsAll(Transitions.stateWords());
  }

  @Test
  void theDiagramsShowEveryTransition() {
    Transitions session = new Transitions();
    Transitions course = new Transitions();
    for (Situation situation : Situation.all()) {
      for (Trigger trigger : triggers(situation)) {
        EngineRun run = situation.run().copy().later(trigger.pause());
        String before = CourseWord.of(run.state());
        run.give(trigger.input());
        run.facts();
        session.add(situation.word(), trigger.name(), new Situation("", run).word());
        course.add(before, trigger.name(), CourseWord.of(run.state()));
      }
    }
    Golden.assertDocument("docs/diagrams/session-states.md", session.page("A session's states"));
    Golden.assertDocument("docs/diagrams/run-course.md", course.page("A run's course"));
  }
}
