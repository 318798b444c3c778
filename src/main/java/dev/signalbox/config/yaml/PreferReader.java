package dev.signalbox.config.yaml;

import dev.signalbox.agent.AgentPreference;
import dev.signalbox.document.DataNode;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.ExecMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads {@code prefer:}: agents in order, or such a list per execution mode. */
final class PreferReader {
  private PreferReader() {}

  static AgentPreference read(DataNode node) {
    if (node instanceof DataNode.Sequence) {
      return new AgentPreference(agents(node), Map.of());
    }
    Map<ExecMode, List<AgentId>> byMode = new EnumMap<>(ExecMode.class);
    for (DataNode.Entry entry : ConfigFiles.mapping(node).entries()) {
      ExecMode mode =
          ExecMode.of(entry.key())
              .orElseThrow(() ->
                  ConfigFiles.failure(
                      entry.keyAt(),
                      "expected an execution mode, found " + entry.key(),
                      "write prefer: [codex, claude], or prefer: {tdd: [codex]}"));
      byMode.put(mode, agents(entry.value()));
    }
    return new AgentPreference(List.of(), byMode);
  }

  private static List<AgentId> agents(DataNode node) {
    if (!(node instanceof DataNode.Sequence list)) {
      throw ConfigFiles.failure(
          node.at(), "expected a list of agents", "write prefer: [codex, claude]");
    }
    return list.items().stream().map(PreferReader::agent).toList();
  }

  private static AgentId agent(DataNode node) {
    String id = ConfigFiles.scalar(node);
    if (!AgentId.isValid(id)) {
      throw ConfigFiles.failure(
          node.at(), "expected an agent's id, found " + id, "write an id of the agent catalogue");
    }
    return new AgentId(id);
  }
}
