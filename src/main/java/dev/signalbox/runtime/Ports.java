package dev.signalbox.runtime;

import dev.signalbox.delegation.FoundRequests;
import dev.signalbox.engine.Input;
import dev.signalbox.journal.ApprovedCommands;
import dev.signalbox.journal.Claims;
import dev.signalbox.pullrequest.PullRequests;
import dev.signalbox.registry.RegistryWriter;
import dev.signalbox.remote.Requests;
import dev.signalbox.runner.AgentRunner;
import dev.signalbox.session.SessionKey;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.workspace.Merges;
import dev.signalbox.workspace.Workspaces;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The world outside, as the loop reaches it. */
public record Ports(
    AgentRunner runner,
    Workspaces workspaces,
    Merges merges,
    Claims claims,
    ApprovedCommands commands,
    RegistryWriter registry,
    Services services) {

  /** The same with agents and their work elsewhere too. */
  public Ports with(AgentRunner otherRunner, Workspaces otherWorkspaces) {
    return new Ports(otherRunner, otherWorkspaces, merges, claims, commands, registry, services);
  }

  /** The same with other ways into the base. */
  public Ports with(Merges otherMerges, Services otherServices) {
    return new Ports(runner, workspaces, otherMerges, claims, commands, registry, otherServices);
  }

  /**
   * Services of others that a run may use.
   *
   * @param tracker where its issues are; empty where the plan's own registry is the tracker
   * @param pullRequests where its work is shown; empty where it is merged on this machine
   * @param elsewhere what agents opened that do not run here
   * @param remarks how what was said on a pull request becomes feedback
   * @param strays pull requests of nobody's session; empty where there is no forge
   * @param nudging has an agent elsewhere looked at soon
   * @param requests how many were sent for a session so far
   */
  public record Services(
      Optional<Tracker> tracker,
      Optional<PullRequests> pullRequests,
      Optional<FoundRequests> elsewhere,
      Optional<RemarkReader> remarks,
      Optional<Strays> strays,
      Consumer<SessionKey> nudging,
      Function<SessionKey, Requests> requests) {
    /** Everything stays on this machine. */
    public static final Services NONE = tracked(Optional.empty(), _ -> Requests.NONE);

    /** Only issues are elsewhere. */
    public static Services tracked(
        Optional<Tracker> tracker, Function<SessionKey, Requests> requests) {
      return new Services(
          tracker,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          _ -> {},
          requests);
    }
  }

  /** Makes feedback of what was said. */
  public interface RemarkReader {

    /** The inputs that follow from a look at a pull request. */
    List<Input.FeedbackCame> read(PullRequests.Seen seen);
  }
}
