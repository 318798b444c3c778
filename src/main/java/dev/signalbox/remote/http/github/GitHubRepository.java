package dev.signalbox.remote.http.github;

/**
 * A repository on GitHub.
 *
 * @param owner the account that it belongs to: letters, digits, {@code -} and {@code _}
 * @param name within the owner: letters, digits, {@code .}, {@code -} and {@code _}
 */
public record GitHubRepository(String owner, String name) {
  public GitHubRepository {
    boolean isName = name.matches("[A-Za-z0-9._-]{1,100}") && !name.matches("[.]{1,2}");
    if (!owner.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,99}") || !isName) {
      throw new IllegalArgumentException(
          "expected owner and name of a repository, found " + owner + "/" + name);
    }
  }

  /** From {@code owner/name}. */
  public static GitHubRepository parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("expected owner/name, found " + text);
    }
    return new GitHubRepository(parts[0], parts[1]);
  }

  /** The path of something in it, such as {@code /pulls/12}. */
  public String path(String below) {
    return "/repos/" + owner + "/" + name + below;
  }

  /** As {@code owner/name}. */
  @Override
  public String toString() {
    return owner + "/" + name;
  }
}
