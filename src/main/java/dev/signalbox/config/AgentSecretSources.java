package dev.signalbox.config;

import dev.signalbox.plan.AgentId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which agents get which secrets.
 *
 * @param byAgent by the name of the variable, in the order of the file
 */
public record AgentSecretSources(Map<AgentId, Map<String, SecretSource>> byAgent) {
  public static final AgentSecretSources NONE = new AgentSecretSources(Map.of());

  public AgentSecretSources {
    Map<AgentId, Map<String, SecretSource>> copy = new LinkedHashMap<>();
    byAgent.forEach((agent, secrets) ->
        copy.put(agent, Collections.unmodifiableMap(new LinkedHashMap<>(secrets))));
    byAgent = Collections.unmodifiableMap(copy);
  }

  /** Those of one agent. */
  public Map<String, SecretSource> of(AgentId agent) {
    return byAgent.getOrDefault(agent, Map.of());
  }
}
