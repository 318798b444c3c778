package dev.signalbox.app;

import dev.signalbox.control.ChoicesJson;
import dev.signalbox.control.RecordedControl;
import dev.signalbox.control.http.HttpControl;
import dev.signalbox.journal.folder.PageLock;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.limit.Limits;
import dev.signalbox.view.RunView;
import dev.signalbox.view.ShellWord;
import dev.signalbox.web.Dashboard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Shows what was recorded, while no engine runs in the state folder. As soon as one does, it gives
 * up the port, which that engine waits for; when the engine is gone, however it ended, it takes the
 * port back (docs/adr/0029-one-page-two-owners.md).
 */
final class RecordedPage implements AutoCloseable {
  /** From one look for an engine to the next. */
  private static final Duration LOOK_PAUSE = Duration.ofMillis(250);

  private final Setup setup;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private Optional<Showing> showing = Optional.empty();
  private String said = "";

  /**
   * What it shows.
   *
   * @param figures of this process
   * @param line hears who serves the page
   */
  record Setup(
      StateFolder state, LocalMachine machine, LocalFigures figures, Consumer<String> line) {}

  private record Showing(PageLock lock, RecordedControl run, Dashboard dashboard) {
    void close() {
      run.close();
      dashboard.close();
      lock.close();
    }
  }

  private RecordedPage(Setup setup) {
    this.setup = setup;
    this.thread = Thread.ofPlatform().daemon().name("recorded-page").unstarted(this::run);
  }

  static RecordedPage start(Setup setup) {
    RecordedPage page = new RecordedPage(setup);
    page.thread.start();
    return page;
  }

  private void run() {
    try {
      do {
        look();
      } while (!closed.await(LOOK_PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      // Closed.
    } finally {
      showing.ifPresent(Showing::close);
    }
  }

  private void look() {
    try {
      boolean isEngine = HttpControl.isThere(setup.state().path());
      if (isEngine && showing.isPresent()) {
        showing.get().close();
        showing = Optional.empty();
        say("an engine runs and serves it");
      } else if (!isEngine && showing.isEmpty()) {
        PageLock.take(setup.state()).ifPresent(this::show);
      }
    } catch (RuntimeException e) {
      say("expected to serve it, found " + e.getMessage() + "; it is tried again");
    }
  }

  private void show(PageLock lock) {
    // An engine that came before the lock was taken waits for it now.
    if (HttpControl.isThere(setup.state().path())) {
      lock.close();
      return;
    }
    try {
      showing = Optional.of(showing(lock));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private Showing showing(PageLock lock) {
    LocalMachine machine = setup.machine();
    Path state = setup.state().path();
    LocalRecords records = new LocalRecords(machine.environment(), machine.home(), machine.clock());
    Optional<RunView> run = records.lastKnown(Optional.of(state.toString()));
    String plan = run.map(known -> known.head().plan()).orElse("");
    String command =
        "signalbox dispatch %s --state %s"
            .formatted(
                plan.isEmpty() ? "PLAN" : ShellWord.of(plan), ShellWord.of(state.toString()));
    RecordedControl recorded = new RecordedControl(run, machine.clock().instant(), command);
    Dashboard dashboard =
        Dashboard.start(
            new Dashboard.Shown(
                state,
                recorded,
                records,
                new Dashboard.Told(
                    new Dashboard.PlanPages(
                        () -> RecordedPlan.document(machine, plan),
                        () -> ChoicesJson.write(machine.catalogue(), _ -> Optional.empty())),
                    machine.clock().instant().toString(),
                    Optional.of(new Dashboard.Absence(run.isPresent(), command))),
                LocalEngines.name(),
                setup.figures().without(recorded),
                machine.proxiedOrigin()));
    say(
        "no engine runs; what was recorded is at port "
            + dashboard.link().port()
            + ", and signalbox dashboard prints the address");
    return new Showing(lock, recorded, dashboard);
  }

  /** Each thing once, however often it is found so. */
  private void say(String what) {
    if (!what.equals(said)) {
      said = what;
      setup.line().accept("dashboard: " + what);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      boolean _ = thread.join(Duration.ofMillis(Limits.GRACE.toMillis()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
