package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.document.DataNode;
import dev.signalbox.document.DataReading;
import dev.signalbox.document.JsonReader;
import dev.signalbox.golden.Golden;
import dev.signalbox.plan.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanningCliIT {
  private static final String EXAMPLE = "2026-02-15-shop-checkout-revamp.md";
  private static final String TWO =
      "## Phase A: a\n- exec: tdd\n- touches: a/x\n## Phase B: b\n- exec: tdd\n- touches: b/x\n";

  @TempDir private Path folder = Path.of("");
  private Checkout repository = new Checkout(folder);
  private String plan = "";

  @BeforeEach
  void copyTheExample() throws IOException {
    repository = Checkout.in(folder, "pom.xml", "src/payment/Port.java");
    Path root = Path.of(System.getProperty("signalbox.root", "."));
    repository.write(".signalbox/config.yaml", "projects:\n  my-shop: shop\n");
    plan =
        repository
            .write(EXAMPLE, Files.readString(root.resolve("examples").resolve(EXAMPLE)))
            .toString();
  }

  private static DataNode.Mapping json(Run run) {
    DataReading reading = JsonReader.read(new SourceFile("out.json", run.out()));
    assertThat(reading.problems()).isEmpty();
    return reading.mapping().orElseThrow();
  }

  private void golden(String name, Run run) {
    Golden.assertMatches("cli/" + name, run.shown(folder));
  }

  @Test
  void showsTheExample() {
    golden("check.txt", Run.of("check", plan));
    golden("check-markdown.txt", Run.of("check", "--markdown", plan));
    golden("check.json", Run.of("check", "--json", plan));
  }

  @Test
  void explainsAVerdict() {
    golden("explain-sequential.txt", Run.of("explain", plan, "1C", "2B"));
    golden("explain-branches.txt", Run.of("explain", plan, "1B", "1A"));
    golden("explain-parallel.txt", Run.of("explain", plan, "0a", "1b"));
  }

  @Test
  void printsAPrompt() {
    golden("prompt.txt", Run.of("prompt", plan, "1A"));
    golden("prompt-delegated.txt", Run.of("prompt", forAgent("cursor"), "1A"));
    golden("prompt-without-skills.txt", Run.of("prompt", forAgent("codex"), "1A"));
  }

  private String forAgent(String agent) {
    try {
      String text = Files.readString(Path.of(plan));
      return repository
          .write(
              "delegated.md",
              text.replace(
                  "- exec: pair\n- touches: src",
                  "- exec: pair\n- agent: " + agent + "\n- touches: src"))
          .toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void helpsAStranger() {
    golden("help.txt", Run.of("--help"));
    golden("help-check.txt", Run.of("check", "--help"));
    assertThat(Run.of()).isEqualTo(Run.of("--help"));
  }

  @Test
  void saysHowToUseItWhenUsedWrongly() {
    golden("usage-unknown.txt", Run.of("chekc", plan));
    golden("usage-missing.txt", Run.of("check"));
    golden("usage-same.txt", Run.of("explain", plan, "1A", "1A"));
    golden("usage-phase.txt", Run.of("explain", plan, "1A", "9Z"));
  }

  @Test
  void namesEveryFieldThatAPromptLacks() {
    Run run = Run.with(TWO, "prompt", "-", "A", "--repo", folder.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("context bullets", "tasks", "a deliverable", "-:1:10");
  }

  @Test
  void printsOneJsonDocumentAlsoWhenNothingCanBeRead() {
    Run run = Run.of("check", "--json", folder.resolve("none.md").toString());
    assertThat(run.exit()).isEqualTo(2);
    DataNode.Mapping root = json(run);
    assertThat(root.entries())
        .extracting(DataNode.Entry::key)
        .containsSubsequence("plan", "problems", "phases", "pairs", "batches", "mergeOrder");
    assertThat(run.out().lines()).hasSize(1);
  }

  @Test
  void readsStandardInput() {
    Run run = Run.with(TWO, "check", "--json", "--pairs=all", "-", "--repo", folder.toString());
    assertThat(run.exit()).isZero();
    DataNode.Sequence pairs = (DataNode.Sequence) json(run).get("pairs").orElseThrow();
    assertThat(pairs.items()).hasSize(1);
  }

  @Test
  void startsAPlanThatTheCheckAccepts() throws IOException {
    Run init =
        Run.of(
            "init", "--topic", "order-search", "--project", "my-shop", "--dir", folder.toString());
    Path file = folder.resolve("2026-02-15-shop-order-search.md");
    assertThat(init.exit()).isZero();
    assertThat(init.out().strip()).isEqualTo(file.toString());
    Run check = Run.of("check", file.toString());
    assertThat(check.exit()).isZero();
    assertThat(check.out()).doesNotContain("Error", "Warning").contains("Batch 1 of 2");

    Files.writeString(file, "mine");
    Run again =
        Run.of("init", "--topic", "order-search", "--project", "shop", "--dir", folder.toString());
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("Error [INIT_FILE_EXISTS]", "Hint: ");
    assertThat(Files.readString(file)).isEqualTo("mine");
    assertThat(Run.of("init", "--topic", "No Topic!").exit()).isEqualTo(2);
  }

  @Test
  void keepsPhasesApartOverAFileThatGitCannotMerge() {
    repository.write("data/table.dat", new byte[] {1, 0, 2});
    repository.write("gen/api.txt", "x\n");
    repository.write(".gitattributes", "gen/** -merge\n");
    repository.git("add", "-A");
    String text =
        "## Phase A: a\n- exec: tdd\n- touches: %s\n## Phase B: b\n- exec: tdd\n- touches: %s\n";
    for (List<String> touches :
        List.of(List.of("data/**", "data/*.dat"), List.of("gen/api.txt", "gen/**"))) {
      Run run =
          Run.with(
              text.formatted(touches.toArray()),
              "explain",
              "-",
              "A",
              "B",
              "--repo",
              folder.toString());
      assertThat(run.out()).contains("UNMERGEABLE_FILES").contains("git cannot merge");
    }
    Run merged =
        Run.with(
            text.formatted("src/**", "src/payment/*"),
            "explain",
            "-",
            "A",
            "B",
            "--repo",
            folder.toString());
    assertThat(merged.out()).contains("SHARED_FILES").contains("both match src/payment/Port.java");
  }

  @Test
  void readsFoldersOfOtherTools() {
    String plan =
        "---\nphase: 01-start\nplan: %s\nwave: 1\ndepends_on: []\nfiles_modified: [src/a.ts, src/%s.ts]\n---\n<objective>\nDo %s.\n</objective>\n";
    repository.write("gsd/01-start/01-01-PLAN.md", plan.formatted("01", "x", "x"));
    repository.write("gsd/01-start/01-02-PLAN.md", plan.formatted("02", "y", "y"));
    repository.write(
        "kit/tasks.md", "# Tasks\n- [ ] T001 Add src/a.ts\n- [ ] T002 [P] Add src/b.ts\n");
    repository.write(
        "tm/tasks.json", "{\"tasks\": [{\"id\": 1, \"title\": \"One\", \"dependencies\": []}]}");
    for (List<String> row :
        List.of(
            List.of("gsd/01-start", "gsd", "2"),
            List.of("kit", "spec-kit", "2"),
            List.of("tm", "taskmaster", "1"))) {
      Run run = Run.of("check", "--json", folder.resolve(row.getFirst()).toString());
      assertThat(run.exit()).as(row.getFirst()).isZero();
      DataNode.Mapping source = (DataNode.Mapping) json(run).get("source").orElseThrow();
      assertThat(source.scalar("format").orElseThrow().text()).isEqualTo(row.get(1));
      assertThat(((DataNode.Sequence) json(run).get("phases").orElseThrow()).items())
          .hasSize(Integer.parseInt(row.get(2)));
    }
    Run claims = Run.of("check", folder.resolve("gsd/01-start").toString());
    assertThat(claims.out()).contains("Warning [PLAN_CLAIM_FALSE]", "01-01", "01-02", "src/a.ts");
  }

  @Test
  void saysWhatIsWrongWithTheConfiguration() {
    repository.write(".signalbox/config.yaml", "infrastructure:\n  db: [a/[]\n");
    Run run = Run.of("check", plan);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("Error [CONFIG_INVALID]", "config.yaml:2:");
  }
}
