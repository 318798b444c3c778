package dev.signalbox.web;

import dev.signalbox.config.ProxiedOrigin;
import dev.signalbox.control.BearerToken;
import dev.signalbox.control.PrivateFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address that a person opens. It lies in the state folder, readable by its owner only, and is
 * the same when the engine starts again: an open page finds its way back.
 *
 * @param port on the loopback interface
 * @param token what every request has to show; a fragment of an address is sent to no server
 */
public record PageLink(int port, BearerToken token) {
  /** The port of the first engine; a second one at the same time takes any that is free. */
  public static final int PORT_DEFAULT = 4181;

  private static final String NAME = "dashboard-link";
  private static final Pattern FORM =
      Pattern.compile("http://127\\.0\\.0\\.1:([0-9]{1,5})/#token=([0-9a-f]{64})");

  /** The one of a state folder; empty where no dashboard was served yet, or it cannot be read. */
  public static Optional<PageLink> find(Path folder) {
    return PrivateFile.read(folder, NAME)
        .map(FORM::matcher)
        .filter(Matcher::matches)
        .map(found ->
            new PageLink(Integer.parseInt(found.group(1)), new BearerToken(found.group(2))));
  }

  /** A new one, of which nobody knows yet. */
  public static PageLink fresh() {
    return new PageLink(PORT_DEFAULT, BearerToken.fresh());
  }

  /** The same at the port where it is served. */
  PageLink at(int served) {
    return new PageLink(served, token);
  }

  /**
   * Writes it, whole or not at all.
   *
   * @param folder where nobody else serves a dashboard
   * @throws dev.signalbox.error.SignalboxException {@code OUTPUT_FAILED}
   */
  void publish(Path folder) {
    PrivateFile.write(folder, NAME, text() + "\n");
  }

  /** As a person opens it. */
  public String text() {
    return "http://127.0.0.1:" + port + "/#token=" + token.value();
  }

  /** As a person opens it through a proxy of their own. */
  public String text(ProxiedOrigin proxy) {
    return proxy.text() + "/#token=" + token.value();
  }

  /** Never the token: what is printed ends in logs. */
  @Override
  public String toString() {
    return "the dashboard at port " + port;
  }
}
