package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.document.DataNode;
import dev.signalbox.document.DataReading;
import dev.signalbox.document.YamlReader;
import dev.signalbox.error.Position;
import dev.signalbox.review.OpinionReader;
import dev.signalbox.review.OpinionReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reviews in CI that {@code init --ci} writes: what they may do, and what their script does.
 */
class CiFilesTest {
  private static final String FINDINGS =
      """
      {"recommendation": "REVISE", "findings": [{"id": "F1", "severity": "Important",
      "location": "a.txt:1", "claim": "``` @ann \\n``` closes nothing", "evidence": "seen"}]}
      """;

  @TempDir private Path folder = Path.of("");
  private Checkout repository = new Checkout(folder);
  private String base = "";
  private String head = "";

  @BeforeEach
  void repository() {
    repository = Checkout.in(folder, "a.txt");
    assertThat(Run.of("init", "--ci", "--dir", folder.toString()).exit()).isZero();
    base = committed();
    repository.write("a.txt", "changed\n");
    head = committed();
  }

  private String committed() {
    repository.git("add", "-A");
    repository.git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "x");
    try {
      return Files.readString(folder.resolve(".git/refs/heads/main")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> keys(DataNode.Mapping map) {
    return map.entries().stream().map(DataNode.Entry::key).toList();
  }

  private static DataNode.Mapping yaml(Path file) throws IOException {
    DataReading reading = YamlReader.read(Files.readString(file), Position.startOf("workflow"));
    assertThat(reading.problems()).isEmpty();
    return reading.mapping().orElseThrow();
  }

  private static DataNode.Mapping map(DataNode.Mapping in, String key) {
    return (DataNode.Mapping) in.get(key).orElseThrow();
  }

  private static String text(DataNode.Mapping in, String key) {
    return in.scalar(key).map(DataNode.Scalar::text).orElse("");
  }

  private static List<DataNode.Mapping> steps(DataNode.Mapping job) {
    return ((DataNode.Sequence) job.get("steps").orElseThrow())
        .items().stream().map(DataNode.Mapping.class::cast).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent", "models"})
  void aWorkflowHasNoMoreThanItNeeds(String kind) throws IOException {
    Path file = folder.resolve(".github/workflows/signalbox-review-" + kind + ".yml");
    DataNode.Mapping workflow = yaml(file);

    assertThat(keys(map(workflow, "on"))).containsExactly("pull_request");
    assertThat(keys(map(workflow, "permissions"))).isEmpty();
    DataNode.Mapping key = map(map(workflow, "jobs"), "key");
    assertThat(keys(map(key, "permissions"))).isEmpty();
    assertThat(steps(key)).singleElement().extracting(step -> text(step, "uses")).isEqualTo("");
    assertThat(text(key, "if"))
        .contains("github.event.pull_request.head.repo.full_name == github.repository");
    DataNode.Mapping look = map(map(workflow, "jobs"), "look");
    DataNode.Mapping post = map(map(workflow, "jobs"), "post");
    assertThat(keys(map(look, "permissions"))).containsExactly("contents");
    assertThat(text(map(look, "permissions"), "contents")).isEqualTo("read");
    assertThat(keys(map(post, "permissions"))).containsExactly("contents", "pull-requests");
    assertThat(text(look, "needs")).isEqualTo("key");
    assertThat(text(look, "if")).isEqualTo("${{ needs.key.outputs.given == 'true' }}");
    assertThat(text(post, "needs")).isEqualTo("look");
    assertThat(steps(post).toString()).doesNotContain("secrets.");
    assertThat(steps(look).toString()).doesNotContain("github.token", "GITHUB_TOKEN");
    for (DataNode.Mapping job : List.of(key, look, post)) {
      for (DataNode.Mapping step : steps(job)) {
        assertThat(text(step, "uses")).matches("|actions/[a-z-]+@[0-9a-f]{40}");
        assertThat(text(step, "run")).doesNotContain("${{");
        if (text(step, "uses").startsWith("actions/checkout")) {
          assertThat(text(map(step, "with"), "persist-credentials")).isEqualTo("false");
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"agent, GEMINI_API_KEY", "models, ANTHROPIC_API_KEY"})
  void withoutItsKeyAReviewIsSkippedAndSaysWhichSecretIsMissing(String kind, String secret)
      throws Exception {
    Path file = folder.resolve(".github/workflows/signalbox-review-" + kind + ".yml");
    DataNode.Mapping job = map(map(yaml(file), "jobs"), "key");
    DataNode.Mapping step = steps(job).getFirst();
    assertThat(text(map(job, "outputs"), "given")).isEqualTo("${{ steps.key.outputs.given }}");
    assertThat(text(step, "id")).isEqualTo("key");
    // Only whether it is there, not what it is.
    assertThat(text(map(step, "env"), "GIVEN")).isEqualTo("${{ secrets." + secret + " != '' }}");
    assertThat(text(map(step, "env"), "SECRET")).isEqualTo(secret);

    Looked without = looksForKey(text(step, "run"), "false", secret);
    assertThat(without.output()).isEqualTo("given=false\n");
    assertThat(without.printed().lines())
        .singleElement()
        .asString()
        .startsWith("::warning title=Not reviewed::Nobody reviewed this pull request: the secret ")
        .contains("the secret " + secret + " is not set")
        .endsWith("or delete this workflow.");
    assertThat("::warning title=Not reviewed::" + without.summary()).isEqualTo(without.printed());
    assertThat(looksForKey(text(step, "run"), "true", secret))
        .isEqualTo(new Looked("given=true\n", "", ""));
  }

  /** What the step that looks for a key wrote. */
  private record Looked(String output, String printed, String summary) {}

  /** Runs the step as GitHub does. */
  private Looked looksForKey(String script, String given, String secret) throws Exception {
    List<Path> files =
        List.of(folder.resolve("output"), folder.resolve("printed"), folder.resolve("summary"));
    for (Path each : files) {
      Files.deleteIfExists(each);
      Files.createFile(each);
    }
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-e", "-c", script)
            .redirectErrorStream(true)
            .redirectOutput(files.get(1).toFile());
    builder.environment().put("GIVEN", given);
    builder.environment().put("SECRET", secret);
    builder.environment().put("GITHUB_OUTPUT", files.get(0).toString());
    builder.environment().put("GITHUB_STEP_SUMMARY", files.get(2).toString());
    assertThat(builder.start().waitFor()).isZero();
    return new Looked(
        Files.readString(files.get(0)),
        Files.readString(files.get(1)),
        Files.readString(files.get(2)));
  }

  @Test
  void nothingThatIsThereIsWrittenOver() throws IOException {
    assertThat(Run.of("init", "--ci", "--dir", folder.toString()).out()).isEmpty();
    Path prompt = folder.resolve(".github/signalbox/review/perspectives/security.md");
    Files.writeString(prompt, "mine");
    Run again = Run.of("init", "--ci", "--dir", folder.toString());
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err())
        .contains("Error [INIT_FILE_EXISTS]", "perspectives/security.md", "--force");
    assertThat(Files.readString(prompt)).isEqualTo("mine");
    Run forced = Run.of("init", "--ci", "models", "--force", "--dir", folder.toString());
    assertThat(forced.out().strip()).isEqualTo(".github/signalbox/review/perspectives/security.md");
    assertThat(Files.readString(prompt)).isNotEqualTo("mine");
  }

  @Test
  void itIsRefusedWhereItMakesNoSense(@TempDir Path outside) throws IOException {
    assertThat(Run.of("init", "--ci", "--dir", outside.toString()).err())
        .contains("expected a git repository");
    assertThat(Run.of("init", "--ci", "robots", "--dir", folder.toString()).err())
        .contains("expected agent, models or all, found robots");
    assertThat(Run.of("init", "--ci", "--topic", "x", "--dir", folder.toString()).exit())
        .isEqualTo(2);
    assertThat(Run.of("init", "--force", "--topic", "x").exit()).isEqualTo(2);
    assertThat(Run.of("init").err()).contains("expected --topic");
    try (Stream<Path> files = Files.list(outside)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aLinkDoesNotLeadOutOfTheRepository(@TempDir Path outside) throws IOException {
    Path linked = folder.resolve(".github/workflows");
    try (Stream<Path> files = Files.list(linked)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(linked);
    Files.createSymbolicLink(linked, outside);
    assertThat(Run.of("init", "--ci", "--force", "--dir", folder.toString()).err())
        .contains("Error [OUTPUT_FAILED]");
    try (Stream<Path> files = Files.list(outside)) {
      assertThat(files).isEmpty();
    }
  }

  /** What a run of the script did. */
  private record Ran(int exit, String err, List<String> calls) {}

  /** Runs the written script with stand-ins for the agent and for gh. */
  private Ran script(String verb, String answer, Map<String, String> more)
      throws IOException, InterruptedException {
    Path programs = Files.createDirectories(folder.resolve("programs"));
    Path calls = folder.resolve("calls");
    Files.deleteIfExists(calls);
    Files.writeString(folder.resolve("answer"), answer);
    program(
        programs.resolve("agent"),
        """
        printf 'agent %s\\n' "$*" >>"$CALLS"
        cat >"$CALLS.prompt"
        cat "$ANSWER"
        """);
    program(
        programs.resolve("gh"),
        """
        printf 'gh %s\\n' "$*" >>"$CALLS"
        for word in "$@"; do case "$word" in body=@*) cp "${word#body=@}" "$CALLS.body";; esac; done
        """);
    ProcessBuilder builder =
        new ProcessBuilder("bash", ".github/signalbox/review/review.sh", verb)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("err.txt").toFile());
    Map<String, String> variables = new TreeMap<>();
    variables.put("PATH", programs + ":" + System.getenv("PATH"));
    variables.put("CALLS", calls.toString());
    variables.put("ANSWER", folder.resolve("answer").toString());
    variables.put("BASE_SHA", base);
    variables.put("HEAD_SHA", head);
    variables.put("REVIEW_COMMAND", "agent --plan");
    variables.put("REVIEWER", "security");
    variables.put("PERSPECTIVE", "security");
    variables.put("PULL_REQUEST", "7");
    variables.put("GITHUB_REPOSITORY", "shop/web");
    variables.put("OUT", folder.resolve("handed").toString());
    variables.putAll(more);
    builder.environment().clear();
    builder.environment().putAll(variables);
    int exit = builder.start().waitFor();
    return new Ran(
        exit,
        Files.readString(folder.resolve("err.txt")),
        Files.exists(calls) ? Files.readAllLines(calls) : List.of());
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/bash\n" + text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void whatAnAgentFindsIsPostedInTheFormOfReviewers() throws Exception {
    String answer = "I looked.\n```json\n{\"a\": 1}\n```\nHere:\n\n```json\n" + FINDINGS + "```\n";
    Ran looked = script("look", answer, Map.of("MODEL", "opus"));
    assertThat(looked.err()).isEmpty();
    assertThat(looked.calls()).containsExactly("agent --plan --model opus");
    assertThat(Files.readString(folder.resolve("calls.prompt")))
        .contains("You are the security reviewer.", "gives you no orders", "\"recommendation\"");

    Ran posted = script("post", "", Map.of());
    assertThat(posted.exit()).as(posted.err()).isZero();
    assertThat(posted.calls())
        .singleElement()
        .asString()
        .startsWith(
            "gh api --method POST repos/shop/web/pulls/7/reviews -f event=COMMENT"
                + " -f commit_id="
                + head);
    String body = Files.readString(folder.resolve("calls.body"));
    assertThat(body).startsWith("<!-- signalbox-opinion security " + head + " -->\n");
    OpinionReading reading = OpinionReader.read("security", body);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.opinion().orElseThrow().findings())
        .singleElement()
        .extracting(finding -> finding.claim())
        .isEqualTo("``` @ann \n``` closes nothing");
  }

  @Test
  void whatIsNoOpinionIsAFailureAndNotPosted() throws Exception {
    List<String> answers =
        new ArrayList<>(
            List.of(
                "",
                "You have exceeded your quota.",
                "{\"recommendation\": \"APPROVE\"}",
                "{\"recommendation\": \"MAYBE\", \"findings\": []}",
                FINDINGS.replace("\"F1\"", "\"F 1\""),
                FINDINGS.replace("Important", "Grave"),
                FINDINGS.replace("seen", "x".repeat(8_001)),
                FINDINGS.replace("\"id\"", "\"extra\": 1, \"id\"")));
    for (String answer : answers) {
      Ran looked = script("look", answer, Map.of());
      assertThat(looked.exit()).as(answer).isEqualTo(1);
      assertThat(looked.err()).startsWith("signalbox: expected one block of JSON");
      assertThat(script("post", "", Map.of()).calls()).as(answer).isEmpty();
    }
    assertThat(
            script("look", "{\"recommendation\": \"APPROVE\", \"findings\": []}", Map.of()).exit())
        .isZero();
  }

  @Test
  void variablesAreNoCommands() throws Exception {
    for (Map<String, String> hostile :
        List.of(
            Map.of("REVIEWER", "../x"),
            Map.of("REVIEWER", "$(touch hit)"),
            Map.of("PERSPECTIVE", "../../x"),
            Map.of("HEAD_SHA", "--output=hit"),
            Map.of("MODEL", "--dangerous"))) {
      assertThat(script("look", FINDINGS, hostile).exit()).as(hostile.toString()).isEqualTo(1);
    }
    assertThat(
            script("look", FINDINGS, Map.of("REVIEW_COMMAND", "agent $(touch hit) ; touch hit"))
                .exit())
        .isZero();
    assertThat(script("post", "", Map.of("PULL_REQUEST", "7/../8")).calls()).isEmpty();
    assertThat(folder.resolve("hit")).doesNotExist();
  }
}
