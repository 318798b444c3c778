package dev.signalbox.app;

import dev.signalbox.agent.yaml.BotServiceFile;
import dev.signalbox.delegation.DelegatedRunner;
import dev.signalbox.delegation.DelegatedWorkspaces;
import dev.signalbox.delegation.ElsewhereRequests;
import dev.signalbox.delegation.PlacedRunner;
import dev.signalbox.delegation.PlacedWorkspaces;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.feedback.Remarks;
import dev.signalbox.feedback.RoutingRules;
import dev.signalbox.feedback.Speakers;
import dev.signalbox.forge.Forge;
import dev.signalbox.forge.Role;
import dev.signalbox.pullrequest.PullRequestMerges;
import dev.signalbox.pullrequest.PullRequests;
import dev.signalbox.remote.Outcome;
import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runtime.Ports;
import dev.signalbox.runtime.Strays;
import dev.signalbox.session.SessionKey;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.workspace.Upstream;
import dev.signalbox.workspace.Workspaces;
import dev.signalbox.workspace.git.GitUpstream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A run's ports, with trackers, forges and agents elsewhere where they are configured. */
final class ServicePorts {
  private static final Executor LOOKING = work -> Thread.ofVirtual().name("look").start(work);

  private final LocalServices services;
  private final LocalMachine machine;
  private final Path repository;

  ServicePorts(LocalServices services, LocalMachine machine, Path repository) {
    this.services = services;
    this.machine = machine;
    this.repository = repository;
  }

  /**
   * The ports of a run.
   *
   * @param here those of this machine alone
   * @param spec the run as it is at the time: its table may be revised before it starts
   */
  Ports over(Ports here, Supplier<RunSpec> spec, Path state) {
    if (services.forge().isEmpty()) {
      Ports.Services tracked = Ports.Services.tracked(services.tracker(), services.ledger()::of);
      return here.with(here.runner(), here.workspaces()).with(here.merges(), tracked);
    }
    Forge forge = services.forge().get();
    Upstream upstream = GitUpstream.of(repository, machine.environment());
    Path root = state.resolve("elsewhere");
    DelegatedWorkspaces found = new DelegatedWorkspaces(root, here.workspaces(), upstream, forge);
    Optional<DelegatedRunner> delegated =
        services.tracker().map(tracker -> elsewhere(tracker, forge, spec, root));
    Ports.Services reached =
        new Ports.Services(
            services.tracker(),
            Optional.of(new PullRequests(forge, upstream)),
            Optional.of(new ElsewhereRequests(found, delegated)),
            Optional.of(remarks(forge)),
            Optional.of(
                new Strays(
                    forge, upstream, Speakers.of(machine.catalogue(), BotServiceFile.shipped()))),
            key -> delegated.ifPresent(runner -> runner.nudge(key)),
            services.ledger()::of);
    Predicate<SessionKey> isElsewhere = key -> LocalServices.isElsewhere(spec.get(), key);
    Workspaces workspaces = new PlacedWorkspaces(here.workspaces(), found, isElsewhere);
    AgentRunner runner =
        delegated
            .<AgentRunner>map(there -> new PlacedRunner(here.runner(), there, isElsewhere))
            .orElse(here.runner());
    return here.with(runner, workspaces)
        .with(new PullRequestMerges(here.merges(), upstream, forge), reached);
  }

  private DelegatedRunner elsewhere(
      Tracker tracker, Forge forge, Supplier<RunSpec> spec, Path root) {
    return new DelegatedRunner(
        root,
        key -> services.errands(spec.get()).of(key),
        tracker,
        forge,
        LocalServices.planIsThere(tracker, spec.get()),
        machine.clock(),
        new DelegatedRunner.Looking(LOOKING, services.isTold()));
  }

  /** What is read on pull requests, with the role of each person asked for once. */
  private Ports.RemarkReader remarks(Forge forge) {
    Map<String, Boolean> members = new ConcurrentHashMap<>();
    String name = forge.scope().substring(forge.scope().indexOf(':') + 1);
    Remarks remarks =
        new Remarks(
            name,
            Speakers.of(machine.catalogue(), BotServiceFile.shipped()),
            login -> members.computeIfAbsent(login, it -> isMember(forge, it)));
    RoutingRules rules = RoutingRules.plain(Optional.of(name), machine.catalogue());
    return seen ->
        seen.remarks().stream()
            .flatMap(remark -> remarks.of(seen.request(), remark).stream())
            .map(item -> new Input.FeedbackCame(item, rules))
            .toList();
  }

  private static boolean isMember(Forge forge, String login) {
    return forge.roleOf(login) instanceof Outcome.Done<Role>(Role role) && role != Role.NONE;
  }
}
