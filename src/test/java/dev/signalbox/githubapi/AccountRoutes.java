package dev.signalbox.githubapi;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is answered about accounts. */
record AccountRoutes(World world) {
  private static final String COLLABORATOR = "/repos/{owner}/{repo}/collaborators/{username}";

  void addTo(Map<String, Function<Call, Answer>> routes) {
    routes.put("GET /repos/{owner}/{repo}", _ -> repository());
    routes.put("GET " + COLLABORATOR + "/permission", this::permission);
    routes.put("GET " + COLLABORATOR, this::collaborator);
  }

  private Answer repository() {
    return Answer.ok(
        Json.object("name", World.NAME, "full_name", World.FULL_NAME, "private", world.isPrivate));
  }

  /** In a public repository everybody may read, and is said to. */
  private Answer permission(Call call) {
    Optional<FakeAccount> found = world.account(call.at("username"));
    if (found.isEmpty() || found.get().app().isPresent()) {
      return Answer.missing();
    }
    FakeAccount account = found.get();
    String role = account.isStranger() && !world.isPrivate ? "read" : account.role();
    String permission =
        switch (role) {
          case "maintain" -> "write";
          case "triage" -> "read";
          default -> role;
        };
    return Answer.ok(
        Json.object("permission", permission, "role_name", role, "user", Optional.empty()));
  }

  private Answer collaborator(Call call) {
    return world
        .account(call.at("username"))
        .filter(account -> !account.isStranger())
        .map(_ -> Answer.nothing())
        .orElseGet(Answer::missing);
  }
}
