package dev.signalbox.runtime;

import dev.signalbox.journal.ApprovedCommands;
import dev.signalbox.journal.Claims;
import dev.signalbox.registry.RegistryWriter;
import dev.signalbox.runner.AgentRunner;
import dev.signalbox.workspace.Merges;
import dev.signalbox.workspace.Workspaces;

/** The world outside, as the loop reaches it. */
public record Ports(
    AgentRunner runner,
    Workspaces workspaces,
    Merges merges,
    Claims claims,
    ApprovedCommands commands,
    RegistryWriter registry) {}
