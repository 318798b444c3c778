package dev.signalbox.registry;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.PhaseId;

/**
 * A session in the registry.
 *
 * @param sessionName as its agent shows it; any text
 * @param branch empty where the agent names it and has not yet
 * @param planFile the plan's name, for people
 */
public record RegistryRow(
    String sessionName,
    IssueId issue,
    PhaseId phase,
    AgentId agent,
    String branch,
    String planFile,
    SessionStatus status) {}
