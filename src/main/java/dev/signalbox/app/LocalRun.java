package dev.signalbox.app;

import dev.signalbox.config.NetworkUse;
import dev.signalbox.config.Notifying;
import dev.signalbox.control.Control;
import dev.signalbox.control.LocalControl;
import dev.signalbox.control.http.ControlServer;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.ApprovedCommands;
import dev.signalbox.journal.Claims;
import dev.signalbox.journal.Journal;
import dev.signalbox.journal.folder.EngineLock;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.journal.sqlite.SqliteApprovedCommands;
import dev.signalbox.journal.sqlite.SqliteClaims;
import dev.signalbox.journal.sqlite.SqliteJournal;
import dev.signalbox.log.EngineLog;
import dev.signalbox.log.LibraryLog;
import dev.signalbox.log.LogLevel;
import dev.signalbox.mcp.SessionServer;
import dev.signalbox.plan.AgentId;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.local.AgentSecrets;
import dev.signalbox.runner.local.EndedAttempts;
import dev.signalbox.runner.local.LocalAgentRunner;
import dev.signalbox.runtime.EngineLoop;
import dev.signalbox.runtime.JournalStore;
import dev.signalbox.runtime.Ports;
import dev.signalbox.sandbox.Containment;
import dev.signalbox.sandbox.Sandbox;
import dev.signalbox.sandbox.WithoutNetwork;
import dev.signalbox.session.RunId;
import dev.signalbox.web.Dashboard;
import dev.signalbox.workspace.git.CommandWalls;
import dev.signalbox.workspace.git.GitMerges;
import dev.signalbox.workspace.git.GitWorkspaces;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that is open while this process is the engine of a state folder. */
final class LocalRun implements AutoCloseable {
  /**
   * Where the run lives.
   *
   * @param lock held until the run is closed
   */
  record Place(StateFolder state, EngineLock lock, Path repository) {}

  private final Place place;
  private final LocalMachine machine;
  private final Journal journal;
  private final Claims claims;
  private final LocalServices services;
  private final ApprovedCommands commands;
  private final Map<AgentId, Dialect> dialects;
  private final Sandbox sandbox;
  private final AgentSecrets secrets;
  private final NetworkUse network;
  private final EndedAttempts ended;
  private final Notifying notifying;
  private final LocalFigures figures;
  private Optional<EngineLog> log = Optional.empty();
  // What ports ask while the loop starts on other threads.
  private volatile Optional<EngineLoop> loop = Optional.empty();
  private Optional<LocalTable> table = Optional.empty();
  private Optional<ControlServer> server = Optional.empty();
  private Optional<Notices> notices = Optional.empty();
  private Optional<LocalIntake> intake = Optional.empty();
  private Optional<EnginePage> dashboard = Optional.empty();
  private Optional<SessionServer> tools = Optional.empty();

  /** What the configuration says about a run's safety and notices. */
  private record Settings(
      AgentSecrets secrets, NetworkUse network, Notifying notifying, LocalServices services) {}

  private LocalRun(Place place, LocalMachine machine, Settings settings) {
    this.place = place;
    this.machine = machine;
    this.journal = SqliteJournal.open(place.state().journal());
    this.services = settings.services();
    this.claims = services.claims(SqliteClaims.open(place.state().journal()), place.state().path());
    this.commands = SqliteApprovedCommands.open(place.state().journal());
    this.dialects = machine.dialects(place.state().path(), place.repository());
    this.sandbox = machine.sandbox();
    this.secrets = settings.secrets();
    this.network = settings.network();
    this.ended = new EndedAttempts(place.state().path(), secrets);
    this.notifying = settings.notifying();
    this.figures = new LocalFigures(place.state().journal(), machine.clock());
  }

