package dev.signalbox.agent;

import dev.signalbox.plan.ExecMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which model an agent is asked for, how hard it thinks, and what that costs.
 *
 * @param models by execution mode; where absent the agent chooses
 * @param efforts by execution mode, as the agent calls them; where absent the agent chooses
 */
public record Tuning(
    Map<ExecMode, String> models, Map<ExecMode, String> efforts, PriceTable prices) {
  /** Everything is left to the agent, and no price is known. */
  public static final Tuning NONE = new Tuning(Map.of(), Map.of(), PriceTable.EMPTY);

  public Tuning {
    models = ordered(models);
    efforts = ordered(efforts);
  }

  private static Map<ExecMode, String> ordered(Map<ExecMode, String> values) {
    EnumMap<ExecMode, String> ordered = new EnumMap<>(ExecMode.class);
    ordered.putAll(values);
    return Collections.unmodifiableMap(ordered);
  }

  /** The model to ask for; empty for the agent's own choice. */
  public Optional<String> model(ExecMode mode) {
    return Optional.ofNullable(models.get(mode));
  }

  /** How hard to think; empty for the agent's own choice. */
  public Optional<String> effort(ExecMode mode) {
    return Optional.ofNullable(efforts.get(mode));
  }
}
