package dev.signalbox.githubapi;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * An account of the fake.
 *
 * @param type {@code User}, {@code Bot} or {@code Organization}
 * @param role in the repository, such as {@code write}; {@code none} for strangers
 * @param app the slug of the app that a bot belongs to
 */
public record FakeAccount(long id, String login, String type, String role, Optional<String> app) {

  /** A person. */
  public static FakeAccount person(long id, String login, String role) {
    return new FakeAccount(id, login, "User", role, Optional.empty());
  }

  /** An app's account, which has no role in the repository. */
  public static FakeAccount bot(long id, String login, String app) {
    return new FakeAccount(id, login, "Bot", "none", Optional.of(app));
  }

  boolean mayWrite() {
    return role.equals("write") || role.equals("maintain") || role.equals("admin");
  }

  boolean isStranger() {
    return role.equals("none");
  }

  ObjectNode json() {
    String page = app.map(slug -> "apps/" + slug).orElse(login);
    return Json.object(
        "id", id, "login", login, "type", type, "html_url", "https://github.test/" + page);
  }

  /** The app as GitHub shows it beside what it did; null for people. */
  Optional<ObjectNode> appJson() {
    return app.map(slug -> Json.object("id", id, "slug", slug, "name", slug));
  }
}
