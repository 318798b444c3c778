package dev.signalbox.agent.yaml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the files say of one agent.
 *
 * @param node for errors about what is absent
 * @param values by key, each from the strongest file that has it
 */
record AgentEntry(StrictNode node, Map<String, StrictNode> values) {

  /** This entry with what a stronger file says, key by key. */
  AgentEntry with(AgentEntry stronger) {
    Map<String, StrictNode> both = new LinkedHashMap<>(values);
    both.putAll(stronger.values);
    return new AgentEntry(stronger.node, both);
  }

  Optional<StrictNode> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  StrictNode required(String key) {
    return get(key).orElseThrow(() -> node.invalid("expected the key " + key + ", found none"));
  }

  /** The entries at that key; none where the key is absent. */
  List<StrictNode> list(String key) {
    return get(key).map(StrictNode::list).orElse(List.of());
  }

  /** Names in their order, for {@link StrictNode#mapping(Set)}. */
  static Set<String> keys(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }
}
