package dev.signalbox.remote.http.github;

import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Labels of issues and pull requests. GitHub makes those that are missing. */
public record Labels(GitHubApi api) {

  /** Adds and removes labels; only what is not so yet is sent, and nobody else's are touched. */
  public Outcome<Nothing> change(int number, List<String> added, List<String> removed) {
    String below = "/issues/" + number + "/labels";
    return api.list("labels", below + "?per_page=100")
        .then(list -> GitHubJson.readAll(list, label -> GitHubJson.text(label, "name")))
        .then(there ->
            add(below, added.stream().filter(each -> !has(there, each)).toList())
                .then(_ -> remove(below, there, removed)));
  }

  /** GitHub knows labels whatever their case. */
  private static boolean has(List<String> there, String label) {
    return there.stream().anyMatch(label::equalsIgnoreCase);
  }

  private Outcome<Nothing> add(String below, List<String> missing) {
    if (missing.isEmpty()) {
      return Outcome.done();
    }
    ObjectNode body = GitHubJson.object();
    body.set("labels", GitHubJson.texts(missing));
    return api.change("label", "POST", below, body).then(_ -> Outcome.done());
  }

  private Outcome<Nothing> remove(String below, List<String> there, List<String> removed) {
    for (String label : removed.stream().filter(each -> has(there, each)).toList()) {
      Outcome<JsonNode> gone = api.remove("label", below + "/" + Target.segment(label));
      if (gone instanceof Outcome.Failed<JsonNode>(Failure failure)
          && failure.kind() != Failure.Kind.ABSENT) {
        return new Outcome.Failed<>(failure);
      }
    }
    return Outcome.done();
  }
}
