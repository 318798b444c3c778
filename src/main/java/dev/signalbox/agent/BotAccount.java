package dev.signalbox.agent;

import java.util.OptionalLong;

/**
 * An account under which an agent speaks on the forge.
 *
 * @param login as the forge's REST interface spells it, such as {@code cursor[bot]}
 * @param id the account's number, which no other account can take; empty where it is not known
 */
public record BotAccount(String login, OptionalLong id) {
  private static final String SUFFIX = "[bot]";

  public BotAccount {
    if (!isValid(login)) {
      throw new IllegalArgumentException("expected a login, found " + login);
    }
  }

  /** Whether {@code login} names somebody: more than the suffix, without white space. */
  public static boolean isValid(String login) {
    return !bare(login).isEmpty() && login.chars().noneMatch(Character::isWhitespace);
  }

  /**
   * Whether {@code other} spells this login: case and a {@code [bot]} at the end do not count,
   * because REST has that suffix and GraphQL does not.
   *
   * <p>A person may take such a name too: ask for the account's type or {@link #id} first (design
   * section 9).
   */
  public boolean isSpelled(String other) {
    return bare(login).equalsIgnoreCase(bare(other));
  }

  private static String bare(String login) {
    return login.endsWith(SUFFIX) ? login.substring(0, login.length() - SUFFIX.length()) : login;
  }
}
