package dev.signalbox.agent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a launch mode means to a program.
 *
 * @param arguments after the command's own
 * @param variables beside the program's own, in the file's order
 * @param step to take when its session is open
 */
public record LaunchWay(
    List<String> arguments, Map<String, String> variables, Optional<Step> step) {
  /** The adapter knows it, or it is how the program starts anyway. */
  public static final LaunchWay PLAIN = new LaunchWay(List.of(), Map.of(), Optional.empty());

  public LaunchWay {
    arguments = List.copyOf(arguments);
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /** A request of the Agent Client Protocol. */
  public sealed interface Step {
    /** {@code session/set_mode}. */
    record SetMode(String mode) implements Step {}

    /** {@code session/set_config_option}. */
    record SetOption(String option, String value) implements Step {}
  }
}
