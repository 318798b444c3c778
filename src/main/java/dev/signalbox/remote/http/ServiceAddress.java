package dev.signalbox.remote.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a service is. A secret travels to it, so only an encrypted way or one that does not leave
 * this machine will do.
 *
 * @param base absolute, https, or http to a loopback address; without user, query and fragment
 */
public record ServiceAddress(URI base) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  public ServiceAddress {
    String host = base.getHost();
    if (host == null || base.getRawUserInfo() != null || hasMore(base) || !isSafe(base, host)) {
      throw new IllegalArgumentException(
          "expected an https address, or http to a loopback address, without user and query;"
              + " found one with scheme "
              + base.getScheme()
              + " and host "
              + host);
    }
  }

  private static boolean hasMore(URI base) {
    return base.getRawQuery() != null || base.getRawFragment() != null;
  }

  private static boolean isSafe(URI base, String host) {
    return switch (base.getScheme().toLowerCase(Locale.ROOT)) {
      case "https" -> true;
      case "http" -> LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
      default -> false;
    };
  }

  /** Whether requests leave this machine unencrypted nowhere because they do not leave it. */
  boolean isLoopback() {
    return base.getScheme().equalsIgnoreCase("http");
  }

  /**
   * The address of a request.
   *
   * @param target a path with its query, put after the base, or an absolute address, such as the
   *     one of the next page in an answer
   * @return empty for an absolute address of another service, or for what is no address
   */
  Optional<URI> resolve(String target) {
    try {
      URI uri = URI.create(target.contains("://") ? target : stripped() + target);
      return isOurs(uri) ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String stripped() {
    String text = base.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private boolean isOurs(URI uri) {
    return base.getScheme().equalsIgnoreCase(uri.getScheme())
        && base.getHost().equalsIgnoreCase(uri.getHost())
        && base.getPort() == uri.getPort()
        && uri.getRawUserInfo() == null;
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
