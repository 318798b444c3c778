package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.engine.Fact;
import dev.signalbox.journal.folder.EngineLock;
import dev.signalbox.journal.folder.LockOutcome;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.plan.WrittenSection;
import dev.signalbox.session.SessionId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What has to be true of a shop whose run is over. */
record Outcome(Shop shop) {
  private static final Pattern MERGE = Pattern.compile("Merge (SHOP-\\d+) \\d[A-Z]: .+");

  /** Everything that holds after every run that merged all phases. */
  void isWhole() throws Exception {
    mergedOnceInOrder();
    everyMergePassesTheCheck();
    assertThat(shop.git("status", "--porcelain")).isEqualTo(" M " + Shop.PLAN);
    registryShows("Done", Shop.ISSUES);
    assertThat(Told.in(shop.state()).all(Fact.RunClosed.class)).hasSize(1);
    nothingIsLeft();
  }

  /** The issues that were merged, oldest first. */
  List<String> merged() throws Exception {
    return shop.git("log", "--first-parent", "--reverse", "--format=%s", "main")
        .lines()
        .skip(1)
        .map(subject -> {
          Matcher merge = MERGE.matcher(subject);
          assertThat(merge.matches()).as(subject).isTrue();
          return merge.group(1);
        })
        .toList();
  }

  private void mergedOnceInOrder() throws Exception {
    List<String> merged = merged();
    assertThat(merged).containsExactlyInAnyOrderElementsOf(Shop.ISSUES);
    // The batches of the table, and the merge order in each.
    assertThat(merged.subList(0, 3)).contains("SHOP-201", "SHOP-202", "SHOP-203");
    Told told = Told.in(shop.state());
    told.all(Fact.RunOpened.class)
        .getFirst()
        .spec()
        .sessions()
        .forEach(session -> {
          int turn = merged.indexOf(session.issue().value());
          assertThat(session.mergesAfter())
              .allSatisfy(
                  before -> assertThat(issueOf(told, before)).isIn(merged.subList(0, turn)));
        });
    assertThat(told.all(Fact.Merged.class))
        .extracting(fact -> fact.commit().orElseThrow())
        .containsExactlyElementsOf(
            shop.git("log", "--first-parent", "--reverse", "--format=%H", "main")
                .lines()
                .skip(1)
                .toList());
  }

  private static String issueOf(Told told, SessionId session) {
    return told.all(Fact.RunOpened.class).getFirst().spec().sessions().stream()
        .filter(spec -> spec.id().equals(session))
        .map(spec -> spec.issue().value())
        .findFirst()
        .orElseThrow();
  }

  private void everyMergePassesTheCheck() throws Exception {
    Path copy = Files.createTempDirectory(shop.home(), "copy");
    shop.git("clone", "--quiet", shop.repository().toString(), copy.toString());
    List<String> commits = shop.git("rev-list", "--first-parent", "main").lines().toList();
    for (String commit : commits) {
      shop.run(copy, List.of("git", "checkout", "--quiet", "--detach", commit));
      shop.run(copy, List.of("sh", "check.sh"));
    }
  }

  /** The registry in the plan file has one row for each issue, all with that status. */
  void registryShows(String status, List<String> issues) throws Exception {
    List<String> rows =
        Files.readString(shop.plan())
            .lines()
            .dropWhile(line -> !line.equals(WrittenSection.REGISTRY.begin()))
            .takeWhile(line -> !line.equals(WrittenSection.REGISTRY.end()))
            .filter(line -> line.startsWith("| SHOP-") && line.endsWith("| " + status + " |"))
            .map(line -> line.substring(2, "| SHOP-201".length()))
            .toList();
    assertThat(rows).containsExactlyElementsOf(issues);
  }

  /** No process, no workspace, no lock. */
  void nothingIsLeft() throws Exception {
    Waiting.untilTrue(
        "no processes",
        () -> shop.processes().isEmpty(),
        () -> shop.processes().stream().map(ProcessHandle::info).toList().toString());
    try (Stream<Path> workspaces = Files.list(shop.workspace("none").resolveSibling(""))) {
      assertThat(workspaces.toList()).as("workspaces").isEmpty();
    }
    assertThat(shop.state().resolve("control.json")).doesNotExist();
    LockOutcome lock = EngineLock.acquire(StateFolder.open(shop.state()), Instant.EPOCH);
    assertThat(lock).isInstanceOf(LockOutcome.Acquired.class);
    ((LockOutcome.Acquired) lock).lock().close();
  }
}
