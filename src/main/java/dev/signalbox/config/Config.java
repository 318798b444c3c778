package dev.signalbox.config;

import dev.signalbox.agent.AgentPreference;
import dev.signalbox.verdict.PathClasses;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration in force.
 *
 * @param projects short name by project name, in the order of the files (mission section 5)
 * @param paths the paths that verdicts treat with care
 * @param preferred agents that are chosen before others
 */
public record Config(Map<String, String> projects, PathClasses paths, AgentPreference preferred) {
  public Config {
    projects = Collections.unmodifiableMap(new LinkedHashMap<>(projects));
  }

  /** The short name of a project, by its name or by the short name itself. */
  public Optional<String> shortOf(String project) {
    if (projects.containsValue(project)) {
      return Optional.of(project);
    }
    return Optional.ofNullable(projects.get(project));
  }

  /** The full name behind a short name; the short name itself where the configuration has none. */
  public String projectOf(String shortName) {
    return projects.entrySet().stream()
        .filter(entry -> entry.getValue().equals(shortName))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(shortName);
  }
}
