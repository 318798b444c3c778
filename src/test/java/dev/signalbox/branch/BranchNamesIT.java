package dev.signalbox.branch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.BranchConvention;
import dev.signalbox.agent.BranchConvention.Template;
import dev.signalbox.error.Position;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random titles and issues, judged by git itself. A failure prints its seed. */
class BranchNamesIT {
  private static final long SEED = Long.getLong("signalbox.seed", 20_260_215L);
  private static final int PHASES = 400;
  private static final List<Template> TEMPLATES =
      List.of(
          new Template("claude/{issue}-{slug}"),
          new Template("cursor/{issue}"),
          new Template("cto.new/{issue}-{slug}"),
          new Template("x/{issue}/{slug}"),
          new Template("x/{issue}"),
          new Template("{issue}"));

  /** What git refuses or treats in a special way, and what people paste. */
  private static final List<String> SNIPPETS =
      List.of(
          "..",
          "@{",
          "~1",
          "^",
          ":",
          "?",
          "*",
          "[",
          "\\",
          " ",
          "\t",
          "\n",
          "//",
          "/",
          ".",
          ".lock",
          "-",
          "--",
          "@",
          "HEAD",
          "refs/heads/",
          "\u0000",
          "\u007f",
          "é",
          "ß",
          "日本",
          "Ω",
          "🚀",
          "\uD800",
          "e\u0301",
          "\u202E",
          "$(x)",
          "`x`",
          "'",
          "\"",
          ";",
          "main",
          "Main",
          "A",
          "b",
          "9");

  private static final List<String> ISSUE_SNIPPETS =
      List.of(".", "_", "-", "/", "#", "a", "B", "0", ".lock", "..", "//", "HEAD", "main");

  @TempDir private Path folder;

  @Test
  void gitTakesEveryNameAndAllOfThemTogether() throws Exception {
    List<String> names = names(new Random(SEED));

    assertThat(names)
        .as("seed %d: names that git refuses", SEED)
        .hasSize(PHASES)
        .filteredOn(refused(names)::contains)
        .isEmpty();
    assertThat(names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct())
        .as("seed %d: names that differ in more than case", SEED)
        .hasSize(PHASES);
    assertThat(createAll(names)).as("seed %d: git creates all branches", SEED).isEmpty();
  }

  private static List<String> names(Random random) {
    List<Phase> phases = new ArrayList<>();
    List<BranchConvention> conventions = new ArrayList<>();
    for (int i = 0; i < PHASES; i++) {
      String issue = "I" + joined(random, ISSUE_SNIPPETS, 3);
      phases.add(
          new PhaseDraft(new PhaseId("P" + i), Position.startOf("plan.md"))
              .issue(new IssueId(issue))
              .title(joined(random, SNIPPETS, 12))
              .build());
      conventions.add(TEMPLATES.get(random.nextInt(TEMPLATES.size())));
    }
    Plan plan = new Plan(PlanHeader.untitled("plan.md", "Plan"), phases, List.of());
    var next = conventions.iterator();
    return BranchNames.of(plan, _ -> next.next()).stream().map(Optional::orElseThrow).toList();
  }

  private static String joined(Random random, List<String> snippets, int countMax) {
    StringBuilder text = new StringBuilder();
    for (int count = random.nextInt(countMax + 1); count > 0; count--) {
      text.append(snippets.get(random.nextInt(snippets.size())));
    }
    return text.toString();
  }

  /** One shell asks git about every line, so that a few hundred names stay quick. */
  private List<String> refused(List<String> names) throws Exception {
    String loop =
        "while IFS= read -r name; do"
            + " git check-ref-format --branch \"$name\" >/dev/null 2>&1 || echo \"$name\"; done";
    return run(lines(names), "sh", "-c", loop).lines().toList();
  }

  /** Creates all branches and main in a new repository; answers what git complains about. */
  private String createAll(List<String> names) throws Exception {
    run("", "git", "init", "-q", "-b", "main", "--bare", ".");
    String tree = run("", "git", "hash-object", "-t", "tree", "-w", "--stdin").strip();
    String commit =
        run("", "git", "-c", "user.name=t", "-c", "user.email=t@t", "commit-tree", "-m", "t", tree)
            .strip();
    List<String> all = new ArrayList<>(names);
    all.add("main");
    String updates =
        all.stream()
            .map(name -> "create refs/heads/" + name + " " + commit + "\n")
            .collect(Collectors.joining());
    return run(updates, "git", "update-ref", "--stdin");
  }

  private static String lines(List<String> names) {
    return names.stream().map(name -> name + "\n").collect(Collectors.joining());
  }

  private String run(String input, String... command) throws IOException, InterruptedException {
    Path stdin = Files.writeString(folder.resolve("stdin.txt"), input);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(stdin.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
