package dev.signalbox.feedback;

import dev.signalbox.plan.AgentId;

/**
 * The agent of the design loop.
 *
 * @param mention how a comment on the forge calls it, with its {@code @}
 */
public record Designer(AgentId id, String mention) {}
