package dev.signalbox.forge.github;

import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.remote.http.github.GitHubApi;
import dev.signalbox.remote.http.github.GitHubJson;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks for reviews. GitHub answers "created" also where it did not ask anybody, so the list of
 * those who are asked is what counts.
 */
record Reviewers(GitHubApi api) {
  private static final String BOT = "[bot]";

  /** One account that is asked under one name and listed under the other. */
  private static final Set<String> COPILOT = Set.of("copilot", "copilot-pull-request-reviewer");

  Outcome<Nothing> ask(int number, String login) {
    String below = "/pulls/" + number + "/requested_reviewers";
    ObjectNode body = GitHubJson.object();
    body.set("reviewers", GitHubJson.texts(List.of(login)));
    return api.change("ask-review", "POST", below, body)
        .then(answer ->
            isAsked(answer.path("requested_reviewers"), login)
                ? Outcome.done()
                : verify(below, login));
  }

  private Outcome<Nothing> verify(String below, String login) {
    return api.get("ask-review", below)
        .then(listed ->
            isAsked(listed.path("users"), login)
                ? Outcome.done()
                : new Outcome.Failed<>(
                    Failure.of(
                        Failure.Kind.REFUSED,
                        "expected GitHub to ask " + login + " for a review, found it did not")));
  }

  private static boolean isAsked(JsonNode users, String login) {
    return users
        .valueStream()
        .anyMatch(user -> isSame(GitHubJson.maybeText(user, "login").orElse(""), login));
  }

  private static boolean isSame(String listed, String asked) {
    String one = bare(listed);
    String other = bare(asked);
    return one.equals(other) || (COPILOT.contains(one) && COPILOT.contains(other));
  }

  private static String bare(String login) {
    String name = login.endsWith(BOT) ? login.substring(0, login.length() - BOT.length()) : login;
    return name.toLowerCase(Locale.ROOT);
  }
}
