package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.control.RunJsonReader;
import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.journal.Journal;
import dev.signalbox.journal.folder.EngineLock;
import dev.signalbox.journal.folder.LockOutcome;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.journal.sqlite.SqliteJournal;
import dev.signalbox.runtime.JournalStore;
import dev.signalbox.sandbox.none.NoSandbox;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.PrepareOutcome;
import dev.signalbox.workspace.TestRepository;
import dev.signalbox.workspace.WorkspaceOrder;
import dev.signalbox.workspace.git.CommandWalls;
import dev.signalbox.workspace.git.GitWorkspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a state folder for which no engine runs: real git, a real journal. */
@Timeout(120)
class LeftBehindIT {
  private static final Instant BEGUN = Instant.parse("2026-01-15T12:00:00Z");

  @TempDir private Path folder = Path.of("");
  private Path state = Path.of("");
  private TestRepository repository = new TestRepository(folder);
  private RunSpec spec = RunSketch.spec("the table");

  @BeforeEach
  void makeRepository() throws IOException {
    repository = TestRepository.create(Files.createDirectory(folder.resolve("repository")));
    state = StateFolder.open(folder.resolve("state")).path();
    RunSpec sketch = RunSketch.spec("the table");
    RunSpec.Target target = sketch.target();
    spec =
        new RunSpec(
            sketch.run(),
            sketch.source(),
            new RunSpec.Target(
                repository.path("").toString(),
                target.base(),
                target.verify(),
                target.prepare(),
                false,
                List.of(),
                target.merge()),
            sketch.bounds(),
            sketch.table(),
            new RunSpec.Lineup(
                sketch.sessions(),
                sketch.batches(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of()));
  }

  private void journal(Fact... facts) {
    try (Journal journal = SqliteJournal.open(StateFolder.at(state).journal())) {
      long sequence = journal.lastSequence();
      for (Fact fact : facts) {
        sequence++;
        new JournalStore(journal, spec.run())
            .append(
                List.of(new Recorded(sequence, BEGUN, fact)),
                List.of(),
                fact instanceof Fact.RunClosed);
      }
    }
  }

  private GitWorkspaces git() {
    return GitWorkspaces.of(
        repository.path(""),
        state.resolve("workspaces"),
        new CommandWalls(new NoSandbox("for a test"), List.of(), System.getenv()));
  }

  private TestRepository workspace(SessionId session) {
    GitWorkspaces git = git();
    SessionKey key = new SessionKey(spec.run(), session);
    assertThat(
            git.prepare(
                new WorkspaceOrder(
                    key, "main", "work-" + session, List.of(), Map.of(), Optional.empty())))
        .isInstanceOf(PrepareOutcome.Ready.class);
    return new TestRepository(git.folderOf(key));
  }

  private void attempt(int number, String out, Optional<Integer> exit) throws IOException {
    Path attempt =
        Files.createDirectories(
            state.resolve("sessions/2026-11-22-checkout/S-A/attempt-" + number));
    Files.writeString(attempt.resolve("order.json"), order(number));
    Files.writeString(attempt.resolve("out"), out);
    if (exit.isPresent()) {
      Files.writeString(attempt.resolve("exit"), exit.get() + "\n");
    }
  }

  private static String order(int number) {
    return """
    {"version":1,"mark":"m","boot":"b","run":"2026-11-22-checkout","session":"S-A","attempt":%d,
    "agent":"scripted","name":"n","prompt":"p","fresh":"c","workspace":"/","objects":"/",
    "mode":"bypass"}
    """
        .formatted(number);
  }

  private Run typed(String... arguments) {
    return answered("", arguments);
  }

  private Run answered(String input, String... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(List.of("--state", state.toString()));
    return Run.with(input, all.toArray(String[]::new));
  }

  @Test
  void anUnknownRunIsAnsweredWithThoseThatThereAre() {
    assertThat(typed("report", "other-1").err()).contains("signalbox dispatch PLAN");
    journal(new Fact.RunOpened(spec, "anna"), new Fact.RunClosed());
    for (String command : List.of("report", "reviews")) {
      Run asked = typed(command, "other-1");
      assertThat(asked.exit()).as(command).isEqualTo(2);
      assertThat(asked.err())
          .contains("expected the run other-1 in ")
          .contains("name one of the latest runs: 2026-11-22-checkout (2026-01-15)");
    }
  }

  @Test
  void removesReviewRecordsOfMergedWorkOnceTheirRunHasEnded() throws IOException {
    journal(new Fact.RunOpened(spec, "anna"));
    keptRecord(RunSketch.A, repository.git("rev-parse", "main"));
    TestRepository unmerged = workspace(RunSketch.B);
    String tip = unmerged.commit("b.txt", "work\n");
    repository.git("fetch", "-q", unmerged.folder().toString(), tip);
    keptRecord(RunSketch.B, tip);

    assertThat(answered("n\n", "clean").out()).doesNotContain("review record");

    journal(new Fact.RunClosed());
    assertThat(answered("n\n", "clean").out())
        .contains("To remove:\n  review record of 2026-11-22-checkout/S-A\n")
        .contains("review record of 2026-11-22-checkout/S-B: its work is not in main");
    assertThat(typed("clean", "--yes").exit()).isZero();
    assertThat(repository.git("for-each-ref", "--format=%(refname)", "refs/signalbox/reviews"))
        .isEqualTo("refs/signalbox/reviews/2026-11-22-checkout/S-B");
  }

  private void keptRecord(SessionId session, String tip) {
    assertThat(git().keepRecord(new SessionKey(spec.run(), session), tip, "found\n")).isEmpty();
  }

  @Test
  void removesWhatIsMergedAndKeepsEveryOtherWork() throws IOException {
    journal(new Fact.RunOpened(spec, "anna"), new Fact.RunClosed());
    Path merged = workspace(RunSketch.A).path("");
    TestRepository unmerged = workspace(RunSketch.B);
    unmerged.commit("b.txt", "work\n");
    TestRepository uncommitted = workspace(RunSketch.C);
    Files.writeString(uncommitted.path("c\u001b[2J.txt"), "work\n");
    Path scratch = Files.createDirectories(state.resolve("scratch/work-1/deep"));

    Run looked = answered("n\n", "clean");
    assertThat(looked.exit()).isZero();
    assertThat(looked.out())
        .contains("To remove:\n  workspace of 2026-11-22-checkout/S-A\n  leftover scratch/work-1\n")
        .contains("S-B: workspace: expected nothing to lose, found not in main: ")
        .contains("S-C: workspace: expected nothing to lose, found uncommitted: c")
        .doesNotContain("\u001b")
        .endsWith("Remove? [y/N] Nothing was removed.\n");
    assertThat(answered("", "clean").exit()).isEqualTo(3);
    assertThat(merged).exists();

    Run removed = typed("clean", "--yes");
    assertThat(removed.exit()).isZero();
    assertThat(removed.out()).contains("Removed:\n  workspace of 2026-11-22-checkout/S-A\n");
    assertThat(merged).doesNotExist();
    assertThat(scratch).doesNotExist();
    assertThat(unmerged.path("b.txt")).hasContent("work");
    assertThat(uncommitted.path("c\u001b[2J.txt")).hasContent("work");
    assertThat(answered("y\n", "clean").out()).endsWith("Nothing is to be removed.\n");
  }

  @Test
  void anOpenRunLosesNothing() {
    journal(new Fact.RunOpened(spec, "anna"));
    Path clean = workspace(RunSketch.A).path("");
    assertThat(typed("clean", "--yes").out()).contains("S-A: its run is open;");
    assertThat(clean).exists();
  }

  @Test
  void outputsGoOnlyWhenAskedForAndOld() throws IOException {
    journal(new Fact.RunOpened(spec, "anna"), new Fact.RunClosed());
    attempt(1, "", Optional.of(0));
    assertThat(typed("clean", "--yes").out()).isEqualTo("Nothing is to be removed.\n");
    assertThat(typed("clean", "--yes", "--output-days", "60").out())
        .contains("wrote: the run ended at 2026-01-15T12:00:00Z");
    assertThat(state.resolve("sessions/2026-11-22-checkout")).exists();
    assertThat(typed("clean", "--yes", "--output-days", "30").exit()).isZero();
    assertThat(state.resolve("sessions/2026-11-22-checkout")).doesNotExist();
  }

  @Test
  void whileAnEngineRunsNothingIsCleaned() {
    journal(new Fact.RunOpened(spec, "anna"));
    LockOutcome lock = EngineLock.acquire(StateFolder.at(state), BEGUN);
    assertThat(typed("clean", "--yes").err()).contains("Error [STATE_IN_USE]");
    ((LockOutcome.Acquired) lock).lock().close();
    assertThat(typed("clean", "--run", "another-1").err()).contains("Error [RECORD_MISSING]");
  }

  @Test
  void aRunWithoutAnEngineIsShownAsItWasLeft() throws IOException {
    journal(new Fact.RunOpened(spec, "anna"));
    Run status = typed("status");
    assertThat(status.exit()).isZero();
    assertThat(status.out())
        .startsWith("No engine is running;")
        .contains("signalbox dispatch plans/checkout.md goes on with it.")
        .contains("Run 2026-11-22-checkout");
    assertThat(typed("sessions").out()).contains("S-A", "Planned");
    String json = typed("status", "--json").out();
    assertThat(json).contains("\"isEngineRunning\":false");
    assertThat(RunJsonReader.status(json).sessions()).hasSize(3);
    journal(new Fact.RunClosed());
    assertThat(typed("status").out()).startsWith("Run 2026-11-22-checkout (over)");
  }

  @Test
  void aLogIsReadWithoutAnEngine() throws IOException {
    journal(new Fact.RunOpened(spec, "anna"));
    attempt(1, "{\"event\":\"text\",\"text\":\"first\"}\njunk\n", Optional.of(3));
    attempt(10, "{\"event\":\"tool\",\"name\":\"Bash\",\"about\":\"ls\"}\n", Optional.empty());
    assertThat(typed("log", "S-A").out()).isEqualTo("> Bash ls\n");
    assertThat(typed("log", "S-A", "--attempt", "1", "--follow").out())
        .isEqualTo("  first\n= the process ended with exit code 3\n");
    assertThat(typed("log", "S-A", "--attempt", "2").err()).contains("the last is 10");
    assertThat(typed("log", "S-B").exit()).isEqualTo(2);
  }
}
