package dev.signalbox.plan.taskmaster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceCounts;
import dev.signalbox.plan.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskmasterFormatTest {
  private static final String SHOP =
      """
      {"tasks": [
        {"id": 1, "title": "Orders", "status": "done", "description": "The store.",
         "details": "First this.\\nFiles: src/order.ts, `src/cart.ts`\\nUse lib/x.ts.",
         "testStrategy": "Run it", "dependencies": []},
        {"id": "2", "title": "Carts", "dependencies": [1],
         "details": "**Files to modify:**\\n- src/a.ts\\n- src/b/\\n\\nSee src/c.ts",
         "subtasks": [
           {"id": 1, "title": "Store", "dependencies": []},
           {"id": 2, "title": "Test", "description": "all of it", "dependencies": [1, "2.1"]}]},
        {"id": 3, "title": "Checkout", "dependencies": ["2.2", 2],
         "subtasks": [{"id": 1, "title": "Pay", "dependencies": ["1.1", 9, "3.1"]}]}
      ]}
      """;

  private static PlanReading read(String json) {
    PlanSource source = new PlanSource("tasks.json", List.of(new SourceFile("tasks.json", json)));
    assertThat(new TaskmasterFormat().recognises(source)).isTrue();
    return new TaskmasterFormat().read(source);
  }

  private static List<String> after(Phase phase) {
    return phase.scope().after().stream().map(ref -> ref.id().value()).toList();
  }

  private static List<String> touches(Phase phase) {
    return phase.scope().touches().stream().map(touch -> touch.glob().text()).toList();
  }

  @Test
  void everyTaskIsAPhaseAndItsSubtasksAreItsTasks() {
    PlanReading reading = read(SHOP);
    List<Phase> phases = reading.plan().phases();
    assertThat(phases.stream().map(phase -> phase.id().value())).containsExactly("1", "2", "3");
    assertThat(phases.get(0).title()).isEqualTo("Orders");
    assertThat(phases.get(0).issue()).isEmpty();
    assertThat(phases.get(0).brief().context()).hasSize(2).first().isEqualTo("The store.");
    assertThat(phases.get(0).brief().acceptance()).containsExactly("Run it");
    assertThat(phases.get(1).brief().tasks()).containsExactly("Store", "Test: all of it");
    assertThat(phases.get(1).position()).hasToString("tasks.json:5:3");
    assertThat(reading.counts()).isEqualTo(new SourceCounts(6, 8, 0));
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void dependenciesBetweenTasksAreEdgesAndThoseInsideAreNot() {
    List<Phase> phases = read(SHOP).plan().phases();
    assertThat(after(phases.get(0))).isEmpty();
    assertThat(after(phases.get(1))).containsExactly("1");
    assertThat(after(phases.get(2))).containsExactly("2", "1", "9");
    assertThat(phases.get(1).scope().after().getFirst().position()).hasToString("tasks.json:5:50");
  }

  @Test
  void aSiblingsNumberIsNotATasks() {
    List<Phase> phases =
        read("""
        {"tasks": [
          {"id": 1},
          {"id": 5, "subtasks": [{"id": 1}, {"id": 2, "dependencies": [1]}]}]}
        """)
            .plan()
            .phases();
    assertThat(after(phases.get(1))).isEmpty();
  }

  @Test
  void onlyFilesThatAreListedAsSuchAreTouched() {
    List<Phase> phases = read(SHOP).plan().phases();
    assertThat(touches(phases.get(0))).containsExactly("src/order.ts", "src/cart.ts");
    assertThat(touches(phases.get(1))).containsExactly("src/a.ts", "src/b/**");
    assertThat(touches(phases.get(2))).isEmpty();
    assertThat(phases.get(2).touchesEverything()).isTrue();
  }

  @Test
  void anIdWithADotIsATaskIfThereIsOne() {
    List<Phase> phases =
        read("{\"tasks\": [{\"id\": 1.5}, {\"id\": 2, \"dependencies\": [1.5, \"1.7\"]}]}")
            .plan()
            .phases();
    assertThat(after(phases.get(1))).containsExactly("1.5", "1");
  }

  @Test
  void masterIsReadAndTheOtherTagsAreTold() {
    PlanReading reading =
        read(
            "{\"old\": {\"tasks\": [{\"id\": 7}]},\n \"master\": {\"tasks\": [{\"id\": 1}]},\n"
                + " \"meta\": {}}");
    assertThat(reading.plan().phases())
        .singleElement()
        .satisfies(p -> assertThat(p.id()).hasToString("1"));
    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(ErrorCode.PLAN_PART_NOT_READ);
          assertThat(problem.isError()).isFalse();
          assertThat(problem.position()).hasToString("tasks.json:1:2");
          assertThat(problem.message()).contains("found old beside master");
        });
  }

  @Test
  void withoutMasterTheFirstTagIsRead() {
    PlanReading reading =
        read("{\"one\": {\"tasks\": [{\"id\": 1}]}, \"two\": {\"tasks\": [{\"id\": 2}]}}");
    assertThat(reading.plan().phases())
        .singleElement()
        .satisfies(p -> assertThat(p.id()).hasToString("1"));
    assertThat(reading.problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1]                                              | 1:1  | expected an object with tasks
          {"a": 1}                                         | 1:1  | expected a list named tasks
          {"tasks": {"id": 1}}                             | 1:11 | expected a list of tasks
          {"tasks": [7]}                                   | 1:12 | found the value '7' in it
          {"tasks": [{"title": "a"}]}                      | 1:12 | expected a task with an id
          {"tasks": [{"id": {}}]}                          | 1:12 | expected a task with an id
          {"tasks": [{"id": 1, "dependencies": 2}]}        | 1:38 | expected a list of dependencies
          {"tasks": [{"id": 1, "dependencies": [[2]]}]}    | 1:39 | found a list
          {"tasks": [{"id": 1, "dependencies": ["a b"]}]}  | 1:39 | found 'a b'
          {"tasks": [{"id": 1, "subtasks": "none"}]}       | 1:34 | expected a list of subtasks
          {"tasks": [{"id": 1                              | 1:20 | expected valid JSON
          """)
  void anUnknownShapeIsAnErrorWithItsPlace(String json, String place, String message) {
    PlanReading reading = read(json);
    Problem problem = reading.problems().getFirst();
    assertThat(problem.code()).isEqualTo(ErrorCode.PLAN_JSON_INVALID);
    assertThat(problem.isError()).isTrue();
    assertThat(problem.position()).hasToString("tasks.json:" + place);
    assertThat(problem.message()).contains(message);
  }

  @Test
  void anEmptyListIsAnError() {
    PlanReading reading = read("{\"tasks\": []}");
    assertThat(reading.problems()).singleElement().matches(Problem::isError);
    assertThat(reading.problems().getFirst().code()).isEqualTo(ErrorCode.PLAN_NO_PHASES);
  }

  @Test
  void recognisesNoOtherJson() {
    PlanSource source =
        new PlanSource("p", List.of(new SourceFile("package.json", "{\"dependencies\": {}}")));
    assertThat(new TaskmasterFormat().recognises(source)).isFalse();
  }
}
