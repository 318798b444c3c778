package dev.signalbox.feedback;

import dev.signalbox.feedback.Content.Result;
import java.util.Locale;
import java.util.Optional;

/** One deployment of Vercel, whether Vercel or GitHub tells of it: by its own host name. */
public final class DeploymentId {
  private static final String SCHEME = "https://";

  private DeploymentId() {}

  /** The item's id for that deployment in that state. */
  public static String of(String host, Result result) {
    return "vercel:deployment:" + host + ":" + result.name().toLowerCase(Locale.ROOT);
  }

  /** The host of an address with https; empty for another address. */
  public static Optional<String> host(String url) {
    if (!url.startsWith(SCHEME)) {
      return Optional.empty();
    }
    String rest = url.substring(SCHEME.length());
    int end = rest.indexOf('/');
    String host = end < 0 ? rest : rest.substring(0, end);
    return Optional.of(host.toLowerCase(Locale.ROOT)).filter(name -> !name.isEmpty());
  }
}
