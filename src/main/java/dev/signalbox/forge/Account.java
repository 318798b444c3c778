package dev.signalbox.forge;

import java.util.Optional;

/**
 * Who did something on the forge.
 *
 * @param id the forge's own number: who it is; 0 where the forge does not say
 * @param login as shown, with {@code [bot]} where the forge writes it
 * @param app the slug of the app that acted; empty for people
 */
public record Account(long id, String login, Kind kind, Optional<String> app) {

  /** What the forge says that it is; nobody can choose this. */
  public enum Kind {
    PERSON,
    BOT,
    ORGANIZATION
  }

  /** The login as it is written where bots have no suffix. */
  public String bareLogin() {
    String suffix = "[bot]";
    return login.endsWith(suffix) ? login.substring(0, login.length() - suffix.length()) : login;
  }
}
