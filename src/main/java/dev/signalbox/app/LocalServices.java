package dev.signalbox.app;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.BotAccount;
import dev.signalbox.agent.Delegation;
import dev.signalbox.config.Services;
import dev.signalbox.config.TrackerKind;
import dev.signalbox.config.Webhooks;
import dev.signalbox.config.yaml.ConfigFiles;
import dev.signalbox.delegation.Errand;
import dev.signalbox.delegation.HandingRule;
import dev.signalbox.dispatch.RunChoice;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.engine.SpecAuthor;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.feedback.Designer;
import dev.signalbox.feedback.RoutingRules;
import dev.signalbox.forge.Forge;
import dev.signalbox.journal.Claims;
import dev.signalbox.journal.tracker.ClaimNotes;
import dev.signalbox.journal.tracker.TrackerClaims;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.publish.PlanNotes;
import dev.signalbox.registry.RegistryWriter;
import dev.signalbox.registry.RegistryWriters;
import dev.signalbox.registry.file.PlanFileRegistry;
import dev.signalbox.registry.tracker.TrackerRegistry;
import dev.signalbox.remote.Outcome;
import dev.signalbox.session.SessionKey;
import dev.signalbox.tracker.Tracker;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The tracker and the forge of one run, and what follows from them. */
final class LocalServices {
  private static final String GUIDE = "see docs/guide/trackers.md";

  private final LocalMachine machine;
  private final AgentCatalogue agents;
  private final Services configured;
  private final Webhooks webhooks;
  private final Optional<Tracker> tracker;
  private final Optional<Forge> forge;
  private final RequestLedger ledger;

  /** Those that the configuration names for a repository; nothing is asked of them yet. */
  LocalServices(LocalMachine machine, Path repository, RequestLedger ledger) {
    LocalTrackers trackers = new LocalTrackers(machine, machine.configFile(), ledger);
    this.ledger = ledger;
    this.machine = machine;
    this.agents = machine.catalogue();
    this.configured = trackers.services(Optional.of(repository));
    this.webhooks = ConfigFiles.webhooks(machine.configFile());
    this.tracker = trackers.configured(Optional.of(repository));
    this.forge =
        configured.merge() == MergeMode.PULL_REQUEST
            ? Optional.of(trackers.forge(configured))
            : Optional.empty();
  }

  /** How many requests were sent, for whom. */
  RequestLedger ledger() {
    return ledger;
  }

  Optional<Tracker> tracker() {
    return tracker;
  }

  Optional<Forge> forge() {
    return forge;
  }

  /** Whether the tracker and the forge tell by webhooks what happens there. */
  boolean isTold() {
    return Stream.concat(tracker.stream().map(Tracker::scope), forge.stream().map(Forge::scope))
        .map(scope -> scope.split(":", 2)[0])
        .allMatch(webhooks.secrets()::containsKey);
  }

  /** {@code owner/name} of the repository on the forge. */
  Optional<String> repository() {
    return forge.map(Forge::scope).map(scope -> scope.substring(scope.indexOf(':') + 1));
  }

  RunChoice.Services chosen() {
    return new RunChoice.Services(
        tracker.map(Tracker::scope),
        configured.merge(),
        tracker.flatMap(_ -> webhooks.author()).map(this::author),
        Optional.empty());
  }

  /** How feedback to this run is routed. */
  RoutingRules routing() {
    return new RoutingRules(webhooks.hasQuickFixes(), designer(), repository(), agents);
  }

  /**
   * The agent of the design loop, which a comment on the forge calls.
   *
   * @throws SignalboxException {@code AGENT_NOT_RUNNABLE} for one that no comment calls
   */
  private Optional<Designer> designer() {
    return webhooks.designer().map(this::designer);
  }

  private Designer designer(AgentId agent) {
    return agents
        .find(agent)
        .flatMap(AgentProfile::delegation)
        .flatMap(it -> it.in(TrackerKind.GITHUB.word()))
        .filter(way -> way.kind() == Delegation.Way.Kind.MENTION)
        .map(way -> new Designer(agent, way.name()))
        .orElseThrow(() ->
            unreachable(
                agent,
                "expected as webhooks: design-loop: an agent that a comment calls, found none",
                "write delegate: {github: {mention: NAME}} for it into agents:"));
  }

  private SpecAuthor author(AgentId agent) {
    AgentProfile profile =
        agents
            .find(agent)
            .filter(each -> each.delegation().isEmpty())
            .orElseThrow(() ->
                unreachable(
                    agent,
                    "expected as webhooks: spec-author: an agent that runs on this machine",
                    "signalbox doctor lists them"));
    return new SpecAuthor(
        agent, profile.tuning().model(ExecMode.QUICK), profile.tuning().effort(ExecMode.QUICK));
  }

  /** Claims that other machines see, where there is a tracker to see them in. */
  Claims claims(Claims local, Path state) {
    return tracker
        .<Claims>map(it ->
            new TrackerClaims(
                local,
                new ClaimNotes(it, Set.of(), Limits.CLAIM_MARGIN),
                engine(state),
                machine.clock()))
        .orElse(local);
  }

