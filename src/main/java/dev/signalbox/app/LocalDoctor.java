package dev.signalbox.app;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.AgentKind;
import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.Protocol;
import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.cli.Health;
import dev.signalbox.config.Config;
import dev.signalbox.config.Services;
import dev.signalbox.config.Webhooks;
import dev.signalbox.config.yaml.ConfigFiles;
import dev.signalbox.control.StateFolders;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.repository.Repository;
import dev.signalbox.repository.git.GitRepository;
import dev.signalbox.runner.local.SearchPath;
import dev.signalbox.runtime.FreeSpace;
import dev.signalbox.sandbox.Containment;
import dev.signalbox.view.DoctorFacts;
import dev.signalbox.view.ServiceLook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at this machine. */
final class LocalDoctor implements Health {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final LocalMachine machine;
  private final Path folder;

  /**
   * A doctor.
   *
   * @param folder in which the person is
   */
  LocalDoctor(LocalMachine machine, Path folder) {
    this.machine = machine;
    this.folder = folder;
  }

  @Override
  public DoctorFacts look(Optional<String> state) {
    // Starting an agent's program takes seconds: all at once, while the rest is looked at.
    List<Ahead<DoctorFacts.AgentLook>> agents =
        catalogue().agents().stream()
            .filter(LocalDoctor::isProgram)
            .map(agent -> Ahead.of(() -> look(agent)))
            .toList();
    Optional<Path> repository = repository();
    Ahead<List<ServiceLook>> services = Ahead.of(() -> services(repository));
    return new DoctorFacts(
        new DoctorFacts.Machine(
            System.getProperty("os.name", "").startsWith("Mac"),
            Containment.isRootHere(),
            Runtime.version().toString(),
            Files.isDirectory(Path.of("/proc/self"))),
        tools(),
        new DoctorFacts.Walls(machine.walls().unavailable(), machine.walls().gap()),
        state(
            StateFolders.choose(
                state, machine.environment(), machine.home(), repository.orElse(folder))),
        configurationError(repository),
        agents.stream().map(Ahead::get).toList(),
        services.get());
  }

  private List<ServiceLook> services(Optional<Path> repository) {
    LocalTrackers trackers = new LocalTrackers(machine, machine.configFile());
    Services configured;
    Webhooks webhooks;
    try {
      configured = trackers.services(repository);
      webhooks = ConfigFiles.webhooks(machine.configFile());
    } catch (SignalboxException e) {
      // The configuration has its own line.
      return List.of();
    }
    List<ServiceLook> looks = new ArrayList<>(new ServiceProbe(trackers, configured).looks());
    calls(configured, webhooks).ifPresent(looks::add);
    return looks;
  }

  /** What stands against answering calls in Linear; empty where nothing does. */
  private static Optional<ServiceLook> calls(Services configured, Webhooks webhooks) {
    boolean isHeardOnly = webhooks.secrets().containsKey("linear") && configured.linear().isEmpty();
    return isHeardOnly
        ? Optional.of(
            new ServiceLook(
                "agent calls",
                "linear",
                false,
                Optional.empty(),
                Optional.of(
                    new ServiceLook.Lack(
                        LocalListening.UNANSWERED, LocalListening.UNANSWERED_ADVICE, false))))
        : Optional.empty();
  }

  private static boolean isProgram(AgentProfile agent) {
    return agent.kind() == AgentKind.RUNS_HERE
        && agent.program().map(it -> it.protocol() != Protocol.SCRIPTED).orElse(true);
  }

  private DoctorFacts.AgentLook look(AgentProfile agent) {
    return new DoctorFacts.AgentLook(
        agent, machine.probe().everything(agent), Dialects.speak(agent));
  }

  /** The shipped one where the person's configuration is not valid, which has its own line. */
  private AgentCatalogue catalogue() {
    try {
      return machine.catalogue();
    } catch (SignalboxException e) {
      return AgentCatalogueFile.shipped();
    }
  }

  private DoctorFacts.Tools tools() {
    SearchPath programs = SearchPath.of(machine.environment());
    return new DoctorFacts.Tools(
        programs.find("git").flatMap(this::version),
        programs.find("bwrap").map(Path::toString),
        programs.find("setsid").or(() -> programs.find("perl")).map(Path::toString),
        programs.find("npm").map(Path::toString));
  }

  private Optional<String> version(Path program) {
    String path = machine.environment().getOrDefault("PATH", "");
    Trial trial = Trial.of(List.of(program.toString(), "--version"), Map.of("PATH", path), LIMIT);
    return trial.isOk() ? Optional.of(trial.firstLine()) : Optional.empty();
  }

  private Optional<Path> repository() {
    try {
      return GitRepository.containing(folder).map(Repository::root);
    } catch (SignalboxException e) {
      // git's own line says what is wrong with it.
      return Optional.empty();
    }
  }

  private Optional<String> configurationError(Optional<Path> repository) {
    List<Path> shared = repository.stream().map(LocalMachine::sharedConfigFile).toList();
    try {
      Config _ = ConfigFiles.read(List.of(machine.configFile()), shared);
      AgentCatalogue _ = machine.catalogue();
      LocalSecrets secrets = machine.configuredSecrets();
      secrets.agents().forEach(secrets::variables);
      return Optional.empty();
    } catch (SignalboxException e) {
      String hint = e.code() == ErrorCode.SECRET_UNUSABLE ? "; " + e.hints().getFirst() : "";
      return Optional.of(e.getMessage() + hint);
    }
  }

  private static DoctorFacts.State state(Path state) {
    Path there = FreeSpace.nearest(state);
    return new DoctorFacts.State(
        state.toString(),
        Files.isDirectory(there) && Files.isWritable(there),
        free(there),
        there.equals(state) ? mode(state) : Optional.empty());
  }

  private static long free(Path there) {
    try {
      return Files.getFileStore(there).getUsableSpace();
    } catch (IOException e) {
      return 0;
    }
  }

  private static Optional<String> mode(Path state) {
    try {
      return Optional.of(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }
}
