package dev.signalbox.control;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.AgentProfile;
import dev.signalbox.plan.LaunchMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a person can choose from in the dispatch table. */
public final class ChoicesJson {
  private ChoicesJson() {}

  /**
   * The document: {@code {"launchModes": [{"mode", "title"}], "agents": [{"agent", "name",
   * "launchModes", "lack"}]}}, agents in the catalogue's order.
   *
   * @param lack why an agent cannot be started here; empty where nothing is known against it
   */
  public static String write(AgentCatalogue agents, Function<AgentProfile, Optional<String>> lack) {
    return JsonText.document(json -> {
      json.array(
          "launchModes",
          List.of(LaunchMode.values()),
          mode ->
              json.object(() -> {
                json.text("mode", mode.word());
                json.text("title", mode.title());
              }));
      json.array(
          "agents",
          agents.agents(),
          agent ->
              json.object(() -> {
                json.text("agent", agent.id().value());
                json.text("name", agent.name());
                json.strings("launchModes", able(agent));
                json.text("lack", lack.apply(agent));
              }));
    });
  }

  private static List<String> able(AgentProfile agent) {
    return Arrays.stream(LaunchMode.values())
        .filter(mode -> agent.lack(mode).isEmpty())
        .map(LaunchMode::word)
        .toList();
  }
}
