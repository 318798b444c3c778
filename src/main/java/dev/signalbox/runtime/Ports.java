package dev.signalbox.runtime;

import dev.signalbox.journal.ApprovedCommands;
import dev.signalbox.journal.Claims;
import dev.signalbox.publishing.PullRequests;
import dev.signalbox.registry.RegistryWriter;
import dev.signalbox.runner.AgentRunner;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.workspace.Merges;
import dev.signalbox.workspace.Workspaces;
import java.util.Optional;

/** The world outside, as the loop reaches it. */
public record Ports(
    AgentRunner runner,
    Workspaces workspaces,
    Merges merges,
    Claims claims,
    ApprovedCommands commands,
    RegistryWriter registry,
    Services services) {

  /**
   * Services of others that a run may use.
   *
   * @param tracker where its issues are; empty where the plan's own registry is the tracker
   * @param pullRequests where its work is shown; empty where it is merged on this machine
   */
  public record Services(Optional<Tracker> tracker, Optional<PullRequests> pullRequests) {
    /** Everything stays on this machine. */
    public static final Services NONE = new Services(Optional.empty(), Optional.empty());
  }
}
