package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputIT {
  private static final String A = "## Phase A: a\n- exec: tdd\n- touches: a/x\n";

  @TempDir private Path folder = Path.of("");
  private Checkout repository = new Checkout(folder);

  @BeforeEach
  void start() {
    repository = Checkout.in(folder);
  }

  private Run check(byte[] bytes) {
    Run run = Run.of("check", repository.write("p.md", bytes).toString());
    assertThat(run.out() + run.err()).doesNotContain("Exception", "\tat ", "INTERNAL_BUG");
    return run;
  }

  private Run check(String text) {
    return check(text.getBytes(StandardCharsets.UTF_8));
  }

  private void assertProblem(Run run, String code, String place) {
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out())
        .contains("Error [" + code + "]: " + folder + "/p.md:" + place + ": ")
        .contains("Hint: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          - after: B^## Phase B: b^- after: A                | PLAN_CYCLE            | 6:10
          ## Phase A: again                                  | PLAN_PHASE_DUPLICATE  | 4:10
          - after: Z                                         | PLAN_PHASE_UNKNOWN    | 4:10
          ## Phase B: b^- exec: fast                         | PLAN_MODE_UNKNOWN     | 5:9
          ## Phase B: b^- touches: /etc/x                    | PLAN_PATH_UNSAFE      | 5:12
          ## Phase B: b^- touches: a/../../x                 | PLAN_PATH_UNSAFE      | 5:14
          ## Phase B: b^- touches: C:/x                      | PLAN_PATH_UNSAFE      | 5:12
          ## Phase B: b^- touches: a/{b                      | PLAN_GLOB_INVALID     | 5:14
          ## Phase B: b^- touches: a/[b                      | PLAN_GLOB_INVALID     | 5:14
          ## Phase B: b^- touches: a/**b                     | PLAN_GLOB_INVALID     | 5:14
          ## Phase B: b^- agent: nobody                      | PLAN_AGENT_UNKNOWN    | 4:10
          ## Phase B: b (X-1)^## Phase C: c (X-1)            | PLAN_ISSUE_DUPLICATE  | 5:10
          """)
  void pointsAtWhatIsWrong(String more, String code, String place) {
    assertProblem(check(A + more.replace('^', '\n') + "\n"), code, place);
  }

  @Test
  void pointsAtBrokenFrontMatter() {
    assertProblem(check("---\ntopic: x\nverify:\n\t- a\n---\n" + A), "PLAN_YAML_INVALID", "4:1");
    assertProblem(check("---\ntopic: &a x\nbase: *a\n---\n" + A), "PLAN_YAML_INVALID", "3:7");
    StringBuilder bomb = new StringBuilder("---\ntopic: &a0 [x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("k")
          .append(i)
          .append(": &a")
          .append(i)
          .append(" [*a")
          .append(i - 1)
          .append(",*a")
          .append(i - 1)
          .append("]\n");
    }
    assertProblem(check(bomb + "---\n" + A), "PLAN_YAML_INVALID", "3:10");
  }

  @Test
  void readsWindowsFilesWithAMark() {
    Run run = check("\uFEFF---\r\ntopic: x\r\n---\r\n" + A.replace("\n", "\r\n"));
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("1 phase in 1 batch");
  }

  @Test
  void refusesWhatIsNoText() {
    assertProblem(check(new byte[] {'#', ' ', 'a', '\n', 'b', 0, 'c'}), "SOURCE_BINARY", "2:2");
    assertProblem(
        check(new byte[] {'#', ' ', '\n', 'a', (byte) 0xC3, '('}), "SOURCE_NOT_UTF8", "2:2");
    assertProblem(check(""), "SOURCE_EMPTY", "1:1");
    assertProblem(check(" \n\t\n"), "SOURCE_EMPTY", "1:1");
    assertProblem(check("just a note\n"), "PLAN_NO_PHASES", "1:1");
  }

  @Test
  void refusesAHugeFileWithoutReadingItAll() throws IOException {
    Path file = folder.resolve("p.md");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.wrap(new byte[] {'x'}), 50L * 1024 * 1024);
    }
    assertProblem(Run.of("check", file.toString()), "SOURCE_TOO_LARGE", "1:1");
  }

  @Test
  void refusesFoldersAndPathsWithoutAPlan() {
    Run empty = Run.of("check", folder.toString());
    assertThat(empty.exit()).isEqualTo(2);
    assertThat(empty.out()).contains("SOURCE_NO_PLAN", "NN-MM-PLAN.md");
    assertThat(Run.of("check", "no/such\0file").out()).contains("SOURCE_MISSING");
  }

  @Test
  void warnsOfABaseOrARepositoryThatIsNotThere() {
    Run run = check("---\nbase: trunk\n---\n" + A);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Warning [PLAN_BASE_MISSING]", "trunk");
  }

  @Test
  void protectsPathsFromPhasesThatProduceThem() {
    Run run = check("---\nprotect: [LICENSE]\n---\n" + A + "- produces: LICENSE\n");
    assertProblem(run, "PLAN_TOUCH_PROTECTED", "7:13");
  }

  @Test
  void reportsEverythingAtOnce() {
    Run run = check(A + "- after: Z\n## Phase B: b\n- exec: fast\n- touches: /x\n- after: Y\n");
    assertThat(run.out())
        .contains(
            "PLAN_MODE_UNKNOWN",
            "PLAN_PATH_UNSAFE",
            ": expected a phase of this plan in after:, found Z",
            "found Y");
  }
}
