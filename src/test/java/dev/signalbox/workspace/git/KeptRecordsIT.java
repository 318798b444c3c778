package dev.signalbox.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.RecordPlace;
import dev.signalbox.workspace.TestRepository;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A review record beside the work: where it is, what it leaves alone, and kills between steps. */
@Timeout(120)
class KeptRecordsIT {
  private static final SessionKey SESSION =
      new SessionKey(new RunId("run-1"), new SessionId("S-A"));
  private static final String REF = "refs/signalbox/reviews/run-1/S-A";
  private static final String FILE = "REVIEW-GATE-FINDINGS.md";
  private static final String TEXT = "# Review\n\n| C1 | Critical | ümlaut |\n";

  @TempDir private Path temp;
  private Path root;
  private TestRepository repository;
  private GitWorkspaces workspaces;
  private String tip;

  @BeforeEach
  void open() throws IOException {
    root = temp.toRealPath().resolve("workspaces");
    repository = TestRepository.create(temp.toRealPath().resolve("repository"));
    workspaces = GitWorkspaces.of(repository.folder(), root, GitWorkspacesContractTest.walls());
    repository.git("switch", "-q", "-c", "work");
    tip = repository.commit("dir/a", "1\n");
    repository.git("switch", "-q", "main");
  }

  private String kept(String of, String text) {
    assertThat(workspaces.keepRecord(SESSION, of, text)).isEmpty();
    return repository.git("rev-parse", REF);
  }

  private String shown(String commit) {
    return repository.git("show", commit + ":" + FILE);
  }

  @Test
  void itStandsOnTheWorkWithOneFileMore() {
    String commit = kept(tip, TEXT);

    assertThat(RecordPlace.refOf(SESSION)).isEqualTo(REF);
    assertThat(repository.git("rev-parse", commit + "^@")).isEqualTo(tip);
    assertThat(repository.git("diff", "--name-status", tip, commit)).isEqualTo("A\t" + FILE);
    assertThat(repository.git(RecordPlace.reading(SESSION).substring(4).split(" ")))
        .isEqualTo(TEXT.strip());
    repository.git("merge", "-q", "work");
    assertThat(repository.path(FILE)).doesNotExist();
    assertThat(repository.path("dir/a")).exists();
  }

  @Test
  void nothingThatAPersonHasIsTouched() throws IOException {
    repository.git("config", "core.splitIndex", "true");
    repository.git("config", "log.showSignature", "true");
    repository.write("staged", "1\n");
    repository.git("add", "staged");
    repository.write("README.md", "being written\n");
    repository.write(FILE, "my own, not committed\n");
    String status = repository.git("status", "--porcelain=v2", "--untracked-files=all");
    byte[] index = Files.readAllBytes(repository.path(".git/index"));
    String heads = repository.git("for-each-ref", "refs/heads");
    List<Path> files = gitFiles();

    String _ = kept(tip, TEXT);

    assertThat(Files.readAllBytes(repository.path(".git/index"))).isEqualTo(index);
    assertThat(gitFiles()).isEqualTo(files);
    assertThat(repository.git("status", "--porcelain=v2", "--untracked-files=all"))
        .isEqualTo(status);
    assertThat(repository.git("for-each-ref", "refs/heads")).isEqualTo(heads);
    assertThat(repository.read(FILE)).isEqualTo("my own, not committed\n");
  }

