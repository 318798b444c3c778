package dev.signalbox.forge.github;

import dev.signalbox.forge.Account;
import dev.signalbox.remote.http.github.GitHubJson;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads accounts. */
final class AccountJson {
  /** GitHub's own stand-in for accounts that are gone. */
  private static final Account GONE =
      new Account(10137, "ghost", Account.Kind.PERSON, Optional.empty());

  private static final Pattern APP_PAGE = Pattern.compile("/apps/([A-Za-z0-9-]+)$");

  private AccountJson() {}

  /**
   * Who is in the field {@code user} of something that was said or made.
   *
   * <p>The slug of an app is beside it, or else in the address of the account's page.
   */
  static Account author(JsonNode json) {
    JsonNode user = json.path("user");
    if (!user.isObject()) {
      return GONE;
    }
    Account.Kind kind = kind(GitHubJson.text(user, "type"));
    Optional<String> slug =
        GitHubJson.maybeText(json.path("performed_via_github_app"), "slug")
            .or(() -> GitHubJson.maybeText(user, "html_url").flatMap(AccountJson::slugIn));
    return new Account(
        GitHubJson.number(user, "id"),
        GitHubJson.text(user, "login"),
        kind,
        kind == Account.Kind.BOT ? slug : Optional.empty());
  }

  private static Account.Kind kind(String type) {
    return switch (type) {
      case "Bot" -> Account.Kind.BOT;
      case "Organization" -> Account.Kind.ORGANIZATION;
      default -> Account.Kind.PERSON;
    };
  }

  private static Optional<String> slugIn(String page) {
    Matcher found = APP_PAGE.matcher(page);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
