package dev.signalbox.tracker.github;

import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.remote.http.github.GitHubApi;
import dev.signalbox.remote.http.github.GitHubJson;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.Owners;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hands issues over. GitHub drops assignees without a word where the token may not set them, so
 * what it lists afterwards is what counts.
 */
record Assigning(GitHubApi api) {
  private static final String COPILOT_ASSIGNED = "copilot-swe-agent";
  private static final String COPILOT_LISTED = "copilot";

  Outcome<Nothing> hand(JsonNode issue, Owners owners) {
    Set<String> wanted = new TreeSet<>(logins(owners).map(Assigning::listed).toList());
    if (assigned(issue).equals(wanted)) {
      return Outcome.done();
    }
    ObjectNode body = GitHubJson.object();
    body.set("assignees", GitHubJson.texts(logins(owners).toList()));
    return api.change("hand", "PATCH", "/issues/" + issue.path("number").asLong(), body)
        .then(changed ->
            assigned(changed).equals(wanted) ? Outcome.done() : dropped(wanted, changed));
  }

  private static Outcome<Nothing> dropped(Set<String> wanted, JsonNode changed) {
    String reason =
        "expected the issue to be assigned to %s, found GitHub lists %s: it may not be allowed"
            .formatted(wanted, assigned(changed));
    return new Outcome.Failed<>(Failure.of(Failure.Kind.REFUSED, reason));
  }

  private static Stream<String> logins(Owners owners) {
    return Stream.of(owners.assignee(), owners.delegate())
        .flatMap(Optional::stream)
        .map(Assigning::login);
  }

  private static String login(Actor actor) {
    return actor.isBot() && !actor.name().endsWith("[bot]") ? actor.name() + "[bot]" : actor.name();
  }

  private static Set<String> assigned(JsonNode issue) {
    List<String> logins =
        issue
            .path("assignees")
            .valueStream()
            .map(user -> listed(GitHubJson.maybeText(user, "login").orElse("")))
            .toList();
    return new TreeSet<>(logins);
  }

  /** One form of a login; Copilot is assigned under one name and listed under another. */
  private static String listed(String login) {
    String name = login.replaceFirst("\\[bot\\]$", "").toLowerCase(Locale.ROOT);
    return name.equals(COPILOT_ASSIGNED) ? COPILOT_LISTED : name;
  }
}
