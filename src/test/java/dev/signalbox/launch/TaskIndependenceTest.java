package dev.signalbox.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskIndependenceTest {

  @Test
  void tasksThatNameNothingInCommonAreIndependent() {
    assertThat(TaskIndependence.count(List.of("Port `a/x.c`", "Port (a/y.c).", "Write the notes")))
        .isEqualTo(3);
  }

  @Test
  void tasksThatNameOneFileCountOnce() {
    assertThat(TaskIndependence.count(List.of("Edit `pom.xml`", "Edit pom.xml, too", "Edit b.c")))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Then publish it",
        "After task 1, publish it",
        "Publish the result of step 1",
        "Publish what the previous task made",
        "See Tasks 1 and 3",
      })
  void aTaskThatRefersToAnotherDoesNotCount(String task) {
    assertThat(TaskIndependence.count(List.of("Build it", task))).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Task 2: publish it",
        "Strengthen the tasks 2 and more", // its own number
        "See https://example.org/a/1",
        "Publish e.g. the guide",
        "Publish version 1.2",
      })
  void whatOnlyLooksLikeAReferenceDoesNotMatter(String task) {
    String same = "See https://example.org/a/1, e.g. in version 1.2";
    assertThat(TaskIndependence.count(List.of(same, task))).isEqualTo(2);
  }

  @Test
  void manyTasksAreCountedInOnePass() {
    List<String> tasks = IntStream.range(0, 50_000).mapToObj(i -> "Edit f" + i + ".c").toList();
    assertThat(TaskIndependence.count(tasks)).isEqualTo(50_000);
  }
}
