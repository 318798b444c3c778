package dev.signalbox.engine;

import dev.signalbox.plan.AgentId;
import java.util.Optional;

/** Who writes the specification of what failed in production; an agent of this machine. */
public record SpecAuthor(AgentId agent, Optional<String> model, Optional<String> effort) {}