  /** Opens the journal; nothing runs yet. */
  static LocalRun open(Place place, LocalMachine machine) {
    ControlServer.forgetKilled(place.state().path());
    // Read first: a mistake in it shows before anything is open.
    return new LocalRun(
        place,
        machine,
        new Settings(
            machine.secrets(),
            machine.network(place.repository()),
            machine.notifying(),
            new LocalServices(
                machine, place.repository(), RequestLedger.in(place.state().path()))));
  }

  Path repository() {
    return place.repository();
  }

  Path stateFolder() {
    return place.state().path();
  }

  RunHistory past() {
    return new RunHistory(journal);
  }

  ApprovedCommands commands() {
    return commands;
  }

  LocalServices services() {
    return services;
  }

  boolean runs(AgentId agent) {
    return dialects.containsKey(agent);
  }

  String agents() {
    return dialects.keySet().stream()
        .map(AgentId::value)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** What keeps the agents in, for the table. */
  String walls() {
    return Containment.of(sandbox)
        .lack()
        .map(reason ->
            "No sandbox: " + reason + ". Agents can reach whatever you can, so gates are advisory.")
        .orElse("Agents and commands run in a sandbox" + networkNote() + "." + gapNote());
  }

  private String gapNote() {
    boolean isShared = network.isOpenToSessions() || network.isOpenToCommands();
    return sandbox.gap().filter(_ -> isShared).map(gap -> " Yet " + gap + ".").orElse("");
  }

  private String networkNote() {
    if (network.isOpen()) {
      return "";
    }
    String who =
        network.isOpenToSessions() ? "commands" : network.isOpenToCommands() ? "agents" : "both";
    return "; " + who + " without network";
  }

  /**
   * Demands that these agents can be run as the configuration wants: each has its secrets, and the
   * network is blocked where it shall be.
   *
   * @throws SignalboxException {@code SECRET_UNUSABLE} or {@code NETWORK_NOT_BLOCKABLE}
   */
  void demandSafe(Collection<AgentId> agents) {
    agents.forEach(secrets::variables);
    if (network.isOpen()) {
      return;
    }
    sandbox
        .unavailable()
        .ifPresent(reason -> {
          throw WithoutNetwork.failure(reason);
        });
    for (AgentId agent : agents) {
      boolean isCutOff = !network.isOpenToSessions() && !isPredictable(agent);
      if (isCutOff) {
        throw new SignalboxException(
            ErrorCode.NETWORK_NOT_BLOCKABLE,
            "network: expected agents that work without their service, found " + agent,
            List.of(
                "write network: {commands: blocked}: then prepare and verify have no network, and"
                    + " agents reach their service",
                "run an agent on a machine, or behind a proxy, that lets it reach nothing else"));
      }
    }
  }

  private boolean isPredictable(AgentId agent) {
    return Optional.ofNullable(dialects.get(agent)).map(Dialect::isPredictable).orElse(false);
  }

  private Sandbox walls(boolean isOpen) {
    return isOpen ? sandbox : new WithoutNetwork(sandbox);
  }

  /**
   * Starts the loop, and lets other terminals talk to it.
   *
   * @param before what the journal tells of the run
   * @param planned its table, which people can change until they approve it
   */
  void start(RunSpec spec, EngineLoop.Past before, LocalTable planned) {
    table = Optional.of(planned);
    services.demand(spec);
    RunId run = spec.run();
    EngineLog log = new EngineLog(stateFolder(), run, machine.clock(), secrets::redactor);
    this.log = Optional.of(log);
    LibraryLog.reach(log);
    log.say(LogLevel.INFO, "engine-started", started(before));
    LocalSessionDesk desk = new LocalSessionDesk(run, secrets);
    // First: an agent is told where its tools are when it is started.
    tools = tools(desk, log);
    EngineLoop started =
        EngineLoop.start(
            before,
            log.over(figures.over(new JournalStore(journal, run), before.facts()), before.facts()),
            ports(spec),
            machine.clock());
    loop = Optional.of(started);
    desk.open(started);
    // What ended while nobody looked may be large; nothing waits for it.
    Thread _ = Thread.ofVirtual().name("cover").start(ended::cover);
    server =
        Optional.of(
            ControlServer.start(control(), stateFolder(), run.value(), machine.clock().instant()));
    dashboard = dashboard(started, planned, log);
    intake = LocalIntake.start(machine, stateFolder(), started, services.routing(), log, figures);
    notices =
        Optional.of(
            Notices.start(
                run,
                started,
                Notices.notifiers(
                    notifying,
                    machine.environment(),
                    log.lines(LogLevel.WARN, "notification-failed"))));
  }

  private static String started(EngineLoop.Past before) {
    return "process %d, facts of the run so far: %d"
        .formatted(ProcessHandle.current().pid(), before.facts().size());
  }

  /** A run goes on without a dashboard, where none can be served. */
  private Optional<EnginePage> dashboard(EngineLoop started, LocalTable planned, EngineLog log) {
    try {
      return Optional.of(
          EnginePage.start(
              place.state(),
              new Dashboard.Shown(
                  stateFolder(),
                  control(),
                  new LocalRecords(machine.environment(), machine.home(), machine.clock()),
                  new Dashboard.Told(
                      new Dashboard.PlanPages(
                          () -> planned.document(started.look().state()), planned::choices),
                      machine.clock().instant().toString(),
                      Optional.empty()),
                  LocalEngines.name(),
                  figures.of(started),
                  machine.proxiedOrigin()),
              log.lines(LogLevel.WARN, "dashboard-failed")));
    } catch (RuntimeException e) {
      log.say(LogLevel.WARN, "dashboard-failed", "expected to serve it, found " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Without them agents say everything in words. */
  private Optional<SessionServer> tools(LocalSessionDesk desk, EngineLog log) {
    try {
      return Optional.of(SessionServer.start(stateFolder(), desk, LocalTools.version()));
    } catch (RuntimeException e) {
      log.say(LogLevel.WARN, "tools-failed", "expected to serve them, found " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Where a person can look at it; empty where no dashboard is served. */
  Optional<String> dashboard() {
    return dashboard.map(EnginePage::link);
  }

  private Ports ports(RunSpec spec) {
    Path state = stateFolder();
    CommandWalls walls =
        new CommandWalls(
            walls(network.isOpenToCommands()),
            List.of(state),
            machine.environment(),
            secrets::redactor);
    Ports here =
        new Ports(
            new LocalAgentRunner(
                machine.setup(state, dialects, walls(network.isOpenToSessions()), secrets)),
            GitWorkspaces.of(repository(), state.resolve("workspaces"), walls),
            GitMerges.of(repository(), state.resolve("scratch"), walls),
            claims,
            commands,
            services.registry(),
            Ports.Services.NONE);
    return new ServicePorts(services, machine, repository())
        .over(here, () -> loop.flatMap(EngineLoop::spec).orElse(spec), state);
  }

  /** How people command the run. */
  Control control() {
    return new LocalControl(loop(), table.orElseThrow());
  }

  EngineLoop loop() {
    return loop.orElseThrow();
  }

  private void sayEnd(EngineLog open) {
    loop.flatMap(EngineLoop::fault)
        .ifPresentOrElse(
            fault -> open.say(LogLevel.ERROR, "engine-failed", fault.toString()),
            () -> open.say(LogLevel.INFO, "engine-stopped", "agents work on"));
  }

  @Override
  public void close() {
    intake.ifPresent(LocalIntake::close);
    dashboard.ifPresent(EnginePage::close);
    tools.ifPresent(SessionServer::close);
    notices.ifPresent(Notices::close);
    server.ifPresent(ControlServer::close);
    log.ifPresent(this::sayEnd);
    loop.ifPresent(EngineLoop::close);
    LibraryLog.leave();
    if (loop.isPresent()) {
      ended.cover();
    }
    commands.close();
    claims.close();
    journal.close();
    place.lock().close();
  }
}
