package dev.signalbox.agent;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.ExecMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which agents a person likes best, before the catalogue's order. Whoever is named here is thereby
 * an option for the mode, whatever the catalogue offers.
 *
 * @param everywhere for modes that {@code byMode} does not name; the first is liked best
 * @param byMode as {@code everywhere}, for single modes
 */
public record AgentPreference(List<AgentId> everywhere, Map<ExecMode, List<AgentId>> byMode) {
  /** The catalogue's order. */
  public static final AgentPreference NONE = new AgentPreference(List.of(), Map.of());

  public AgentPreference {
    everywhere = List.copyOf(everywhere);
    EnumMap<ExecMode, List<AgentId>> ordered = new EnumMap<>(ExecMode.class);
    byMode.forEach((mode, agents) -> ordered.put(mode, List.copyOf(agents)));
    byMode = Collections.unmodifiableMap(ordered);
  }

  /** Those for one mode; may be empty. */
  public List<AgentId> of(ExecMode mode) {
    return byMode.getOrDefault(mode, everywhere);
  }
}