  /** What lies directly in the git folder, such as parts of an index. */
  private List<Path> gitFiles() throws IOException {
    try (var files = Files.list(repository.path(".git"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void theSameRecordIsTheSameCommitAndAnotherTakesItsPlace() {
    String first = kept(tip, TEXT);
    assertThat(kept(tip, TEXT)).isEqualTo(first);

    String decided = kept(tip, TEXT + "agreed\n");
    assertThat(shown(decided)).endsWith("agreed");
    assertThat(repository.git("rev-parse", decided + "^@")).isEqualTo(tip);

    repository.git("switch", "-q", "work");
    String later = repository.commit("b", "2\n");
    String moved = kept(later, TEXT + "agreed\n");
    assertThat(repository.git("rev-parse", moved + "^@")).isEqualTo(later);
    assertThat(kept(tip, TEXT)).isEqualTo(first);
  }

  @Test
  void whatTheRepositoryCallsTheSameIsReplacedInThatCommitOnly() {
    repository.git("switch", "-q", "work");
    String file = repository.commit(FILE, "the repository's own\n");
    String commit = kept(file, TEXT);
    assertThat(shown(commit)).isEqualTo(TEXT.strip());
    assertThat(shown("work")).isEqualTo("the repository's own");

    repository.git("rm", "-q", FILE);
    String folder = repository.commit(FILE + "/inside", "1\n");
    assertThat(shown(kept(folder, TEXT))).isEqualTo(TEXT.strip());
    assertThat(repository.read(FILE + "/inside")).isEqualTo("1\n");
  }

  @Test
  void onlyWorkThatIsThereHasARecord() {
    for (String work : List.of("main", "", "0".repeat(40), "--all")) {
      assertThat(workspaces.keepRecord(SESSION, work, TEXT))
          .as(work)
          .hasValueSatisfying(reason -> assertThat(reason).contains("expected a commit"));
    }
    assertThat(repository.git("for-each-ref", "refs/signalbox")).isEmpty();
  }

  /** What a kill may leave behind, each in the order in which things are done. */
  enum Left {
    NOTHING,
    A_FOLDER,
    A_BLOB,
    HALF_AN_INDEX,
    A_TREE,
    A_COMMIT,
    A_LOCK,
    ALL_OF_IT
  }

  @ParameterizedTest
  @EnumSource
  void aKillBetweenTwoStepsMakesNoDifference(Left left) throws IOException {
    String whole = kept(tip, TEXT);
    repository.git("update-ref", "-d", REF);
    String before = kept(tip, "before\n");
    repository.git("reflog", "expire", "--expire=now", "--all");
    repository.git("prune", "--expire=now");
    leave(left);

    String now = repository.git("rev-parse", REF);
    assertThat(now).isEqualTo(left == Left.ALL_OF_IT ? whole : before);
    assertThat(kept(tip, TEXT)).isEqualTo(whole);
    assertThat(repository.git("fsck", "--strict")).doesNotContain("missing", "error");
    try (var scratch = Files.list(root.resolve(".records"))) {
      assertThat(scratch).isEmpty();
    }
  }

  private void leave(Left left) throws IOException {
    Path folder = Files.createDirectories(root.resolve(".records/work-killed"));
    Path text = Files.writeString(temp.resolve("text"), TEXT);
    switch (left) {
      case NOTHING -> Files.delete(folder);
      case A_FOLDER -> Files.createDirectories(folder.resolve("tree"));
      case A_BLOB -> repository.git("hash-object", "-w", text.toString());
      case HALF_AN_INDEX -> {
        Files.writeString(folder.resolve("index"), "DIRC");
        Files.writeString(folder.resolve("index.lock"), "");
      }
      case A_TREE -> {
        String _ = tree(text);
      }
      case A_COMMIT -> repository.git("commit-tree", "-m", "x", "-p", tip, tree(text));
      case A_LOCK -> Files.writeString(repository.path(".git/" + REF + ".lock"), "");
      case ALL_OF_IT -> {
        String _ = kept(tip, TEXT);
      }
    }
  }

  /** The tree of the record, made with git as it is. */
  private String tree(Path text) {
    String blob = repository.git("hash-object", "-w", text.toString());
    TestRepository other = new TestRepository(temp.resolve("other"));
    repository.git("worktree", "add", "-q", "--detach", other.folder().toString(), tip);
    other.git("update-index", "--add", "--cacheinfo", "100644," + blob + "," + FILE);
    return other.git("write-tree");
  }

  @Test
  void aProcessThatIsKilledLeavesTheFormerRecordOrTheNewOne() throws Exception {
    String whole = kept(tip, TEXT);
    String before = kept(tip, "before\n");
    Duration usual = run(Optional.empty());
    assertThat(repository.git("rev-parse", REF)).isEqualTo(whole);
    List<String> seen = new ArrayList<>();
    for (int part = 0; part < 18; part++) {
      repository.git("update-ref", REF, before);
      Duration _ = run(Optional.of(usual.multipliedBy(part).dividedBy(12)));
      String found = repository.git("rev-parse", REF);
      seen.add(found.equals(whole) ? "new" : "former");
      assertThat(found).isIn(before, whole);
      assertThat(kept(tip, TEXT)).isEqualTo(whole);
    }
    System.err.println("records after kills: " + seen);
    assertThat(repository.git("fsck", "--strict")).doesNotContain("missing", "error");
  }

  /** From its beginning to its end, or until it was killed with all that it started. */
  private Duration run(Optional<Duration> life) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RecordProgram.class.getName(),
                repository.folder().toString(),
                root.toString(),
                tip,
                TEXT)
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = process.inputReader()) {
      assertThat(said.readLine()).isEqualTo("begun");
      long from = System.nanoTime();
      if (life.isPresent()) {
        LockSupport.parkNanos(life.get().toNanos());
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
      } else {
        assertThat(said.readLine()).isEqualTo("kept");
      }
      int _ = process.waitFor();
      return Duration.ofNanos(System.nanoTime() - from);
    }
  }

  @Test
  void aRecordGoesWhenItsWorkIsMerged() {
    KeptRecords records = KeptRecords.in(repository.folder(), System.getenv());
    assertThat(records.sessions()).isEmpty();
    String _ = kept(tip, TEXT);
    repository.git("update-ref", "refs/signalbox/reviews/Not-a-run/S-A", tip);
    repository.git("update-ref", "refs/signalbox/reviews/strange", tip);
    assertThat(records.sessions()).containsExactly(SESSION);

    assertThat(records.need(SESSION, "main")).contains("its work is not in main");
    assertThat(records.remove(SESSION, "main")).contains("its work is not in main");
    assertThat(records.sessions()).containsExactly(SESSION);

    repository.git("merge", "-q", "work");
    assertThat(records.need(SESSION, "main")).isEmpty();
    assertThat(records.remove(SESSION, "main")).isEmpty();
    assertThat(records.remove(SESSION, "main")).isEmpty();
    assertThat(records.sessions()).isEmpty();
  }
}