  /** A name that no other engine has: the machine, the person and the state folder. */
  private static String engine(Path state) {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      host = "unknown";
    }
    byte[] place = (host + "\n" + state).getBytes(StandardCharsets.UTF_8);
    String id = UUID.nameUUIDFromBytes(place).toString().substring(0, 8);
    return host + "/" + LocalEngines.name() + "/" + id;
  }

  /** The plan file, and the master issue where there is a tracker. */
  RegistryWriter registry() {
    return tracker
        .<RegistryWriter>map(it ->
            new RegistryWriters(
                new PlanFileRegistry(),
                new TrackerRegistry(it),
                name -> TrackerRef.of(name).isEmpty()))
        .orElseGet(PlanFileRegistry::new);
  }

  /**
   * Demands what a run was approved with.
   *
   * @throws SignalboxException {@code TRACKER_NOT_CONFIGURED} or {@code AGENT_NOT_RUNNABLE}
   */
  void demand(RunSpec spec) {
    Optional<String> scope = tracker.map(Tracker::scope);
    TrackerRef.of(spec.source().file())
        .filter(ref -> ref.kind() != configured.tracker())
        .ifPresent(ref -> {
          throw new SignalboxException(
              ErrorCode.TRACKER_NOT_CONFIGURED,
              "%s: expected tracker: %s in the configuration, as the plan lives there, found %s"
                  .formatted(spec.source().file(), ref.kind().word(), configured.tracker().word()),
              List.of("write it into ~/.config/signalbox/config.yaml", GUIDE));
        });
    if (!spec.source().tracker().equals(scope)) {
      throw changed(
          "the tracker " + spec.source().tracker().orElse("plan-file"), scope.orElse("plan-file"));
    }
    if (spec.target().merge() == MergeMode.PULL_REQUEST && forge.isEmpty()) {
      throw changed("merge: pull-request", "merge: local");
    }
    Optional<Designer> _ = designer();
    for (SessionSpec session : spec.sessions()) {
      if (session.handling().elsewhere().isPresent()) {
        Delegation.Way _ = way(session.handling().agent());
      }
    }
  }

  private static SignalboxException changed(String expected, String found) {
    return new SignalboxException(
        ErrorCode.TRACKER_NOT_CONFIGURED,
        "expected %s in the configuration, as the run was approved with, found %s"
            .formatted(expected, found),
        List.of("write it back into ~/.config/signalbox/config.yaml", GUIDE));
  }

  /** How an agent elsewhere gets its issue. */
  private Delegation.Way way(AgentId agent) {
    if (tracker.isEmpty() || forge.isEmpty()) {
      throw unreachable(
          agent,
          "expected a tracker and merge: pull-request for agents that run elsewhere, found none",
          "write tracker: and merge: pull-request into ~/.config/signalbox/config.yaml");
    }
    String kind = tracker.get().scope().split(":", 2)[0];
    return profile(agent)
        .delegation()
        .flatMap(it -> it.in(kind))
        .orElseThrow(() ->
            unreachable(
                agent,
                "expected a way to hand it issues of " + kind + ", found none",
                "choose another agent, or write delegate: for it into agents:"));
  }

  private static SignalboxException unreachable(AgentId agent, String what, String hint) {
    return new SignalboxException(
        ErrorCode.AGENT_NOT_RUNNABLE,
        agent + ": " + what,
        List.of(hint, "see docs/guide/agents.md"));
  }

  private AgentProfile profile(AgentId agent) {
    return agents
        .find(agent)
        .orElseThrow(() -> new IllegalStateException("expected an agent, found " + agent));
  }

  /**
   * An agent elsewhere sees only the tracker, so the plan has to be there: as a note on the master
   * issue, or because it lives there.
   */
  static HandingRule planIsThere(Tracker tracker, RunSpec spec) {
    return TrackerRef.of(spec.source().file()).isPresent()
        ? _ -> Outcome.done()
        : issue -> PlanNotes.demand(tracker, spec.source().masterIssue(), issue);
  }

  /** The errands of a run's sessions that work elsewhere. */
  Errand.Book errands(RunSpec spec) {
    return key -> {
      SessionSpec session = session(spec, key).orElseThrow();
      AgentId agent = session.handling().agent();
      return new Errand(
          session.issue(),
          agent,
          way(agent),
          session.handling().branch(),
          profile(agent).accounts().stream().map(LocalServices::bare).toList());
    };
  }

  private static String bare(BotAccount account) {
    String login = account.login();
    return login.endsWith("[bot]") ? login.substring(0, login.length() - 5) : login;
  }

  /** Whether a session's agent runs elsewhere. */
  static boolean isElsewhere(RunSpec spec, SessionKey key) {
    return session(spec, key).flatMap(it -> it.handling().elsewhere()).isPresent();
  }

  private static Optional<SessionSpec> session(RunSpec spec, SessionKey key) {
    return spec.sessions().stream()
        .filter(each -> each.id().equals(key.session()) && spec.run().equals(key.run()))
        .findFirst();
  }
}
