package dev.signalbox.tracker.linear;

import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.NoteKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The ids of labels by team and name, each looked up once. */
final class LinearLabels {
  private final LinearApi api;
  private final Map<Name, String> ids = new ConcurrentHashMap<>();

  private record Name(String team, String label) {}

  LinearLabels(LinearApi api) {
    this.api = api;
  }

  /** The ids of labels, made where they are missing. */
  Outcome<List<String>> ensure(String team, Collection<String> labels) {
    return known(team, labels)
        .then(_ -> {
          Outcome<List<String>> all = new Outcome.Done<>(new ArrayList<>());
          for (String label : labels) {
            all = all.then(found -> id(team, label).map(id -> with(found, id)));
          }
          return all;
        });
  }

  /** The ids of those labels that there are. */
  Outcome<List<String>> known(String team, Collection<String> labels) {
    List<String> asked =
        labels.stream().filter(label -> !ids.containsKey(new Name(team, label))).toList();
    Outcome<?> looked = asked.isEmpty() ? Outcome.done() : look(team, asked);
    return looked.map(_ ->
        labels.stream()
            .flatMap(label -> Optional.ofNullable(ids.get(new Name(team, label))).stream())
            .toList());
  }

  private Outcome<List<String>> look(String team, List<String> labels) {
    return api.all(
        Operation.LABELS,
        Map.of("names", labels, "team", team),
        data -> data.required("issueLabels"),
        node -> {
          String id = LinearJson.text(node, "id");
          ids.put(new Name(team, LinearJson.text(node, "name")), id);
          return id;
        });
  }

  private Outcome<String> id(String team, String label) {
    Name name = new Name(team, label);
    String there = ids.get(name);
    return there != null ? new Outcome.Done<>(there) : make(name);
  }

  private Outcome<String> make(Name name) {
    String id = new NoteKey("label").id(name.team() + "\n" + name.label()).toString();
    Map<String, String> input = Map.of("id", id, "name", name.label(), "teamId", name.team());
    return switch (api.change(Operation.LABEL_CREATE, Map.of("input", input), "issueLabelCreate")) {
      case Outcome.Done<JsonNode> _ -> {
        ids.put(name, id);
        yield new Outcome.Done<>(id);
      }
      case Outcome.Failed<JsonNode>(Failure failure) -> madeByOthers(name, failure);
    };
  }

  /** Somebody may have made it since it was looked for. */
  private Outcome<String> madeByOthers(Name name, Failure refusal) {
    if (refusal.kind() != Failure.Kind.REFUSED && refusal.kind() != Failure.Kind.CONFLICTING) {
      return new Outcome.Failed<>(refusal);
    }
    return look(name.team(), List.of(name.label()))
        .then(_ -> {
          String there = ids.get(name);
          return there != null ? new Outcome.Done<>(there) : new Outcome.Failed<>(refusal);
        });
  }

  private static List<String> with(List<String> found, String id) {
    found.add(id);
    return found;
  }
}
