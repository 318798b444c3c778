package dev.signalbox.forge.github;

import dev.signalbox.forge.Role;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.http.github.GitHubApi;
import dev.signalbox.remote.http.github.GitHubJson;
import dev.signalbox.remote.http.github.Target;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What accounts may do. In a public repository GitHub says "read" of everybody in the world, so
 * whoever may only read is looked up among the collaborators too.
 */
record Roles(GitHubApi api) {

  /** Logins come from outside: what GitHub would give nobody is nobody's. */
  private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(\\[bot\\])?");

  Outcome<Role> of(String login) {
    return LOGIN.matcher(login).matches() ? known(login) : new Outcome.Done<>(Role.NONE);
  }

  private Outcome<Role> known(String login) {
    String below = "/collaborators/" + Target.segment(login);
    return present(api.get("role", below + "/permission"))
        .then(found -> {
          Role role = found.map(Roles::read).orElse(Role.NONE);
          return role == Role.READ || role == Role.TRIAGE
              ? present(api.get("role", below)).map(member -> member.isPresent() ? role : Role.NONE)
              : new Outcome.Done<>(role);
        });
  }

  /** Nobody is not a failure here. */
  private static Outcome<Optional<JsonNode>> present(Outcome<JsonNode> outcome) {
    return outcome instanceof Outcome.Failed<JsonNode>(Failure failure)
            && failure.kind() == Failure.Kind.ABSENT
        ? new Outcome.Done<>(Optional.empty())
        : outcome.map(Optional::of);
  }

  /** The role's name; of a role that somebody made himself, what it builds on. */
  private static Role read(JsonNode json) {
    return byName(GitHubJson.maybeText(json, "role_name").orElse(""))
        .or(() -> byName(GitHubJson.maybeText(json, "permission").orElse("")))
        .orElse(Role.NONE);
  }

  private static Optional<Role> byName(String name) {
    return switch (name) {
      case "admin" -> Optional.of(Role.ADMIN);
      case "maintain" -> Optional.of(Role.MAINTAIN);
      case "write" -> Optional.of(Role.WRITE);
      case "triage" -> Optional.of(Role.TRIAGE);
      case "read" -> Optional.of(Role.READ);
      case "none" -> Optional.of(Role.NONE);
      default -> Optional.empty();
    };
  }
}
